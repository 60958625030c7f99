package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

class TriageProperties {
    private static final List<String> ICD =
            List.of("C50.911", "C61", "C92.00", "M54.50", "E84.0", "R91.1", "I10", "I21.4", "D65", "Z85.3");

    @Provide
    Arbitrary<List<Fact>> records() {
        return record().list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Fact> record() {
        var day = Arbitraries.integers()
                .between(0, 800)
                .map(back -> Samples.TODAY.minusDays(back).toString());
        var condition = Combinators.combine(
                        Arbitraries.of(ICD), day, Arbitraries.of("active", "resolved", "unknown", "refuted"))
                .as((icd, date, status) -> Samples.condition(icd, "Condition " + icd)
                        .on(date)
                        .status(status)
                        .made());
        return Arbitraries.oneOf(condition, paper());
    }

    @Provide
    Arbitrary<Fact> paper() {
        var day = Arbitraries.integers()
                .between(0, 800)
                .map(back -> Samples.TODAY.minusDays(back).toString());
        var report = day.map(date -> Samples.fact(FactKind.REPORT, "Surgical pathology")
                .loinc("11526-1")
                .on(date)
                .with(Detail.NARRATIVE, "HER2 positive.")
                .made());
        var scan = Combinators.combine(day, Arbitraries.of("yes", "no"))
                .as((date, images) -> Samples.fact(FactKind.IMAGING, "Mammogram")
                        .on(date)
                        .with(Detail.MODALITY, "MG")
                        .with(Detail.IMAGES, images)
                        .made());
        var lab = day.map(date -> Samples.fact(FactKind.LAB, "Blood count")
                .loinc("58410-2")
                .on(date)
                .made());
        return Arbitraries.oneOf(report, scan, lab);
    }

    private static Assessment assess(List<Fact> facts, Answers answers, LocalDate today) {
        return Triage.assess(Samples.caseFile(null, null, facts), answers, Samples.knowledge(), today);
    }

    private static boolean isLessUrgent(Assessment one, Assessment other) {
        var known = other.urgency();
        return known != null && (one.urgency() == null || known.moreUrgentThan(one.urgency()));
    }

    @Property(tries = 300)
    void aFurtherRedFlagNeverMakesItLessUrgent(@ForAll("records") List<Fact> facts) {
        var said = Said.nothing().symptoms("chest pain").answers();

        var with = assess(facts, said, Samples.TODAY);

        assertThat(isLessUrgent(with, assess(facts, Answers.NONE, Samples.TODAY)))
                .isFalse();
        assertThat(with.verdict()).isEqualTo(Assessment.Verdict.SEEK_NOW);
        assertThat(with.windows()).isEmpty();
    }

    @Property(tries = 300)
    void aFurtherRecordNeverMakesItLessComplete(@ForAll("records") List<Fact> facts, @ForAll("paper") Fact more) {
        var known = new ArrayList<>(facts);
        known.add(Samples.condition("C50.911", "Breast cancer").on("2025-01-02").made());
        var further = new ArrayList<>(known);
        further.add(more);

        var before = assess(known, Answers.NONE, Samples.TODAY).completeness();
        var after = assess(further, Answers.NONE, Samples.TODAY).completeness();

        assertThat(before == null ? 0 : before.score()).isLessThanOrEqualTo(after == null ? 0 : after.score());
    }

    @Property(tries = 300)
    void theOrderOfTheRecordsDoesNotMatter(@ForAll("records") List<Fact> facts, @ForAll long seed) {
        var shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(assess(shuffled, Answers.NONE, Samples.TODAY)).isEqualTo(assess(facts, Answers.NONE, Samples.TODAY));
    }

    @Property(tries = 300)
    void aLaterDayNeverGivesMoreTime(@ForAll @IntRange(max = 900) int age, @ForAll @IntRange(max = 60) int later) {
        var cancer = Samples.condition("C50.911", "Breast cancer")
                .on(Samples.TODAY.minusDays(age).toString())
                .made();

        assertThat(budget(cancer, Samples.TODAY.plusDays(later))).isLessThanOrEqualTo(budget(cancer, Samples.TODAY));
    }

    private static int budget(Fact cancer, LocalDate today) {
        return Objects.requireNonNull(assess(List.of(cancer), Answers.NONE, today)
                .windows()
                .getFirst()
                .budget());
    }

    @Property(tries = 500)
    void noWordsBreakIt(@ForAll String said, @ForAll String text) {
        var record = Samples.fact(FactKind.CONDITION, text.isBlank() ? "?" : text)
                .with(Detail.STAGE, said)
                .with(Detail.NARRATIVE, said)
                .icd(text)
                .made();

        assertThat(assess(
                                List.of(record),
                                Said.nothing().symptoms(said).risk(said).answers(),
                                Samples.TODAY)
                        .triggers())
                .hasSize(8);
    }
}
