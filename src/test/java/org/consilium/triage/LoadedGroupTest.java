package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.triage.Samples.caseFile;
import static org.consilium.triage.Samples.trigger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.records.CaseFile;
import org.consilium.terminology.Terminologies;
import org.consilium.triage.Assessment.Met;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition whose own code is in no group, but whose wider one in a loaded terminology is. */
class LoadedGroupTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
    private static final Knowledge KNOWLEDGE = KnowledgeBase.load();
    private static final String MONDO = "http://purl.obolibrary.org/obo/mondo.owl";

    /** 1 stands above all; 2 is breast cancer by its ICD-10-CM code; 3 to 5 are kinds of it, 5 with a SNOMED CT and an ORPHA code. */
    private static final String MADE_UP = """
            format-version: 1.4
            data-version: mondo/made-up
            ontology: mondo

            [Term]
            id: MONDO:1
            name: thing

            [Term]
            id: MONDO:2
            name: breast trouble
            is_a: MONDO:1
            xref: ICD10CM:C50 {source="MONDO:equivalentTo"}

            [Term]
            id: MONDO:3
            name: breast trouble of one kind
            is_a: MONDO:2

            [Term]
            id: MONDO:4
            name: breast trouble of a closer kind
            is_a: MONDO:3

            [Term]
            id: MONDO:5
            name: breast trouble of the closest kind
            is_a: MONDO:4
            xref: SCTID:900000005 {source="MONDO:equivalentTo"}
            xref: Orphanet:990005 {source="MONDO:equivalentTo"}

            [Term]
            id: MONDO:6
            name: other trouble
            is_a: MONDO:9
            xref: SCTID:900000006 {source="MONDO:equivalentTo"}

            [Term]
            id: MONDO:7
            name: round trouble
            is_a: MONDO:8

            [Term]
            id: MONDO:8
            name: trouble round
            is_a: MONDO:7

            [Term]
            id: MONDO:9
            name: trouble of a range of classes
            is_a: MONDO:1
            xref: ICD10CM:C50-C58 {source="MONDO:equivalentTo"}
            """;

    @TempDir
    private Path folder;

    private static CaseFile having(String system, String code) {
        return caseFile(Draft.of(FactKind.CONDITION, "A trouble by a code")
                .code(system, code)
                .status("active")
                .on("2025-05-22")
                .made());
    }

    private static Assessment assess(CaseFile file, Terminologies terminologies) {
        var wider = terminologies.wider(() -> Triage.unplacedCodes(file, Answers.NONE, KNOWLEDGE, TODAY));
        return Triage.assess(file, Answers.NONE, KNOWLEDGE, new Loaded(Set.of(), wider), TODAY);
    }

    private Terminologies madeUp() throws IOException {
        var terminologies = Terminologies.in(folder.resolve("terminology"));
        terminologies.load(Files.writeString(folder.resolve("mondo.obo"), MADE_UP), count -> {});
        return terminologies;
    }

    @ParameterizedTest
    @CsvSource({
        MONDO + ",2",
        MONDO + ",3",
        MONDO + ",5",
        CodeSystems.SNOMED + ",900000005",
        CodeSystems.ORPHA + ",990005"
    })
    void aKindOfBreastCancerByTheLoadedFileIsInItsGroup(String system, String code) throws IOException {
        var file = having(system, code);
        try (var terminologies = madeUp()) {
            var assessment = assess(file, terminologies);

            assertThat(Objects.requireNonNull(assessment.completeness()).group())
                    .isEqualTo("CA-BREAST");
            assertThat(trigger(assessment, "T1").met()).isEqualTo(Met.YES);
        }
        var bare = Triage.assess(file, Answers.NONE, KNOWLEDGE, TODAY);
        assertThat(bare.completeness()).isNull();
        assertThat(trigger(bare, "T1").met()).isNotEqualTo(Met.YES);
    }

    @Test
    void aCodeThatSaysTheSameBringsItsTimeWindowAndAWiderOneDoesNot() throws IOException {
        try (var terminologies = madeUp()) {
            assertThat(assess(having(MONDO, "2"), terminologies).windows())
                    .extracting(budget -> budget.window().id())
                    .contains("W01");
            assertThat(assess(having(MONDO, "3"), terminologies).windows()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({MONDO + ",1", MONDO + ",6", MONDO + ",7", MONDO + ",999", CodeSystems.SNOMED + ",900000006"})
    void whatHasNothingKnownAboveItIsPlacedNowhere(String system, String code) throws IOException {
        try (var terminologies = madeUp()) {
            assertThat(assess(having(system, code), terminologies).completeness())
                    .isNull();
        }
    }

    @Test
    void aConditionInAGroupIsNotLookedUp() throws IOException {
        var file = caseFile(
                Samples.condition("C50.911", "Breast cancer").on("2025-05-22").made());
        try (var terminologies = madeUp()) {
            assertThat(Triage.unplacedCodes(file, Answers.NONE, KNOWLEDGE, TODAY))
                    .isEmpty();
            assertThat(assess(file, terminologies)).isEqualTo(Triage.assess(file, Answers.NONE, KNOWLEDGE, TODAY));
        }
    }

    /** The real files, when they are there: how many diseases of Mondo with a SNOMED CT code they place. */
    @Test
    void theRealFilesPlaceDiseasesThatNoGroupNames() throws IOException {
        var real = Path.of("target/shared-data/ontology/monarch-initiative+mondo");
        if (!Files.isDirectory(real)) {
            System.out.println("no real ontology files unpacked: nothing to place");
            return;
        }
        try (var terminologies = Terminologies.in(folder.resolve("real"));
                var walk = Files.walk(real)) {
            var files = walk.filter(path -> path.toString()
                            .matches(".*(mondo_exactmatch_(sctid|orphanet|icd10cm)\\.sssom|/edges)\\.tsv"))
                    .sorted()
                    .toList();
            files.forEach(file -> terminologies.load(file, count -> {}));
            var byGroup = new TreeMap<String, Integer>();
            var unplaced = snomed(files).stream()
                    .filter(code -> KNOWLEDGE.groupsFor(List.of(code)).isEmpty())
                    .toList();
            unplaced.forEach(
                    code -> placed(code, terminologies).forEach(group -> byGroup.merge(group.id(), 1, Integer::sum)));
            var placed = unplaced.stream()
                    .filter(code -> placed(code, terminologies).findAny().isPresent())
                    .count();
            System.out.println("SNOMED CT codes of Mondo in no group: %d, of these placed by Mondo: %d %s"
                    .formatted(unplaced.size(), placed, byGroup));
            assertThat(placed).isGreaterThan(unplaced.size() / 10);
            // invasive ductal and mixed lobular breast carcinoma
            assertThat(Stream.of("408643008", "444604002")
                            .map(code -> Code.of(CodeSystems.SNOMED, code))
                            .map(code -> placed(code, terminologies).toList()))
                    .allSatisfy(groups ->
                            assertThat(groups).extracting(ConditionGroup::id).contains("CA-BREAST"));
        }
    }

    private static Stream<ConditionGroup> placed(Code code, Terminologies terminologies) {
        var catalogue = Catalogue.of(KNOWLEDGE);
        var held = Held.of(List.of(code), "A trouble", null, catalogue);
        var wider = terminologies.wider(() -> Set.of(code));
        return new Loaded(Set.of(), wider).place(held, catalogue).groups().stream();
    }

    private static List<Code> snomed(List<Path> files) throws IOException {
        var sctid = files.stream()
                .filter(file -> file.toString().contains("_sctid"))
                .findFirst()
                .orElseThrow();
        try (var lines = Files.lines(sctid)) {
            return lines.map(line -> line.split("\t"))
                    .filter(cells -> cells.length > 3 && cells[3].startsWith("SCTID:"))
                    .map(cells -> Code.of(CodeSystems.SNOMED, cells[3].substring(6)))
                    .distinct()
                    .toList();
        }
    }
}
