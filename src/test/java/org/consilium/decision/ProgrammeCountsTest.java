package org.consilium.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.consilium.comparison.Comparison.DiagnosisLevel;
import org.consilium.comparison.Comparison.TreatmentLevel;
import org.consilium.decision.ProgrammeCounts.Line;
import org.consilium.decision.ProgrammeCounts.OneCase;
import org.jspecify.annotations.Nullable;

class ProgrammeCountsTest {
    @Example
    void manyCasesAreCountedWithTheirDenominators() {
        var cases = new ArrayList<OneCase>();
        add(cases, 40, one(DiagnosisLevel.D0, TreatmentLevel.X0, 10, 3, 1, FollowUp.Again.YES));
        add(cases, 20, one(DiagnosisLevel.D1, TreatmentLevel.X2, 20, 1, 1, FollowUp.Again.NO));
        add(cases, 15, one(DiagnosisLevel.D3, TreatmentLevel.X4, 30, 2, 3, null));
        add(cases, 12, new OneCase(null, null, null, null, null, false, null));

        var counts = ProgrammeCounts.of(cases);

        assertThat(counts.cases()).isEqualTo(87);
        assertThat(line(counts, "diagnosis-confirmed")).isEqualTo(new Line("diagnosis-confirmed", 40, 75));
        assertThat(line(counts, "diagnosis-clarified")).isEqualTo(new Line("diagnosis-clarified", 20, 75));
        assertThat(line(counts, "treatment-changed")).isEqualTo(new Line("treatment-changed", 15, 75));
        assertThat(line(counts, "decided")).isEqualTo(new Line("decided", 75, 87));
        assertThat(line(counts, "again")).isEqualTo(new Line("again", 40, 60));
        assertThat(line(counts, "readier")).isEqualTo(new Line("readier", 40, 75));
        assertThat(line(counts, "turnaround")).isEqualTo(new Line("turnaround", 10, 75));
    }

    @Example
    void aSmallPartHidesTheOthersOfItsGroup() {
        var cases = new ArrayList<OneCase>();
        add(cases, 40, one(DiagnosisLevel.D0, TreatmentLevel.X0, 10, 3, 1, FollowUp.Again.YES));
        add(cases, 10, one(DiagnosisLevel.D2, TreatmentLevel.X0, 10, 3, 1, FollowUp.Again.NO));

        var counts = ProgrammeCounts.of(cases);

        assertThat(line(counts, "diagnosis-confirmed").value()).isNull();
        assertThat(line(counts, "diagnosis-changed").value()).isNull();
        assertThat(line(counts, "again").value()).isNull();
        assertThat(line(counts, "treatment-confirmed").value()).isEqualTo(50);
    }

    @Example
    void whatCannotBeComparedIsInNoDenominator() {
        var cases = new ArrayList<OneCase>();
        add(cases, 30, one(DiagnosisLevel.NOT_COMPARABLE, TreatmentLevel.X0, 10, 0, 0, FollowUp.Again.YES));

        assertThat(line(ProgrammeCounts.of(cases), "diagnosis-confirmed"))
                .isEqualTo(new Line("diagnosis-confirmed", 0, 0));
        assertThat(ProgrammeCounts.of(List.of()).lines()).hasSize(10).allMatch(it -> Objects.equals(it.of(), 0));
    }

    @Property(tries = 200)
    void noNumberFromOneToTenIsEverTold(@ForAll @IntRange(max = 30) int same, @ForAll @IntRange(max = 30) int other) {
        var cases = new ArrayList<OneCase>();
        add(cases, same, one(DiagnosisLevel.D0, TreatmentLevel.X1, 10, 3, 1, FollowUp.Again.YES));
        add(cases, other, one(DiagnosisLevel.D4, TreatmentLevel.X5, 12, 1, 3, FollowUp.Again.UNSURE));
        var counts = ProgrammeCounts.of(cases);
        Collections.reverse(cases);

        assertThat(counts.lines())
                .filteredOn(it -> !it.word().equals("turnaround"))
                .allSatisfy(line -> {
                    assertThat(line.value())
                            .satisfiesAnyOf(
                                    it -> assertThat(it).isNull(),
                                    it -> assertThat(it).isNotIn(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
                    assertThat(line.of()).isNotIn(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
                });
        assertThat(ProgrammeCounts.of(cases)).isEqualTo(counts);
    }

    private static void add(List<OneCase> cases, int times, OneCase one) {
        cases.addAll(Collections.nCopies(times, one));
    }

    private static OneCase one(
            DiagnosisLevel diagnosis,
            TreatmentLevel treatment,
            int days,
            int before,
            int after,
            FollowUp.@Nullable Again again) {
        return new OneCase(diagnosis, treatment, days, before, after, true, again);
    }

    private static Line line(ProgrammeCounts counts, String word) {
        return counts.lines().stream()
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
