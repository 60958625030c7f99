package org.consilium.terminology.loading;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.consilium.language.Message;
import org.consilium.terminology.ConceptSink;

/**
 * An official terminology file whose kind is known.
 *
 * @param name which vocabulary it is, for example {@code mondo}
 * @param version as far as the beginning of the file says it, or empty
 */
public record VocabularyFile(String name, String version, Reader reader) {
    private static final int HEAD = 65_536;
    private static final Pattern ORDER_LINE = Pattern.compile("(?s)^\\d{5} [A-Z]\\d[0-9A-Z]\\S{0,4}\\s+[01] .*");
    private static final Pattern OBO_ID = Pattern.compile("(?m)^id: (MONDO|DOID|HP):\\d+");
    private static final Pattern OBO_VERSION = Pattern.compile("(?m)^data-version: (\\S+)");
    private static final Pattern GRAPH_ID = Pattern.compile("obo/(MONDO|DOID|HP)_\\d+");
    private static final Pattern TABULAR_VERSION = Pattern.compile("<version>([^<]{1,40})</version>");
    private static final Pattern ORPHADATA_DATE = Pattern.compile("<JDBOR[^>]{0,400}\\bdate=\"([^\"]{1,40})\"");

    /** Reads all of a file into a sink. */
    interface Reader {
        void read(InputStream in, ConceptSink sink) throws IOException;
    }

    /** The file is of a known kind but not whole, or not what it says it is. */
    public static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Message why;

        Broken(String key, Object... args) {
            super(key);
            why = Message.of(key, args);
        }

        public Message why() {
            return why;
        }
    }

    /** What kind of file this is, by its content; absent when it is none of those that can be loaded. */
    public static Optional<VocabularyFile> of(Path file) throws IOException {
        if (Files.isDirectory(file) || SnomedRelease.isZip(file)) {
            return SnomedRelease.of(file);
        }
        String head;
        try (var in = open(file)) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (EOFException | ZipException cut) {
            return Optional.empty();
        }
        return of(head.startsWith("\ufeff") ? head.substring(1) : head, String.valueOf(file.getFileName()));
    }

    private static Optional<VocabularyFile> of(String head, String fileName) {
        var start = head.stripLeading();
        if (ORDER_LINE.matcher(head).matches()) {
            return known("icd10cm", "", Icd10Files::order);
        }
        if (start.startsWith("<")) {
            return xml(head);
        }
        if (start.startsWith("{") && head.contains("\"graphs\"")) {
            return graph(head);
        }
        if (start.startsWith("format-version:") || start.startsWith("ontology:") || start.startsWith("data-version:")) {
            return obo(head);
        }
        return table(head, fileName);
    }

    private static Optional<VocabularyFile> known(String name, String version, Reader reader) {
        return Optional.of(new VocabularyFile(name, version, reader));
    }

    private static Optional<VocabularyFile> xml(String head) {
        if (head.contains("<ICD10CM.tabular")) {
            return known("icd10cm-tabular", group(TABULAR_VERSION, head), Icd10Files::tabular);
        }
        if (head.contains("<JDBOR")) {
            var date = group(ORPHADATA_DATE, head);
            return head.contains("<PrevalenceList")
                    ? known("orphadata-prevalence", date, OrphadataFiles::prevalence)
                    : known("orphadata-nomenclature", date, OrphadataFiles::nomenclature);
        }
        return Optional.empty();
    }

    private static Optional<VocabularyFile> graph(String head) {
        var id = group(GRAPH_ID, head);
        return id.isEmpty() ? Optional.empty() : known(ontology(id), "", OntologyGraph::read);
    }

    private static Optional<VocabularyFile> obo(String head) {
        var id = group(OBO_ID, head);
        return id.isEmpty() ? Optional.empty() : known(ontology(id), group(OBO_VERSION, head), OboFile::read);
    }

    private static String ontology(String prefix) {
        return switch (prefix) {
            case "MONDO" -> "mondo";
            case "DOID" -> "doid";
            default -> "hpo";
        };
    }

    private static Optional<VocabularyFile> table(String head, String fileName) {
        var header = head.lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .findFirst()
                .orElse("");
        if (header.startsWith("subject_id\t")) {
            var name =
                    fileName.replaceFirst("(?i)(\\.sssom)?\\.tsv(\\.gz)?$", "").replaceAll("[^A-Za-z0-9]+", "-");
            return known("mappings-" + name, "", Tables::sssom);
        }
        if (header.equals("x\tp\ty")) {
            return known("hierarchy-mondo", "", Tables::edges);
        }
        if (header.contains("LOINC_NUM") && header.contains("COMPONENT")) {
            return known("loinc", "", Tables::loinc);
        }
        return header.replace("\"", "").startsWith("Code,Grouping,Classification")
                ? known("nucc", "", Tables::nucc)
                : Optional.empty();
    }

    private static String group(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : "";
    }

    /**
     * @throws Broken when the file ends too early or says something that cannot be
     * @throws IOException when it cannot be read
     */
    public void read(Path file, ConceptSink sink) throws IOException {
        if (reader instanceof SnomedRelease release) {
            release.read(sink);
            return;
        }
        try (var in = open(file)) {
            reader.read(in, sink);
        } catch (EOFException | ZipException cut) {
            throw new Broken("terminology.load.cut");
        } catch (UncheckedIOException wrapped) {
            throw wrapped.getCause();
        }
    }

    /** Unpacked when it is a gzip file. */
    private static InputStream open(Path file) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            in.mark(2);
            var zipped = in.read() == 0x1f && in.read() == 0x8b;
            in.reset();
            return zipped ? new GZIPInputStream(in, 1 << 16) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    static BufferedReader lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
