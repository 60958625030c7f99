package org.consilium.records.apple;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.consilium.records.Identity;
import org.jspecify.annotations.Nullable;

/** What has been read of an export so far. */
final class Export {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{0,20})?(?:[eE][+-]?\\d{1,2})?");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss Z", Locale.ROOT);
    private static final int LONGEST_NAME = 100;

    /** What is counted and not shown. */
    enum Counted {
        CLINICAL_RECORD,
        WORKOUT,
        OTHER,
        UNREADABLE
    }

    private final Series series = new Series();
    private final Map<Counted, Long> counts = new EnumMap<>(Counted.class);
    private final List<Fact> others = new ArrayList<>();
    private final String file;
    private long records;
    private @Nullable Identity me;
    private @Nullable LocalDate exported;

    Export(String file) {
        this.file = file;
    }

    /** Reads to the end, or to where the file is damaged; what came before stays. */
    void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "ExportDate" -> exported = day(value(xml, "value")).orElse(null);
                case "Me" -> me(xml);
                case "Record" -> record(xml);
                case "ClinicalRecord" -> count(Counted.CLINICAL_RECORD);
                case "Workout" -> count(Counted.WORKOUT);
                case "Audiogram", "VisionPrescription", "StateOfMind", "MedicationDoseEvent" -> count(Counted.OTHER);
                default -> {
                    // what stands inside of these, and sums that the records give again
                }
            }
        }
    }

    private static String value(XMLStreamReader xml, String attribute) {
        var found = xml.getAttributeValue(null, attribute);
        return found == null ? "" : found;
    }

    private void count(Counted what) {
        counts.merge(what, 1L, Long::sum);
    }

    private void record(XMLStreamReader xml) {
        records++;
        var measure = Measure.of(value(xml, "type"));
        if (measure == null) {
            count(Counted.OTHER);
            return;
        }
        if (measure == Measure.SleepAnalysis) {
            sleep(xml);
            return;
        }
        var start = value(xml, "startDate");
        var day = day(start);
        var event = measure.name().endsWith("Event");
        var number = event ? Optional.of(BigDecimal.ONE) : number(value(xml, "value"));
        if (day.isEmpty() || number.isEmpty()) {
            count(Counted.UNREADABLE);
            return;
        }
        var amount = measure.isFraction() && number.get().compareTo(BigDecimal.ONE) <= 0
                ? number.get().movePointRight(2)
                : number.get();
        var unit = Units.ucum(measure, event ? "count" : value(xml, "unit"));
        series.add(measure, day.get(), new Day.Reading(plain(amount), clean(unit), start, source(xml), records));
    }

    /** Time asleep, in hours, on the day of waking up. */
    private void sleep(XMLStreamReader xml) {
        if (!value(xml, "value").contains("Asleep")) {
            count(Counted.OTHER);
            return;
        }
        var start = value(xml, "startDate");
        var end = value(xml, "endDate");
        try {
            var from = OffsetDateTime.parse(start, MOMENT);
            var until = OffsetDateTime.parse(end, MOMENT);
            var seconds = Duration.between(from, until).toSeconds();
            if (seconds < 0 || seconds > 172_800) {
                count(Counted.UNREADABLE);
                return;
            }
            var hours = BigDecimal.valueOf(Math.round(seconds / 36.0), 2);
            series.add(
                    Measure.SleepAnalysis,
                    until.toLocalDate(),
                    new Day.Reading(hours, Units.ucum(Measure.SleepAnalysis, ""), end, source(xml), records));
        } catch (DateTimeException noMoment) {
            count(Counted.UNREADABLE);
        }
    }

    private void me(XMLStreamReader xml) {
        var born = PartialDate.parse(value(xml, "HKCharacteristicTypeIdentifierDateOfBirth"));
        var sex = switch (value(xml, "HKCharacteristicTypeIdentifierBiologicalSex")) {
            case "HKBiologicalSexFemale" -> Sex.FEMALE;
            case "HKBiologicalSexMale" -> Sex.MALE;
            case "HKBiologicalSexOther" -> Sex.OTHER;
            default -> null;
        };
        me = new Identity(List.of(), born.map(PartialDate::withoutTime).orElse(null), sex, List.of());
        bloodGroup(value(xml, "HKCharacteristicTypeIdentifierBloodType"))
                .ifPresent(group -> others.add(new Fact(
                        FactKind.LAB,
                        List.of(Code.of(CodeSystems.LOINC, "882-1")),
                        "ABO and Rh group",
                        null,
                        null,
                        "unknown",
                        new Value.Words(group),
                        Map.of(Detail.CATEGORY, "laboratory"),
                        List.of(new Source(file, "Me")))));
    }

    /** {@code HKBloodTypeABNegative} as AB-. */
    private static Optional<String> bloodGroup(String type) {
        var group = Pattern.compile("HKBloodType(A|B|AB|O)(Positive|Negative)").matcher(type);
        return group.matches()
                ? Optional.of(group.group(1) + (group.group(2).equals("Positive") ? "+" : "-"))
                : Optional.empty();
    }

    private static Optional<BigDecimal> number(String written) {
        return NUMBER.matcher(written).matches() ? Optional.of(new BigDecimal(written)) : Optional.empty();
    }

    /** As written, but never with more digits than anyone measures. */
    private static BigDecimal plain(BigDecimal number) {
        var rounded = number.scale() > 4 ? number.setScale(4, java.math.RoundingMode.HALF_UP) : number;
        var stripped = rounded.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static Optional<LocalDate> day(String start) {
        return start.length() < 10
                ? Optional.empty()
                : PartialDate.parse(start.substring(0, 10))
                        .filter(PartialDate::isDay)
                        .map(PartialDate::earliest);
    }

    private static String source(XMLStreamReader xml) {
        return clean(value(xml, "sourceName"));
    }

    private static String clean(String words) {
        var plain = words.replaceAll("\\p{Cntrl}|\\p{Cs}", "")
                .replace('\u00a0', ' ')
                .strip();
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
    }

    long counted(Counted what) {
        return counts.getOrDefault(what, 0L);
    }

    Series series() {
        return series;
    }

    @Nullable
    Identity me() {
        return me;
    }

    List<Fact> facts() {
        var facts = new ArrayList<>(others);
        facts.addAll(series.facts(file, exported));
        return facts;
    }
}
