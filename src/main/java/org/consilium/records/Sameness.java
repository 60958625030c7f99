package org.consilium.records;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.consilium.terminology.Units;
import org.jspecify.annotations.Nullable;

/** What must agree for two facts to say the same; the rules stand at {@link Merge}. */
final class Sameness {
    /** Code systems from the most to the least telling: the first one in which two facts both have a code decides. */
    static final List<String> TELLING = List.of(
            CodeSystems.SNOMED,
            CodeSystems.LOINC,
            CodeSystems.RXNORM,
            CodeSystems.CVX,
            CodeSystems.ICD10CM,
            CodeSystems.ICD10PCS,
            CodeSystems.CPT,
            CodeSystems.HCPCS,
            CodeSystems.ICD10,
            CodeSystems.ICD9CM,
            CodeSystems.NDC,
            CodeSystems.ATC,
            CodeSystems.ORPHA,
            CodeSystems.DICOM);

    /** What splits facts that else agree; a fact that does not say joins if there is only one answer. */
    static final List<Function<Fact, String>> SPLITTING = List.of(
            Sameness::status,
            Sameness::onset,
            Sameness::time,
            Sameness::end,
            fact -> words(fact, Detail.LATERALITY),
            fact -> words(fact, Detail.BODY_SITE),
            Sameness::dose,
            Sameness::narrative);

    /** LOINC «genetic variant assessment»: which variant it is stands in the text alone. */
    private static final Code VARIANT = Code.of(CodeSystems.LOINC, "69548-6");

    private Sameness() {}

    /** What has to be equal, whatever the codes. */
    static String base(Fact fact) {
        var study = OneStudy.uid(fact);
        if (study.isPresent()) {
            return fact.kind().name() + '|' + fact.holds() + "|study|" + study.get();
        }
        return fact.kind().name()
                + '|'
                + fact.holds()
                + '|'
                + day(fact)
                + '|'
                + value(fact.value())
                + '|'
                + extra(fact);
    }

    static String extra(Fact fact) {
        return switch (fact.kind()) {
            case FAMILY_HISTORY -> words(fact, Detail.RELATIVE);
            case IMAGING -> words(fact, Detail.MODALITY);
            case DOCUMENT -> plain(fact.text());
            case CONDITION,
                    MEDICATION,
                    ALLERGY,
                    LAB,
                    VITAL,
                    PROCEDURE,
                    PLANNED_PROCEDURE,
                    REPORT,
                    IMMUNIZATION,
                    ENCOUNTER,
                    SOCIAL_HISTORY,
                    DEVICE -> "";
        };
    }

    private static String day(Fact fact) {
        var date = fact.date();
        if (date == null || fact.kind() == FactKind.ALLERGY || fact.kind() == FactKind.FAMILY_HISTORY) {
            return "";
        }
        return date.withoutTime().toString();
    }

    static String value(@Nullable Value value) {
        return switch (value) {
            case null -> "";
            case Value.Quantity quantity -> Units.key(quantity.number(), quantity.unit()) + "|" + quantity.comparator();
            case Value.Coded coded ->
                coded.codes().stream().map(Sameness::code).sorted().findFirst().orElseGet(() -> plain(coded.text()));
            case Value.Words words -> plain(words.text());
        };
    }

    /** The value with the most digits; of several, the one of the first fact. Words and answers: that of the first fact. */
    static @Nullable Value finestValue(List<Fact> facts) {
        var value = facts.getFirst().value();
        for (var fact : facts) {
            if (fact.value() instanceof Value.Quantity theirs
                    && value instanceof Value.Quantity ours
                    && !sameUnit(ours, theirs)
                    && digits(theirs) > digits(ours)) {
                value = theirs;
            }
        }
        return value;
    }

    private static int digits(Value.Quantity quantity) {
        return quantity.number().stripTrailingZeros().precision();
    }

    /** True unless both are numbers and their units are not the same one in other words. */
    static boolean sameUnit(@Nullable Value first, @Nullable Value second) {
        return !(first instanceof Value.Quantity ours)
                || !(second instanceof Value.Quantity theirs)
                || Units.key(BigDecimal.ONE, ours.unit()).equals(Units.key(BigDecimal.ONE, theirs.unit()));
    }

    /** The most exact date; of several, the one of the first fact. */
    static @Nullable PartialDate finestDate(List<Fact> facts) {
        PartialDate finest = null;
        for (var fact : facts) {
            var date = fact.date();
            if (date != null && (finest == null || grain(date) > grain(finest))) {
                finest = date;
            }
        }
        return finest;
    }

    private static int grain(PartialDate date) {
        if (date.time() != null) {
            return 3;
        }
        return date.isDay() ? 2 : date.month() != null ? 1 : 0;
    }

    static String code(Code code) {
        return code.system() + '|' + code.code().toLowerCase(Locale.ROOT);
    }

    static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static String words(Fact fact, Detail detail) {
        return fact.detail(detail).map(Sameness::plain).orElse("");
    }

    private static String status(Fact fact) {
        return fact.status().equals("unknown") ? "" : fact.status();
    }

    /** The day of what may be known without one, and the age of a relative. */
    private static String onset(Fact fact) {
        var date = fact.date();
        return switch (fact.kind()) {
            case ALLERGY -> date == null ? "" : date.withoutTime().toString();
            case FAMILY_HISTORY -> (date == null ? "" : date.withoutTime().toString()) + words(fact, Detail.ONSET);
            case CONDITION,
                    MEDICATION,
                    LAB,
                    VITAL,
                    PROCEDURE,
                    PLANNED_PROCEDURE,
                    REPORT,
                    IMAGING,
                    IMMUNIZATION,
                    ENCOUNTER,
                    SOCIAL_HISTORY,
                    DEVICE,
                    DOCUMENT -> "";
        };
    }

    /** The minute of a fact, in one time zone; empty when its time of day is not known. */
    static String minuteOf(Fact fact) {
        return fact.date() == null ? "" : minute(fact.date());
    }

    /** Side and part of the body. */
    static String place(Fact fact) {
        return '|' + words(fact, Detail.LATERALITY) + '|' + words(fact, Detail.BODY_SITE);
    }

    /** What is done, given or measured twice on one day is told apart by its minute. */
    private static String time(Fact fact) {
        var date = fact.date();
        return switch (fact.kind()) {
            case LAB, VITAL, ENCOUNTER, REPORT, IMAGING, MEDICATION, PROCEDURE, PLANNED_PROCEDURE, IMMUNIZATION ->
                date == null ? "" : minute(date);
            case CONDITION, ALLERGY, FAMILY_HISTORY, SOCIAL_HISTORY, DEVICE, DOCUMENT -> "";
        };
    }

    private static String end(Fact fact) {
        var end = fact.end();
        return end == null ? "" : end.withoutTime().toString();
    }

    private static String minute(PartialDate date) {
        if (date.time() == null) {
            return "";
        }
        var written = date.toString();
        try {
            var moment = OffsetDateTime.parse(written).withOffsetSameInstant(ZoneOffset.UTC);
            return String.valueOf(Math.floorDiv(moment.toEpochSecond(), 60L));
        } catch (DateTimeParseException withoutZone) {
            return written.substring(0, Math.min(16, written.length()));
        }
    }

    private static String dose(Fact fact) {
        return fact.kind() == FactKind.MEDICATION ? words(fact, Detail.DOSE) : "";
    }

    private static String narrative(Fact fact) {
        var isText = fact.kind() == FactKind.REPORT || fact.kind() == FactKind.DOCUMENT;
        return isText || fact.codes().stream().anyMatch(VARIANT::sameAs) ? words(fact, Detail.NARRATIVE) : "";
    }
}
