package org.consilium.records.words;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** A proposal in the making. */
final class Draft {
    private static final int LONGEST = 500;

    private final FactKind kind;
    private final String text;
    private final Map<Detail, String> details = new EnumMap<>(Detail.class);
    private List<Code> codes = List.of();
    private @Nullable PartialDate date;
    private @Nullable Value value;

    Draft(FactKind kind, String text) {
        this.kind = kind;
        var clean = text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "")
                .replaceAll("\\s+", " ")
                .strip();
        this.text = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    Draft codes(List<Code> given) {
        codes = given;
        return this;
    }

    Draft loinc(@Nullable String code) {
        codes = code == null ? List.of() : List.of(Code.of(org.consilium.clinical.CodeSystems.LOINC, code));
        return this;
    }

    Draft when(Optional<PartialDate> day) {
        date = day.orElse(null);
        return this;
    }

    Draft value(Value found) {
        value = found;
        return this;
    }

    Draft detail(Detail detail, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            details.put(detail, words.strip());
        }
        return this;
    }

    Draft detail(Detail detail, Optional<String> words) {
        return detail(detail, words.orElse(null));
    }

    /** The proposal; nothing when it has no words. */
    Optional<Fact> at(String file, String place) {
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(
                        kind,
                        codes,
                        text,
                        date,
                        null,
                        Fact.PROPOSED,
                        value,
                        details,
                        List.of(new Source(file, place))));
    }
}
