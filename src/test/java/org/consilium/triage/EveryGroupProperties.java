package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.CodePattern;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.knowledge.RedFlag;
import org.consilium.triage.Assessment.Presence;

/** What holds for the conditions of every group and every window of the knowledge that comes with the program. */
class EveryGroupProperties {
    private static final Knowledge KNOWLEDGE = KnowledgeBase.load();
    private static final List<String> CODES = codes();

    /** Every ICD-10-CM code that a group or a window names. */
    private static List<String> codes() {
        var codes = new ArrayList<String>();
        KNOWLEDGE.groups().forEach(group -> group.codes().forEach(pattern -> add(pattern, codes)));
        KNOWLEDGE.windows().forEach(window -> window.codes().forEach(pattern -> add(pattern, codes)));
        return codes.stream().distinct().toList();
    }

    private static void add(CodePattern pattern, List<String> codes) {
        if (pattern.system().equals(CodeSystems.ICD10CM) && !pattern.code().contains("?")) {
            codes.add(pattern.code());
        }
    }

    @Example
    void everyGroupIsAmongThem() {
        var reached = CODES.stream()
                .flatMap(code -> KNOWLEDGE.groupsFor(List.of(Code.of(CodeSystems.ICD10CM, code))).stream())
                .map(ConditionGroup::id)
                .toList();

        assertThat(KNOWLEDGE.groups())
                .extracting(ConditionGroup::id)
                .allSatisfy(id -> assertThat(reached).contains(id));
    }

    @Provide
    Arbitrary<List<Fact>> records() {
        return Arbitraries.frequencyOf(Tuple.of(3, condition()), Tuple.of(1, paper()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    @Provide
    Arbitrary<Fact> condition() {
        return Combinators.combine(Arbitraries.of(CODES), day(), Arbitraries.of("", ", stage II", ", high risk, 5 cm"))
                .as((code, day, trait) -> Samples.condition(code, "Condition " + code + trait)
                        .on(day)
                        .made());
    }

    @Provide
    Arbitrary<Fact> paper() {
        return Combinators.combine(
                        Arbitraries.of(FactKind.REPORT, FactKind.IMAGING, FactKind.PROCEDURE),
                        Arbitraries.of("Biopsy", "CT of the chest", "Mammogram", "Blood count"),
                        Arbitraries.of("yes", "no"),
                        day())
                .as((kind, name, images, day) -> Samples.fact(kind, name)
                        .on(day)
                        .with(Detail.IMAGES, images)
                        .made());
    }

    private static Arbitrary<String> day() {
        return Arbitraries.integers()
                .between(0, 500)
                .map(back -> Samples.TODAY.minusDays(back).toString());
    }

    @Provide
    Arbitrary<RedFlag> flag() {
        return Arbitraries.of(KNOWLEDGE.redFlags());
    }

    private static Assessment assess(List<Fact> facts, Answers answers, LocalDate today) {
        return Triage.assess(Samples.caseFile(null, null, facts), answers, KNOWLEDGE, today);
    }

    /** A clock that the records start is the same clock on a later day: only of a dated condition, not of a booked one. */
    @Property(tries = 300)
    void aLaterDayNeverGivesMoreTime(@ForAll("condition") Fact condition, @ForAll @IntRange(max = 90) int later) {
        var before = budgets(assess(List.of(condition), Answers.NONE, Samples.TODAY));
        var after = budgets(assess(List.of(condition), Answers.NONE, Samples.TODAY.plusDays(later)));

        after.forEach(
                (window, days) -> assertThat(days).as(window).isLessThanOrEqualTo(before.getOrDefault(window, days)));
    }

    private static Map<String, Integer> budgets(Assessment assessment) {
        var days = new HashMap<String, Integer>();
        for (var budget : assessment.windows()) {
            var left = budget.budget();
            if (left != null) {
                days.put(budget.window().id(), left);
            }
        }
        return days;
    }

    @Property(tries = 300)
    void aFurtherRedFlagNeverMakesItLessUrgent(@ForAll("records") List<Fact> facts, @ForAll("flag") RedFlag flag) {
        var before = assess(facts, Answers.NONE, Samples.TODAY);
        var after = assess(facts, Said.nothing().symptoms(flag.id()).answers(), Samples.TODAY);

        assertThat(after.verdict()).isEqualTo(Assessment.Verdict.SEEK_NOW);
        assertThat(after.windows()).isEmpty();
        assertThat(after.urgency()).isNotNull();
        if (!before.emergencies().isEmpty() && before.urgency() != null && after.urgency() != null) {
            assertThat(after.urgency()).isLessThanOrEqualTo(before.urgency());
        }
    }

    @Property(tries = 300)
    void theOrderOfTheRecordsDoesNotMatter(@ForAll("records") List<Fact> facts, @ForAll long seed) {
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(assess(shuffled, Answers.NONE, Samples.TODAY)).isEqualTo(assess(facts, Answers.NONE, Samples.TODAY));
    }

    @Property(tries = 300)
    void aFurtherPaperNeverMakesItLessComplete(@ForAll("condition") Fact condition, @ForAll("paper") Fact paper) {
        var before = present(assess(List.of(condition), Answers.NONE, Samples.TODAY));
        var after = present(assess(List.of(condition, paper), Answers.NONE, Samples.TODAY));

        assertThat(after).containsAll(before);
    }

    private static List<String> present(Assessment assessment) {
        var completeness = assessment.completeness();
        return completeness == null
                ? List.of()
                : completeness.items().stream()
                        .filter(item -> item.status() == Presence.PRESENT)
                        .map(item -> item.item().id())
                        .toList();
    }

    /** Assessing a case again, on another day and with other answers, leaves nothing behind. */
    @Property(tries = 200)
    void anotherAssessmentInBetweenChangesNothing(@ForAll("records") List<Fact> facts) {
        var file = Samples.caseFile(null, null, facts);
        var first = Triage.assess(file, Answers.NONE, KNOWLEDGE, Samples.TODAY);
        var between = Triage.assess(
                file, Said.nothing().symptoms("chest pain").answers(), KNOWLEDGE, Samples.TODAY.plusDays(40));

        assertThat(between.verdict()).isEqualTo(Assessment.Verdict.SEEK_NOW);
        assertThat(Triage.assess(file, Answers.NONE, KNOWLEDGE, Samples.TODAY)).isEqualTo(first);
        assertThat(assess(facts, Answers.NONE, Samples.TODAY)).isEqualTo(first);
    }
}
