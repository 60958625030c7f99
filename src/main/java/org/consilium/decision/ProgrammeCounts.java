package org.consilium.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.consilium.comparison.Comparison.DiagnosisLevel;
import org.consilium.comparison.Comparison.TreatmentLevel;
import org.jspecify.annotations.Nullable;

/**
 * What second opinions changed over many cases, with denominators. Diagnosis and treatment are counted apart, as Meyer and
 * others (Am J Med 2015) do. Cells of fewer than {@link #SMALLEST} cases are not told, so that nobody can be recognised: the
 * rule of the Centers for Medicare and Medicaid Services for published tables (fewer than 11).
 *
 * @param lines in a fixed order
 */
public record ProgrammeCounts(int cases, List<Line> lines) {
    /** The smallest number of cases that is told. */
    public static final int SMALLEST = 11;

    public ProgrammeCounts {
        lines = List.copyOf(lines);
    }

    /**
     * One number.
     *
     * @param word what is counted, as in {@code decision.programme.<word>}
     * @param value absent when it is not told because it, or what is left of its group, is too small
     * @param of the denominator; absent when that is too small itself
     */
    public record Line(
            String word, @Nullable Integer value, @Nullable Integer of) {}

    /**
     * What is known of one case.
     *
     * @param diagnosis absent when there are not two opinions
     * @param turnaround days from the first opinion to the last
     * @param openBefore how many of the four readiness questions were open before the comparison
     * @param openAfter the same at the decision
     * @param again whether the person would decide the same, from the last look back
     */
    public record OneCase(
            @Nullable DiagnosisLevel diagnosis,
            @Nullable TreatmentLevel treatment,
            @Nullable Integer turnaround,
            @Nullable Integer openBefore,
            @Nullable Integer openAfter,
            boolean decided,
            FollowUp.@Nullable Again again) {}

    /** Counts these cases. The order of the cases does not matter. */
    public static ProgrammeCounts of(List<OneCase> cases) {
        var lines = new ArrayList<Line>();
        var diagnosed = having(cases, it -> it.diagnosis() != null && it.diagnosis() != DiagnosisLevel.NOT_COMPARABLE);
        group(
                lines,
                "diagnosis",
                diagnosed,
                it -> it.diagnosis() == DiagnosisLevel.D0,
                it -> it.diagnosis() == DiagnosisLevel.D1);
        var treated = having(cases, it -> it.treatment() != null && it.treatment() != TreatmentLevel.NOT_COMPARABLE);
        group(
                lines,
                "treatment",
                treated,
                it -> it.treatment() == TreatmentLevel.X0,
                it -> it.treatment() == TreatmentLevel.X1 || it.treatment() == TreatmentLevel.X2);
        lines.add(new Line("decided", told(count(cases, OneCase::decided), cases.size()), told(cases.size())));
        var asked = having(cases, it -> it.again() != null);
        lines.add(new Line(
                "again", told(count(asked, it -> it.again() == FollowUp.Again.YES), asked.size()), told(asked.size())));
        var checked = having(cases, it -> it.openBefore() != null && it.openAfter() != null);
        lines.add(new Line(
                "readier", told(count(checked, ProgrammeCounts::readier), checked.size()), told(checked.size())));
        var timed = cases.stream().flatMap(it -> java.util.stream.Stream.ofNullable(it.turnaround()));
        var days = timed.sorted().toList();
        lines.add(new Line(
                "turnaround",
                median(days).isPresent() && days.size() >= SMALLEST
                        ? median(days).getAsInt()
                        : null,
                told(days.size())));
        return new ProgrammeCounts(cases.size(), lines);
    }

    private static boolean readier(OneCase one) {
        return one.openBefore() != null && one.openAfter() != null && one.openAfter() < one.openBefore();
    }

    /** Confirmed, clarified, changed: when one of three is too small to tell, none is, for two would give the third away. */
    private static void group(
            List<Line> lines,
            String name,
            List<OneCase> of,
            Predicate<OneCase> confirmed,
            Predicate<OneCase> clarified) {
        var same = count(of, confirmed);
        var clearer = count(of, clarified);
        var other = of.size() - same - clearer;
        var small = isSmall(same) || isSmall(clearer) || isSmall(other) || isSmall(of.size());
        lines.add(new Line(name + "-confirmed", small ? null : same, told(of.size())));
        lines.add(new Line(name + "-clarified", small ? null : clearer, told(of.size())));
        lines.add(new Line(name + "-changed", small ? null : other, told(of.size())));
    }

    private static List<OneCase> having(List<OneCase> cases, Predicate<OneCase> what) {
        return cases.stream().filter(what).toList();
    }

    private static int count(List<OneCase> cases, Predicate<OneCase> what) {
        return (int) cases.stream().filter(what).count();
    }

    private static boolean isSmall(int number) {
        return number > 0 && number < SMALLEST;
    }

    private static @Nullable Integer told(int number) {
        return isSmall(number) ? null : number;
    }

    /** A part of a whole: too small when it or the rest is. */
    private static @Nullable Integer told(int part, int whole) {
        return isSmall(part) || isSmall(whole - part) ? null : part;
    }

    private static OptionalInt median(List<Integer> sorted) {
        return sorted.isEmpty() ? OptionalInt.empty() : OptionalInt.of(sorted.get((sorted.size() - 1) / 2));
    }
}
