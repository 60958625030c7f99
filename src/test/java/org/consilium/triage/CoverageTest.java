package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.triage.Samples.caseFile;
import static org.consilium.triage.Samples.condition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.knowledge.CodeRule;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.knowledge.RedFlag;
import org.consilium.knowledge.Window;
import org.junit.jupiter.api.Test;

/** What the vignettes reach of the knowledge, and how often what is found is what was expected. */
class CoverageTest {
    private static final Knowledge KNOWLEDGE = KnowledgeBase.load();
    private static final LocalDate TODAY = Vignette.TODAY;

    /** W02, W13 and W27 stand behind a window of the same code that always governs; they are kept for their source. */
    private static final Set<String> NEVER_FIRST = Set.of("W02", "W13", "W27");

    private static List<Assessment> assessments() {
        return Stream.concat(Vignette.all(), Vignette.oneCondition())
                .map(vignette -> vignette.assess(KNOWLEDGE))
                .toList();
    }

    @Test
    void thereAreAtLeastTwoHundredOfThem() {
        assertThat(Vignette.all()).hasSizeGreaterThan(200);
    }

    @Test
    void everyGroupIsTouched() {
        var touched = Stream.concat(Vignette.all(), Vignette.oneCondition())
                .map(vignette -> History.of(vignette.caseFile(), vignette.answers(), Catalogue.of(KNOWLEDGE), TODAY))
                .flatMap(history -> history.present().stream())
                .flatMap(held -> held.groups().stream())
                .map(ConditionGroup::id)
                .collect(Collectors.toSet());

        assertThat(missing(KNOWLEDGE.groups().stream().map(ConditionGroup::id), touched))
                .isEmpty();
    }

    @Test
    void everyWindowIsTouched() {
        var touched = assessments().stream()
                .flatMap(assessment -> assessment.windows().stream())
                .map(budget -> budget.window().id())
                .collect(Collectors.toSet());

        assertThat(missing(KNOWLEDGE.windows().stream().map(Window::id), touched))
                .containsExactlyElementsOf(new TreeSet<>(NEVER_FIRST));
    }

    @Test
    void everyRedFlagIsTouched() {
        var touched = Stream.concat(
                        assessments().stream(), expectedEmergencies().stream().map(CoverageTest::assess))
                .flatMap(assessment -> assessment.emergencies().stream())
                .map(up -> up.flag().id())
                .collect(Collectors.toSet());

        assertThat(missing(KNOWLEDGE.redFlags().stream().map(RedFlag::id), touched))
                .isEmpty();
    }

    @Test
    void everySituationIsThere() {
        var missing = Situations.all().entrySet().stream()
                .filter(situation -> Vignette.all().noneMatch(situation.getValue()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(missing).isEmpty();
    }

    @Test
    void everyGroupHasACaseWhoseListIsLookedAtOrSaysThatThereIsNone() {
        var looked = Stream.concat(Vignette.all(), Vignette.oneCondition())
                .map(vignette -> vignette.assess(KNOWLEDGE).completeness())
                .filter(Objects::nonNull)
                .map(Assessment.Completeness::group)
                .collect(Collectors.toSet());

        assertThat(missing(KNOWLEDGE.groups().stream().map(ConditionGroup::id), looked))
                .isEmpty();
    }

    /** Emergencies are never missed. */
    @Test
    void whatIsFoundIsWhatWasExpected() {
        var confusion = Confusion.ofAll(KNOWLEDGE);

        assertThat(confusion.rate("emergency", "y")).isEqualTo(100);
        assertThat(confusion.rate("emergency", "n")).isGreaterThan(99);
        assertThat(confusion.count("emergency", "yy")).isGreaterThan(200);
        for (var trigger = 1; trigger <= 8; trigger++) {
            assertThat(confusion.rate("T" + trigger, "y")).isEqualTo(100);
            assertThat(confusion.rate("T" + trigger, "n")).isEqualTo(100);
        }
    }

    static boolean isEmergency(List<Fact> facts) {
        return !assess(facts).emergencies().isEmpty();
    }

    private static Assessment assess(List<Fact> facts) {
        return Triage.assess(caseFile(facts.toArray(Fact[]::new)), Answers.NONE, KNOWLEDGE, TODAY);
    }

    private record Case(RedFlag flag, CodeRule rule, String icd) {
        Draft main(int daysAgo) {
            return condition(icd, "Condition of the list")
                    .on(TODAY.minusDays(daysAgo).toString());
        }

        List<Fact> with(Draft main) {
            var facts = new ArrayList<>(List.of(main.made()));
            if (!rule.with().isEmpty()) {
                facts.add(condition(rule.with().getFirst().code(), "Companion")
                        .on(TODAY.minusDays(200).toString())
                        .made());
            }
            return facts;
        }
    }

    private static List<Case> cases() {
        return KNOWLEDGE.redFlags().stream()
                .flatMap(flag -> flag.when().stream()
                        .flatMap(rule -> rule.any().stream()
                                .filter(pattern -> pattern.system().contains("icd-10-cm"))
                                .map(pattern ->
                                        new Case(flag, rule, pattern.code().replace('?', '0')))))
                .toList();
    }

    /** Each code of the list today, the day before its last day and on it. */
    static List<List<Fact>> expectedEmergencies() {
        return cases().stream()
                .flatMap(one -> Stream.of(0, one.flag.recentDays() - 1, one.flag.recentDays())
                        .map(days -> one.with(one.main(days))))
                .toList();
    }

    /** The same codes when they are over, taken back, a matter of the past or of a relative, or older than the longest time. */
    static List<List<Fact>> noEmergencies() {
        return cases().stream()
                .flatMap(one -> Stream.of(
                                one.main(1).status("resolved"),
                                one.main(1).status("entered-in-error"),
                                one.main(1).with(Detail.VERIFICATION, "refuted"),
                                one.main(1).with(Detail.VERIFICATION, "entered-in-error"),
                                one.main(1).with(Detail.VERIFICATION, "differential"),
                                condition(one.icd, "History of a condition of the list")
                                        .on(TODAY.toString()),
                                condition(one.icd, "Family history of a condition of the list")
                                        .on(TODAY.toString()),
                                one.main(longest(one.icd) + 1))
                        .map(one::with))
                .toList();
    }

    /** A code may stand in more than one flag. */
    private static int longest(String icd) {
        return cases().stream()
                .filter(one -> icd.startsWith(one.icd))
                .mapToInt(one -> one.flag.recentDays())
                .max()
                .orElseThrow();
    }

    private static Set<String> missing(Stream<String> all, Set<String> touched) {
        return all.filter(Objects::nonNull)
                .filter(id -> !touched.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
