package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.Checklist;
import org.consilium.knowledge.Checklist.Kind;
import org.consilium.knowledge.CodePattern;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.records.CaseFile;
import org.consilium.triage.Assessment.ItemState;
import org.consilium.triage.Assessment.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which the shipped checklists say that an item shows is tried with one made-up record. */
class ChecklistDetectionTest {
    private static final LocalDate TODAY = Samples.TODAY;
    private static final Knowledge KNOWLEDGE = KnowledgeBase.load();
    /** The list that is added for tumors of children. */
    private static final String CHILDREN = "RC21";

    private static final String ICD = CodeSystems.ICD10CM;

    static Stream<String> lists() {
        return IntStream.rangeClosed(1, 49).mapToObj("RC%02d"::formatted);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void eachListIsThereBelongsToAGroupAndHasSomethingThatDecides(String id) {
        assertThat(id.equals(CHILDREN) || KNOWLEDGE.groups().stream().anyMatch(group -> id.equals(group.checklist())))
                .isTrue();
        assertThat(list(id).items()).anyMatch(item -> item.weight() == 3);
        assertThat(list(id).items())
                .allMatch(item -> !item.codes().isEmpty()
                        || !item.words().isEmpty()
                        || !item.modalities().isEmpty());
        assertThat(list(id).items())
                .filteredOn(item -> item.kind() == Kind.IMAGES)
                .allMatch(item -> !item.modalities().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("lists")
    void whatNoRecordShowsIsMissing(String id) {
        for (var item : items(id)) {
            var isProblemList =
                    item.codes().stream().anyMatch(code -> code.code().equals("11450-4"));
            assertThat(status(item, id)).as(item.id()).isEqualTo(isProblemList ? Presence.PRESENT : Presence.MISSING);
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void eachCodeShowsItsItem(String id) {
        for (var item : items(id)) {
            for (var code : item.codes()) {
                assertThat(status(item, id, coded(item, code, TODAY).made()))
                        .as(item.id() + " by " + code.code())
                        .isEqualTo(onPaper(item));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void eachWordOfAReportShowsItsItem(String id) {
        for (var item : items(id)) {
            for (var words : item.words()) {
                var report = Samples.fact(FactKind.REPORT, "Letter")
                        .on(TODAY.toString())
                        .with(Detail.NARRATIVE, "We saw this: " + words + ". Nothing more.");
                assertThat(status(item, id, report.made()))
                        .as(item.id() + " by " + words)
                        .isEqualTo(onPaper(item));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void imagesOfEachModalityShowTheirItemAndWithoutPicturesOnlyTheReportIsThere(String id) {
        for (var item : items(id)) {
            for (var modality : item.modalities()) {
                assertThat(status(item, id, scan(modality, TODAY, "yes")))
                        .as(item.id() + " by " + modality)
                        .isEqualTo(Presence.PRESENT);
                assertThat(status(item, id, scan(modality, TODAY, "no")))
                        .as(item.id() + " by " + modality)
                        .isEqualTo(Presence.REPORT_ONLY);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lists")
    void onTheLastDayItIsStillFreshAndOnTheNextTooOld(String id) {
        for (var item : items(id)) {
            var fresh = item.freshDays();
            if (fresh == null) {
                continue;
            }
            assertThat(status(item, id, proof(item, TODAY.minusDays(fresh))))
                    .as(item.id())
                    .isEqualTo(Presence.PRESENT);
            assertThat(status(item, id, proof(item, TODAY.minusDays(fresh + 1L))))
                    .as(item.id())
                    .isEqualTo(Presence.OUTDATED);
        }
    }

    @Test
    void theCoreListIsFoundTheSameWay() {
        for (var item : list(Catalogue.CORE).items()) {
            assertThat(status(item, "RC27")).as(item.id()).isEqualTo(Presence.MISSING);
            for (var code : item.codes()) {
                assertThat(status(item, "RC27", coded(item, code, TODAY).made()))
                        .as(item.id() + " by " + code.code())
                        .isEqualTo(Presence.PRESENT);
            }
        }
    }

    @Test
    void imagesOfAnotherPartOfTheBodyDoNotCount() {
        var knee = Samples.fact(FactKind.IMAGING, "MR KNEE LEFT")
                .on(TODAY.toString())
                .with(Detail.MODALITY, "MR")
                .with(Detail.IMAGES, "yes")
                .made();

        assertThat(status(item("RC03-BRAIN"), "RC03", knee)).isEqualTo(Presence.MISSING);
        assertThat(status(item("RC28-MR"), "RC28", knee)).isEqualTo(Presence.PRESENT);
    }

    @Test
    void whatOnlyOtherConditionsOfTheGroupNeedIsNotAskedFor() {
        var colon = Samples.condition("C18.7", "Colon cancer").on("2025-01-02").made();
        var rectum = Samples.condition("C20", "Rectal cancer").on("2025-01-02").made();

        assertThat(assess(List.of(colon), "RC02-MR").status()).isEqualTo(Presence.NOT_APPLICABLE);
        assertThat(assess(List.of(rectum), "RC02-MR").status()).isEqualTo(Presence.MISSING);
    }

    @Test
    void stagingScansOfTheBreastAreAskedForFromTheThirdStage() {
        var breast = Samples.condition("C50.911", "Breast cancer").on("2025-01-02");

        assertThat(assess(List.of(breast.made()), "RC01-STAGESCAN").status()).isEqualTo(Presence.NOT_APPLICABLE);
        assertThat(assess(List.of(breast.with(Detail.STAGE, "IIA").made()), "RC01-STAGESCAN")
                        .status())
                .isEqualTo(Presence.NOT_APPLICABLE);
        assertThat(assess(List.of(breast.with(Detail.STAGE, "IIIB").made()), "RC01-STAGESCAN")
                        .status())
                .isEqualTo(Presence.MISSING);
    }

    @Test
    void aMedicineShowsThatItWasTriedAndAnotherDoesNot() {
        var drug = Samples.fact(FactKind.MEDICATION, "Levetiracetam 500 mg tablet")
                .on("2024-05-02")
                .made();
        var other = Samples.fact(FactKind.MEDICATION, "Omeprazole 20 mg")
                .on("2024-05-02")
                .made();

        assertThat(status(item("RC31-DRUGS"), "RC31", drug)).isEqualTo(Presence.PRESENT);
        assertThat(status(item("RC31-DRUGS"), "RC31", other)).isEqualTo(Presence.MISSING);
        assertThat(status(item("RC30-DRUGS"), "RC30", other)).isEqualTo(Presence.MISSING);
    }

    private static Fact proof(Checklist.Item item, LocalDate day) {
        if (!item.modalities().isEmpty()) {
            return scan(item.modalities().getFirst(), day, "yes");
        }
        if (!item.codes().isEmpty()) {
            return coded(item, item.codes().getFirst(), day).made();
        }
        return Samples.fact(FactKind.REPORT, item.words().getFirst())
                .on(day.toString())
                .made();
    }

    private static Draft coded(Checklist.Item item, CodePattern code, LocalDate day) {
        var kind = item.kind() == Kind.LAB ? FactKind.LAB : FactKind.REPORT;
        return Samples.fact(kind, "Found").code(code.system(), code.code()).on(day.toString());
    }

    private static Fact scan(String modality, LocalDate day, String images) {
        return Samples.fact(FactKind.IMAGING, "Examination")
                .on(day.toString())
                .with(Detail.MODALITY, modality)
                .with(Detail.IMAGES, images)
                .made();
    }

    private static Presence onPaper(Checklist.Item item) {
        return item.kind() == Kind.IMAGES || item.kind() == Kind.SLIDES ? Presence.REPORT_ONLY : Presence.PRESENT;
    }

    private static Presence status(Checklist.Item item, String list, Fact... more) {
        var isForChildren = list.equals(CHILDREN);
        var code = isForChildren ? "C74.9" : codeFor(item, list);
        var facts = new ArrayList<>(List.of(more));
        var condition =
                Samples.condition(code, "Condition").on(TODAY.minusDays(5).toString());
        if (item.fromStage() != null) {
            condition.with(Detail.STAGE, "IV");
        }
        facts.add(condition.made());
        var born = isForChildren ? TODAY.minusYears(6) : null;
        return assess(Samples.caseFile(born, null, facts), item.id()).status();
    }

    /** A code of a group that has this list, one that needs the item. */
    private static String codeFor(Checklist.Item item, String list) {
        var own = KNOWLEDGE.groups().stream()
                .filter(group -> list.equals(group.checklist()))
                .flatMap(group -> group.codes().stream())
                .filter(code -> code.system().equals(ICD))
                .toList();
        if (item.onlyFor().isEmpty()) {
            return own.getFirst().code();
        }
        var wanted = item.onlyFor().stream().filter(code -> code.system().equals(ICD));
        return wanted.flatMap(code -> own.stream().flatMap(each -> narrower(code, each)))
                .findFirst()
                .orElseThrow(() -> new AssertionError(item.id() + " is for conditions of no group with its list"));
    }

    private static Stream<String> narrower(CodePattern one, CodePattern other) {
        if (one.covers(Code.of(ICD, other.code()))) {
            return Stream.of(other.code());
        }
        return other.covers(Code.of(ICD, one.code())) ? Stream.of(one.code()) : Stream.empty();
    }

    private static ItemState assess(List<Fact> facts, String item) {
        return assess(Samples.caseFile(facts.toArray(Fact[]::new)), item);
    }

    private static ItemState assess(CaseFile file, String item) {
        var assessment = Triage.assess(file, Answers.NONE, KNOWLEDGE, TODAY);
        var completeness = Objects.requireNonNull(assessment.completeness());
        return completeness.items().stream()
                .filter(state -> state.item().id().equals(item))
                .findFirst()
                .orElseThrow(() -> new AssertionError(item + " is not in the list of " + completeness.group()));
    }

    /** The items of a list; tissue of a child's tumor is on the list of the tumor already. */
    private static List<Checklist.Item> items(String id) {
        return list(id).items().stream()
                .filter(item -> !item.id().equals("RC21-PATH") && !item.id().equals("RC21-SLIDES"))
                .toList();
    }

    private static Checklist list(String id) {
        return KNOWLEDGE.checklists().stream()
                .filter(list -> list.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Checklist.Item item(String id) {
        return KNOWLEDGE.checklists().stream()
                .flatMap(list -> list.items().stream())
                .filter(item -> item.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
