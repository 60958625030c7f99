package org.consilium.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.clinical.CodeSystems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.dataformat.yaml.YAMLMapper;

class KnowledgeContentTest {
    private static final Path FOLDER = Path.of("src/main/resources/knowledge");
    private final Knowledge knowledge = KnowledgeBase.load();

    static Stream<Path> files() throws IOException {
        try (var all = Files.list(FOLDER)) {
            return all
                    .filter(file -> !file.endsWith("index.yaml") && !file.endsWith("history.yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileKeepsToTheSchema(Path file) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schemas/knowledge.schema.json")));

        assertThat(schema.validate(new YAMLMapper().readTree(Files.readString(file))))
                .as(file.toString())
                .isEmpty();
    }

    @Test
    void theSchemaRefusesAnEntryWithoutASource() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("docs/schemas/knowledge.schema.json")));
        var entry = """
                reviewBy: "2027-05-31"
                jurisdiction: any
                evidence:
                  - id: EV01
                    text: {en: "One", es: "Uno"}
                    caveat: {en: "Two", es: "Dos"}
                """;

        assertThat(schema.validate(new YAMLMapper().readTree(entry))).isNotEmpty();
    }

    @Test
    void everyFileIsInTheIndex() throws IOException {
        var named = new YAMLMapper().readTree(Files.readString(FOLDER.resolve("index.yaml")));
        var listed = named.path("files").valueStream().map(name -> name.asString() + ".yaml");

        assertThat(files().map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrderElementsOf(listed.toList());
    }

    @Test
    void everyRowOfTheListsIsThere() {
        assertThat(ids(knowledge.redFlags(), RedFlag::id))
                .containsAll(numbered("RF", 40))
                .containsAll(numbered("SY", 13));
        assertThat(ids(knowledge.windows(), window -> window.id().substring(0, 3)))
                .containsAll(numbered("W", 96));
        assertThat(ids(knowledge.procedures(), PlannedProcedure::id)).isEqualTo(numbered("PR", 33));
        assertThat(ids(knowledge.checklists(), Checklist::id)).contains("CORE").containsAll(numbered("RC", 49));
        assertThat(ids(knowledge.questions(), Question::id)).isEqualTo(numbered("Q", 44));
        assertThat(ids(knowledge.evidence(), EvidenceCard::id)).isEqualTo(numbered("EV", 16));
        assertThat(ids(knowledge.triggers(), TriggerRule::id))
                .containsExactly("T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8");
        assertThat(knowledge.groups()).hasSizeGreaterThan(75);
        assertThat(ids(knowledge.failedTrials(), FailedTrial::id))
                .containsExactlyInAnyOrder(
                        "FT-BACK",
                        "FT-KNEE",
                        "FT-REFLUX",
                        "FT-DEPRESSION",
                        "FT-RA",
                        "FT-MIGRAINE",
                        "FT-BLEEDING",
                        "FT-IBD",
                        "FT-FEVER",
                        "FT-WEIGHT",
                        "FT-EPILEPSY",
                        "FT-ASTHMA",
                        "FT-PRESSURE");
        assertThat(ids(knowledge.experts(), Expert::id)).hasSizeGreaterThan(20).allMatch(id -> id.startsWith("EX-"));
    }

    @Test
    void everyExpertIsOneForGroupsThatThereAreAndEveryFlagAssumesTreatmentsThatThereAre() {
        var groups = ids(knowledge.groups(), ConditionGroup::id);
        var treatments = ids(knowledge.treatments(), SpecialTreatment::id);

        assertThat(knowledge.experts())
                .flatExtracting(Expert::groups)
                .isNotEmpty()
                .allSatisfy(start -> assertThat(groups).anyMatch(group -> group.startsWith(String.valueOf(start))));
        assertThat(knowledge.redFlags())
                .flatExtracting(RedFlag::assumed)
                .flatExtracting(RedFlag.Assumed::treatments)
                .isNotEmpty()
                .isSubsetOf(treatments);
    }

    @Test
    void knowsWhoPaysWhereHowManyOperationsAreEnoughAndWhatTellsAFittingSpecialist() {
        var countries = knowledge.background().stream()
                .filter(each -> each.topic() == Background.Topic.INSURANCE)
                .flatMap(each -> each.countries().stream())
                .toList();
        assertThat(countries).contains("US", "DE", "ES", "FR", "GB", "IT", "IN", "JP", "IL", "AU", "CA");
        for (var topic : Background.Topic.values()) {
            assertThat(knowledge.background())
                    .filteredOn(each -> each.topic() == topic)
                    .hasSizeGreaterThan(6);
        }
        assertThat(knowledge.volumes())
                .hasSizeGreaterThan(20)
                .allMatch(volume -> volume.hospital() != null
                        || volume.surgeon() != null
                        || !volume.more().en().isBlank());
        assertThat(knowledge.experts())
                .filteredOn(expert -> !expert.nucc().isEmpty())
                .hasSizeGreaterThan(15);
    }

    @Test
    void noTwoEntriesShareAnId() {
        var all = new ArrayList<String>();
        all.addAll(ids(knowledge.groups(), ConditionGroup::id));
        all.addAll(ids(knowledge.redFlags(), RedFlag::id));
        all.addAll(ids(knowledge.windows(), Window::id));
        all.addAll(ids(knowledge.procedures(), PlannedProcedure::id));
        all.addAll(ids(knowledge.treatments(), SpecialTreatment::id));
        all.addAll(ids(knowledge.failedTrials(), FailedTrial::id));
        all.addAll(ids(knowledge.checklists(), Checklist::id));
        knowledge.checklists().forEach(list -> all.addAll(ids(list.items(), Checklist.Item::id)));
        all.addAll(ids(knowledge.questions(), Question::id));
        all.addAll(ids(knowledge.evidence(), EvidenceCard::id));
        all.addAll(ids(knowledge.triggers(), TriggerRule::id));
        all.addAll(ids(knowledge.accessRights(), AccessRight::id));
        all.addAll(ids(knowledge.volumes(), Volume::id));
        all.addAll(ids(knowledge.background(), Background::id));

        assertThat(all).doesNotHaveDuplicates();
    }

    @Test
    void everyEntryNamesItsSourceAndNoneClaimsAReview() {
        var all = provenances();

        assertThat(all).hasSizeGreaterThan(300).allSatisfy(provenance -> {
            assertThat(provenance.source()).hasSizeGreaterThan(8).doesNotContain("[R", "[K");
            assertThat(provenance.reviewedBy()).isNull();
            assertThat(provenance.reviewBy()).isAfter(LocalDate.of(2026, 11, 22));
        });
    }

    @Test
    void everyWindowBelongsToAGroupThatItsCodesReach() {
        for (var window : knowledge.windows()) {
            var group = knowledge.group(window.group()).orElseThrow();

            assertThat(window.codes())
                    .as(window.id())
                    .anyMatch(pattern -> group.codes().stream()
                            .anyMatch(wide -> wide.system().equals(pattern.system())
                                    && (pattern.code().startsWith(wide.code())
                                            || wide.code().startsWith(pattern.code()))));
        }
    }

    @Test
    void noNumberOfDaysStandsForAnEmergencyOrIsLongerThanAYear() {
        assertThat(knowledge.windows()).allSatisfy(window -> {
            if (window.urgency().isEmergency()) {
                assertThat(window.days()).as(window.id()).isNull();
            }
            assertThat(window.days() == null || window.days() <= 365).isTrue();
        });
    }

    @Test
    void theEmergencyCombinationsAskForBothCodes() {
        for (var id : List.of("RF14", "RF16", "RF40")) {
            assertThat(knowledge.redFlag(id).orElseThrow().when())
                    .as(id)
                    .allSatisfy(rule -> assertThat(rule.with()).isNotEmpty());
        }
        assertThat(knowledge.redFlag("RF13").orElseThrow().when())
                .anySatisfy(rule -> assertThat(rule.with()).isEmpty())
                .anySatisfy(rule -> assertThat(rule.with()).contains(new CodePattern(CodeSystems.ICD10CM, "D65")));
    }

    @Test
    void imagesNameTheirModalities() {
        assertThat(knowledge.checklists().stream().flatMap(list -> list.items().stream()))
                .allSatisfy(item -> assertThat(item.kind() == Checklist.Kind.IMAGES)
                        .as(item.id())
                        .isEqualTo(!item.modalities().isEmpty()));
    }

    private List<Provenance> provenances() {
        return Stream.of(
                        knowledge.groups().stream().map(ConditionGroup::provenance),
                        knowledge.redFlags().stream().map(RedFlag::provenance),
                        knowledge.windows().stream().map(Window::provenance),
                        knowledge.procedures().stream().map(PlannedProcedure::provenance),
                        knowledge.treatments().stream().map(SpecialTreatment::provenance),
                        knowledge.failedTrials().stream().map(FailedTrial::provenance),
                        knowledge.checklists().stream().map(Checklist::provenance),
                        knowledge.evidence().stream().map(EvidenceCard::provenance),
                        knowledge.accessRights().stream().map(AccessRight::provenance),
                        knowledge.experts().stream().map(Expert::provenance),
                        knowledge.volumes().stream().map(Volume::provenance),
                        knowledge.background().stream().map(Background::provenance),
                        knowledge.triggers().stream().map(TriggerRule::provenance))
                .flatMap(provenance -> provenance)
                .toList();
    }

    private static <T> List<String> ids(Collection<T> entries, Function<T, String> id) {
        return entries.stream().map(id).toList();
    }

    private static List<String> numbered(String prefix, int last) {
        return IntStream.rangeClosed(1, last)
                .mapToObj(number -> prefix + "%02d".formatted(number))
                .toList();
    }
}
