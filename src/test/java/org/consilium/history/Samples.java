package org.consilium.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.consilium.records.CaseFile;
import org.jspecify.annotations.Nullable;

/** Facts for the tests of this room. */
final class Samples {
    static final Code GLUCOSE = new Code(CodeSystems.LOINC, "2345-7", "Glucose");
    static final Code GLUCOSE_MOLES = new Code(CodeSystems.LOINC, "14749-6", "Glucose");

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Samples() {}

    static CaseFile file(Fact... facts) {
        return CaseFile.of(List.of(facts), List.of());
    }

    static Fact lab(Code code, String date, String number, @Nullable String unit, String range) {
        var measured = value(number, unit);
        return fact(
                FactKind.LAB,
                String.valueOf(code.display()),
                date,
                null,
                "final",
                measured,
                range.isEmpty() ? Map.of() : Map.of(Detail.REFERENCE_RANGE, range),
                code);
    }

    static Value.Quantity value(String number, @Nullable String unit) {
        var comparator = number.startsWith("<") || number.startsWith(">") ? number.substring(0, 1) : null;
        return new Value.Quantity(new BigDecimal(number.replaceAll("[<>]", "")), comparator, unit);
    }

    static Fact medicine(String name, @Nullable String from, @Nullable String to, String status, Code... codes) {
        return fact(FactKind.MEDICATION, name, from, to, status, null, Map.of(), codes);
    }

    static Fact condition(String name, @Nullable String from, @Nullable String to, String status) {
        return fact(FactKind.CONDITION, name, from, to, status, null, Map.of());
    }

    static Fact fact(
            FactKind kind,
            String text,
            @Nullable String date,
            @Nullable String end,
            String status,
            @Nullable Value value,
            Map<Detail, String> details,
            Code... codes) {
        return new Fact(
                kind,
                new ArrayList<>(List.of(codes)),
                text,
                PartialDate.parse(date).orElse(null),
                PartialDate.parse(end).orElse(null),
                status,
                value,
                details,
                List.of(new Source("file", "entry" + NEXT.incrementAndGet())));
    }
}
