package org.consilium.web;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.consilium.language.Message;
import org.consilium.records.ByHand;
import org.consilium.web.pages.FactFormPage.Fields;
import org.consilium.web.pages.SituationPage.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The fields of a fact in the person's own words, and what is wrong with them. */
final class FactForm {
    /** What a person can add: the rest comes with files. */
    static final List<FactKind> KINDS = List.of(
            FactKind.CONDITION,
            FactKind.MEDICATION,
            FactKind.ALLERGY,
            FactKind.LAB,
            FactKind.VITAL,
            FactKind.PROCEDURE,
            FactKind.PLANNED_PROCEDURE,
            FactKind.IMAGING,
            FactKind.REPORT,
            FactKind.IMMUNIZATION,
            FactKind.FAMILY_HISTORY,
            FactKind.SOCIAL_HISTORY,
            FactKind.DEVICE);

    private static final Pattern NUMBER = Pattern.compile("(<=|>=|<|>)?\\s*(-?\\d{1,12}(?:[.,]\\d{1,9})?)");
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_UNIT = 40;

    private FactForm() {}

    static final Fields EMPTY = new Fields("", "", "", "", "", "", "");

    static Fields of(Fact fact) {
        var date = fact.date();
        var quantity = fact.value() instanceof Value.Quantity number ? number : null;
        var unit = quantity == null || quantity.unit() == null ? "" : quantity.unit();
        var value = fact.value() == null ? "" : fact.value().text();
        return new Fields(
                fact.kind().word(),
                fact.text(),
                date == null ? "" : number(date.day()),
                date == null ? "" : number(date.month()),
                date == null ? "" : Integer.toString(date.year()),
                quantity == null
                        ? value
                        : (quantity.comparator() == null ? "" : quantity.comparator())
                                + quantity.number().toPlainString(),
                unit);
    }

    private static String number(@Nullable Integer part) {
        return part == null ? "" : part.toString();
    }

    static Fields of(MultiValueMap<String, String> form) {
        return new Fields(
                first(form, "kind"),
                first(form, "text"),
                first(form, "day"),
                first(form, "month"),
                first(form, "year"),
                first(form, "value"),
                first(form, "unit"));
    }

    private static String first(MultiValueMap<String, String> form, String field) {
        var value = form.getFirst(field);
        return value == null ? "" : value.strip();
    }

    /**
     * Empty when something is wrong, which then stands in the errors.
     *
     * @param kind the kind when it is known, else it is among the fields
     * @param old the fact that is corrected: what is left as it was stays as it was, down to the time of day
     */
    static Optional<ByHand> read(
            Fields fields, @Nullable FactKind kind, @Nullable Fact old, LocalDate today, List<FieldError> errors) {
        var chosen = kind == null ? kind(fields.kind(), errors) : kind;
        if (fields.text().isEmpty() || fields.text().length() > ByHand.LONGEST_TEXT) {
            errors.add(new FieldError("text", Message.of("webrecords.form.text", ByHand.LONGEST_TEXT)));
        }
        var before = old == null ? EMPTY : of(old);
        var sameDate = fields.day().equals(before.day())
                && fields.month().equals(before.month())
                && fields.year().equals(before.year());
        var date = sameDate && old != null ? old.date() : date(fields, planned(chosen), today, errors);
        var sameValue = fields.value().equals(before.value()) && fields.unit().equals(before.unit());
        var value = sameValue && old != null ? old.value() : value(fields, errors);
        return errors.isEmpty() && chosen != null
                ? Optional.of(new ByHand(chosen, fields.text(), date, value))
                : Optional.empty();
    }

    private static boolean planned(@Nullable FactKind kind) {
        return kind == FactKind.PLANNED_PROCEDURE;
    }

    private static @Nullable FactKind kind(String word, List<FieldError> errors) {
        var kind = KINDS.stream().filter(each -> each.word().equals(word)).findFirst();
        if (kind.isEmpty()) {
            errors.add(new FieldError("kind", Message.of("webrecords.form.kind")));
        }
        return kind.orElse(null);
    }

    private static @Nullable PartialDate date(
            Fields fields, boolean mayBeToCome, LocalDate today, List<FieldError> errors) {
        if (fields.year().isEmpty() && fields.month().isEmpty() && fields.day().isEmpty()) {
            return null;
        }
        try {
            var date = new PartialDate(Integer.parseInt(fields.year()), part(fields.month()), part(fields.day()), null);
            if (date.year() < 1880) {
                errors.add(new FieldError("year", Message.of("webrecords.form.year")));
            } else if (!mayBeToCome && date.earliest().isAfter(today)) {
                errors.add(new FieldError("year", Message.of("web.form.dateFuture")));
            }
            return date;
        } catch (IllegalArgumentException | DateTimeException notADate) {
            errors.add(new FieldError("year", Message.of("webrecords.form.date")));
            return null;
        }
    }

    private static @Nullable Integer part(String digits) {
        return digits.isEmpty() ? null : Integer.valueOf(digits);
    }

    private static @Nullable Value value(Fields fields, List<FieldError> errors) {
        if (fields.value().isEmpty()) {
            if (!fields.unit().isEmpty()) {
                errors.add(new FieldError("value", Message.of("webrecords.form.value")));
            }
            return null;
        }
        if (fields.value().length() > LONGEST_VALUE || fields.unit().length() > LONGEST_UNIT) {
            errors.add(new FieldError("value", Message.of("webrecords.form.valueLong", LONGEST_VALUE)));
            return null;
        }
        var number = NUMBER.matcher(fields.value());
        if (number.matches()) {
            return new Value.Quantity(
                    new BigDecimal(number.group(2).replace(',', '.')),
                    number.group(1),
                    fields.unit().isEmpty() ? null : fields.unit());
        }
        return new Value.Words(fields.unit().isEmpty() ? fields.value() : fields.value() + " " + fields.unit());
    }

    static List<FieldError> noErrors() {
        return new ArrayList<>();
    }
}
