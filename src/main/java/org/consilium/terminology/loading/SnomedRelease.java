package org.consilium.terminology.loading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Concept;
import org.consilium.terminology.ConceptSink;
import org.consilium.terminology.Icd10;
import org.consilium.terminology.loading.VocabularyFile.Broken;

/**
 * A SNOMED CT release in RF2, as a folder or ZIP: the snapshot of descriptions, relationships and the extended map to ICD-10-CM.
 * For those who hold a licence (SNOMED CT Release File Specifications).
 */
final class SnomedRelease implements VocabularyFile.Reader {
    private static final Pattern DESCRIPTION =
            Pattern.compile("sct2_Description_.*Snapshot.*_(\\d{8})(?:T\\w+)?\\.txt");
    private static final Pattern RELATIONSHIP = Pattern.compile("sct2_Relationship_.*Snapshot.*\\.txt");
    private static final Pattern MAP = Pattern.compile("der2_iisssccRefset_ExtendedMap.*Snapshot.*\\.txt");
    private static final String IS_A = "116680003";
    private static final String FULLY_SPECIFIED = "900000000000003001";
    private static final String ICD10CM_MAP = "6011000124106";
    private static final String ICD10_MAP = "447562003";

    private final Path place;

    private SnomedRelease(Path place) {
        this.place = place;
    }

    static boolean isZip(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(4);
            return head.length == 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
        }
    }

    static Optional<VocabularyFile> of(Path place) throws IOException {
        try {
            var release = new SnomedRelease(place);
            return release.with(root -> find(root, DESCRIPTION).stream()
                    .findFirst()
                    .map(file -> new VocabularyFile("snomed-ct", version(file), release)));
        } catch (java.util.zip.ZipException | java.nio.file.ProviderNotFoundException noArchive) {
            return Optional.empty();
        }
    }

    private static String version(Path file) {
        var name = DESCRIPTION.matcher(String.valueOf(file.getFileName()));
        return name.matches() ? name.group(1) : "";
    }

    private interface Work<T> {
        T on(Path root) throws IOException;
    }

    private <T> T with(Work<T> work) throws IOException {
        if (Files.isDirectory(place)) {
            return work.on(place);
        }
        try (var zip = FileSystems.newFileSystem(place)) {
            return work.on(zip.getPath("/"));
        }
    }

    private static List<Path> find(Path root, Pattern name) throws IOException {
        try (var walk = Files.walk(root, 8)) {
            return walk.filter(path ->
                            name.matcher(String.valueOf(path.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    @Override
    public void read(InputStream in, ConceptSink sink) {
        throw new UnsupportedOperationException("a release is many files");
    }

    void read(ConceptSink sink) throws IOException {
        with(root -> {
            for (var file : find(root, DESCRIPTION)) {
                rows(file, 9, row -> description(row, sink));
            }
            for (var file : find(root, RELATIONSHIP)) {
                rows(file, 10, row -> relationship(row, sink));
            }
            for (var file : find(root, MAP)) {
                rows(file, 13, row -> map(row, sink));
            }
            return true;
        });
    }

    private interface Row {
        void take(String[] row);
    }

    /** Active rows. */
    private static void rows(Path file, int columns, Row each) throws IOException {
        try (var lines = VocabularyFile.lines(Files.newInputStream(file))) {
            var number = 1;
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                var row = line.split("\t", -1);
                if (row.length < columns) {
                    throw new Broken("terminology.load.line", number);
                }
                if (row[2].equals("1")) {
                    each.take(row);
                }
            }
        }
    }

    /** Columns: id, effectiveTime, active, moduleId, conceptId, languageCode, typeId, term, caseSignificanceId. */
    private static void description(String[] row, ConceptSink sink) {
        var term = row[6].equals(FULLY_SPECIFIED) ? row[7].replaceFirst(" \\([^()]*\\)$", "") : row[7];
        if (row[6].equals(FULLY_SPECIFIED) && !term.isBlank()) {
            sink.concept(Concept.of(CodeSystems.SNOMED, row[4], List.of(term)));
        } else if (!term.isBlank()) {
            sink.name(Code.of(CodeSystems.SNOMED, row[4]), term);
        }
    }

    /** Columns: id, effectiveTime, active, moduleId, sourceId, destinationId, relationshipGroup, typeId, ... */
    private static void relationship(String[] row, ConceptSink sink) {
        if (row[7].equals(IS_A)) {
            sink.parent(Code.of(CodeSystems.SNOMED, row[4]), Code.of(CodeSystems.SNOMED, row[5]));
        }
    }

    /**
     * Columns: id, effectiveTime, active, moduleId, refsetId, referencedComponentId, mapGroup, mapPriority, mapRule, mapAdvice,
     * mapTarget, correlationId, mapCategoryId. Only maps without a condition; an ICD code may always be the wider one.
     */
    private static void map(String[] row, ConceptSink sink) {
        var system = switch (row[4]) {
            case ICD10CM_MAP -> CodeSystems.ICD10CM;
            case ICD10_MAP -> CodeSystems.ICD10;
            default -> "";
        };
        var target = row[10].replaceAll("[^A-Z0-9.]", "");
        if (!system.isEmpty() && row[8].equals("TRUE") && Icd10.isWellFormed(target)) {
            sink.mapping(Code.of(CodeSystems.SNOMED, row[5]), Code.of(system, Icd10.normalise(target)), false);
        }
    }
}
