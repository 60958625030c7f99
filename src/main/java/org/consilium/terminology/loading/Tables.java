package org.consilium.terminology.loading;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Concept;
import org.consilium.terminology.ConceptSink;
import org.consilium.terminology.loading.VocabularyFile.Broken;

/** Terminology files that are tables: SSSOM mappings, the Mondo edge list, LOINC and the NUCC provider taxonomy. */
final class Tables {
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setAllowMissingColumnNames(true)
            .get();
    private static final CSVFormat TSV = CSV.builder()
            .setDelimiter('\t')
            .setQuote(null)
            .setCommentMarker('#')
            .get();

    private Tables() {}

    private interface Row {
        void take(CSVRecord row);
    }

    private static void rows(InputStream in, CSVFormat format, Row each) throws IOException {
        try (var parser = format.parse(withoutMark(in))) {
            for (var row : parser) {
                each.take(row);
            }
        } catch (IllegalArgumentException | IllegalStateException | CSVException wrong) {
            throw new Broken("terminology.load.table");
        } catch (UncheckedIOException wrapped) {
            if (wrapped.getCause() instanceof CSVException) {
                throw new Broken("terminology.load.table");
            }
            throw wrapped.getCause();
        }
    }

    private static Reader withoutMark(InputStream in) throws IOException {
        var reader = VocabularyFile.lines(in);
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    private static String cell(CSVRecord row, String column) {
        return row.isSet(column) ? row.get(column).strip() : "";
    }

    /** Simple Standard for Sharing Ontological Mappings (mapping-commons.github.io/sssom): exact, broad and narrow matches. */
    static void sssom(InputStream in, ConceptSink sink) throws IOException {
        var named = new HashSet<String>();
        rows(in, TSV, row -> {
            var from = Systems.ofCurie(cell(row, "subject_id"));
            var to = Systems.ofCurie(cell(row, "object_id"));
            if (from.isEmpty() || to.isEmpty()) {
                return;
            }
            switch (cell(row, "predicate_id")) {
                case "skos:exactMatch" -> sink.mapping(from.get(), to.get(), true);
                case "skos:broadMatch" -> sink.mapping(from.get(), to.get(), false);
                case "skos:narrowMatch" -> sink.mapping(to.get(), from.get(), false);
                default -> {
                    // near, but nobody says how
                }
            }
            var label = cell(row, "subject_label");
            if (!label.isEmpty() && named.add(cell(row, "subject_id"))) {
                sink.concept(Concept.of(from.get().system(), from.get().code(), List.of(label)));
            }
        });
    }

    /** Three columns x, p, y; only is-a counts. */
    static void edges(InputStream in, ConceptSink sink) throws IOException {
        rows(in, TSV, row -> {
            if (cell(row, "p").equals("rdfs:subClassOf")) {
                Systems.ofCurie(cell(row, "x"))
                        .ifPresent(child ->
                                Systems.ofCurie(cell(row, "y")).ifPresent(parent -> sink.parent(child, parent)));
            }
        });
    }

    /** Loinc.csv of a LOINC release. */
    static void loinc(InputStream in, ConceptSink sink) throws IOException {
        rows(in, CSV, row -> {
            var names = Stream.of("LONG_COMMON_NAME", "SHORTNAME", "DisplayName", "CONSUMER_NAME", "COMPONENT")
                    .map(column -> cell(row, column))
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
            if (!names.isEmpty() && !cell(row, "STATUS").equals("DEPRECATED")) {
                sink.concept(Concept.of(CodeSystems.LOINC, cell(row, "LOINC_NUM"), names));
            }
        });
    }

    /** The health care provider taxonomy as NUCC gives it out in CSV. */
    static void nucc(InputStream in, ConceptSink sink) throws IOException {
        rows(in, CSV, row -> {
            var names = Stream.of(
                            cell(row, "Display Name"),
                            Stream.of(cell(row, "Specialization"), cell(row, "Classification"))
                                    .filter(part -> !part.isEmpty())
                                    .reduce((special, general) -> special + ", " + general)
                                    .orElse(""))
                    .filter(name -> !name.isEmpty())
                    .distinct()
                    .toList();
            if (!names.isEmpty()) {
                sink.concept(Concept.of(CodeSystems.NUCC, cell(row, "Code"), names));
            }
        });
    }
}
