package org.consilium.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** A fact in the making. */
final class Draft {
    private final FactKind kind;
    private final String text;
    private final List<Code> codes = new ArrayList<>();
    private @Nullable PartialDate date;
    private @Nullable PartialDate end;
    private String status = "unknown";
    private @Nullable Value value;
    private final Map<Detail, String> details = new EnumMap<>(Detail.class);

    private Draft(FactKind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    static Draft of(FactKind kind, String text) {
        return new Draft(kind, text);
    }

    Draft icd(String code) {
        return code(CodeSystems.ICD10CM, code);
    }

    Draft loinc(String code) {
        return code(CodeSystems.LOINC, code);
    }

    Draft code(String system, String code) {
        codes.add(new Code(system, code, text));
        return this;
    }

    /** Without a day for an empty text. */
    Draft on(String iso) {
        date = PartialDate.parse(iso).orElse(null);
        return this;
    }

    Draft until(String iso) {
        end = PartialDate.parse(iso).orElse(null);
        return this;
    }

    Draft status(String word) {
        status = word;
        return this;
    }

    Draft value(String words) {
        value = new Value.Words(words);
        return this;
    }

    Draft with(Detail detail, String words) {
        details.put(detail, words);
        return this;
    }

    Fact made() {
        var place = kind.word() + "/" + text + "/" + date;
        return new Fact(kind, codes, text, date, end, status, value, details, List.of(new Source("a.json", place)));
    }
}
