package org.consilium.records.apple;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** All readings of an export, put together by kind and day as the package says. */
final class Series {
    /** Days of all kinds together: 30 kinds over 30 years. */
    private static final int MOST_DAYS = 330_000;

    private static final int YEARS_BY_DAY = 2;
    private static final String HEALTHKIT = "https://developer.apple.com/documentation/healthkit";

    private final Map<Measure, TreeMap<LocalDate, Day>> days = new EnumMap<>(Measure.class);
    private int dayCount;
    private long readings;
    private long refused;

    /** @param day the day by the clock of where it was measured */
    void add(Measure measure, LocalDate day, Day.Reading reading) {
        var ofMeasure = days.computeIfAbsent(measure, any -> new TreeMap<>());
        var found = ofMeasure.get(day);
        if (found == null) {
            if (dayCount >= MOST_DAYS) {
                refused++;
                return;
            }
            dayCount++;
            found = new Day(reading.unit(), reading.place());
            ofMeasure.put(day, found);
        }
        if (!found.unit().equals(reading.unit())) {
            refused++;
            return;
        }
        readings++;
        found.add(reading, measure.way());
    }

    long readings() {
        return readings;
    }

    /** Readings left out: of too many days, or in a second unit on the same day. */
    long refused() {
        return refused;
    }

    /** @param exported the day of the export; null when the file does not say: then the last day in it */
    List<Fact> facts(String file, @Nullable LocalDate exported) {
        var last = exported != null
                ? exported
                : days.values().stream()
                        .map(TreeMap::lastKey)
                        .max(LocalDate::compareTo)
                        .orElse(LocalDate.EPOCH);
        var byDay = last.minusYears(YEARS_BY_DAY);
        var facts = new ArrayList<Fact>();
        days.forEach((measure, ofMeasure) -> {
            if (measure.way() == Measure.Way.EACH) {
                ofMeasure.forEach((day, found) -> each(facts, file, measure, day, found));
                return;
            }
            var weeks = new TreeMap<LocalDate, Day>();
            ofMeasure.headMap(byDay).forEach((day, found) -> {
                var monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                var week = weeks.computeIfAbsent(monday, any -> new Day(found.unit(), found.place()));
                if (measure.way() == Measure.Way.SUM) {
                    week.addDay(found.total(), found.total(), found.total(), 1);
                } else if (week.unit().equals(found.unit())) {
                    week.addDay(found.mean(), found.least(), found.most(), found.count());
                }
            });
            weeks.forEach((monday, week) ->
                    facts.add(summary(file, measure, monday, monday.plusDays(6), week, week.mean(), true)));
            ofMeasure.tailMap(byDay).forEach((day, found) -> {
                var sums = measure.way() == Measure.Way.SUM;
                facts.add(summary(file, measure, day, null, found, sums ? found.total() : found.mean(), !sums));
            });
        });
        return facts;
    }

    private static void each(List<Fact> facts, String file, Measure measure, LocalDate day, Day found) {
        if (found.count() > Day.EACH) {
            facts.add(summary(file, measure, day, null, found, found.mean(), true));
            return;
        }
        for (var reading : found.readings()) {
            var details = new EnumMap<Detail, String>(Detail.class);
            details.put(Detail.CATEGORY, category(measure));
            if (!reading.source().isEmpty()) {
                details.put(Detail.PERFORMER, reading.source());
            }
            facts.add(new Fact(
                    measure.kind(),
                    codes(measure, reading.unit()),
                    measure.words(),
                    moment(reading.start(), day),
                    null,
                    "final",
                    measure.name().endsWith("Event") ? null : new Value.Quantity(reading.value(), null, reading.unit()),
                    details,
                    List.of(new Source(file, "Record[" + reading.place() + "]"))));
        }
    }

    private static Fact summary(
            String file,
            Measure measure,
            LocalDate day,
            @Nullable LocalDate end,
            Day found,
            double number,
            boolean ranges) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.put(Detail.CATEGORY, category(measure));
        if (ranges && found.most() > found.least()) {
            details.put(
                    Detail.NARRATIVE,
                    rounded(found.least()).toPlainString() + "–"
                            + rounded(found.most()).toPlainString() + " " + found.unit()
                            + " (n = " + found.count() + ")");
        }
        var sum = measure.way() == Measure.Way.SUM;
        var words = measure.words() + (end != null ? " (mean of the week)" : sum ? "" : " (mean of the day)");
        return new Fact(
                measure.kind(),
                codes(measure, found.unit()),
                words,
                PartialDate.of(day),
                end == null ? null : PartialDate.of(end),
                "final",
                new Value.Quantity(rounded(number), null, found.unit()),
                details,
                List.of(new Source(file, "Record[" + found.place() + "]")));
    }

    private static String category(Measure measure) {
        return measure.kind() == org.consilium.clinical.FactKind.LAB
                ? "laboratory"
                : measure.way() == Measure.Way.SUM ? "activity" : "vital-signs";
    }

    private static List<Code> codes(Measure measure, String unit) {
        var codes = new ArrayList<Code>();
        if (measure == Measure.BloodGlucose && unit.startsWith("mmol")) {
            codes.add(Code.of(CodeSystems.LOINC, "15074-8"));
        } else if (measure.loinc() != null) {
            codes.add(Code.of(CodeSystems.LOINC, measure.loinc()));
        }
        codes.add(Code.of(HEALTHKIT, measure.type()));
        return codes;
    }

    /** Four digits are more than any of these devices measures. */
    private static BigDecimal rounded(double number) {
        var scale = Math.abs(number) >= 100 ? 0 : Math.abs(number) >= 10 ? 1 : 2;
        var plain =
                BigDecimal.valueOf(number).setScale(scale, RoundingMode.HALF_UP).stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0) : plain;
    }

    /** {@code 2026-03-01 08:15:00 -0500} as a moment. */
    private static PartialDate moment(String start, LocalDate day) {
        var parts = start.strip().toUpperCase(Locale.ROOT).split(" ");
        if (parts.length == 3 && parts[2].matches("[+-]\\d{4}")) {
            return PartialDate.parse(parts[0] + "T" + parts[1] + parts[2].substring(0, 3) + ":" + parts[2].substring(3))
                    .orElse(PartialDate.of(day));
        }
        return PartialDate.parse(start.strip()).orElse(PartialDate.of(day));
    }
}
