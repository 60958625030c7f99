package org.consilium.records.dicom;

import java.util.ArrayList;
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

/** A fact being written. */
final class Draft {
    private final FactKind kind;
    private final List<Code> codes = new ArrayList<>();
    private final Map<Detail, String> details = new EnumMap<>(Detail.class);
    private String text = "";
    private @Nullable PartialDate date;
    private String status = "unknown";
    private @Nullable Value value;

    Draft(FactKind kind) {
        this.kind = kind;
    }

    /** The first name that is one counts. */
    Draft named(Optional<String> name) {
        text = text.isEmpty() ? name.orElse("") : text;
        return this;
    }

    Draft coded(List<Concept> concepts) {
        for (var concept : concepts) {
            concept.code()
                    .filter(code -> codes.stream().noneMatch(code::sameAs))
                    .ifPresent(codes::add);
        }
        return this;
    }

    Draft coded(Code code) {
        codes.add(code);
        return this;
    }

    /** The first date that is one counts. */
    Draft when(Optional<PartialDate> found) {
        date = date == null ? found.orElse(null) : date;
        return this;
    }

    Draft status(String word) {
        status = word;
        return this;
    }

    Draft value(@Nullable Value found) {
        value = found;
        return this;
    }

    /** The first words for a detail count. */
    Draft detail(Detail detail, Optional<String> words) {
        words.filter(found -> !found.isBlank()).ifPresent(found -> details.putIfAbsent(detail, found));
        return this;
    }

    Draft detail(Detail detail, String words) {
        return detail(detail, Optional.of(words));
    }

    Fact at(String file, String place) {
        return new Fact(
                kind,
                codes,
                text.isEmpty() ? "?" : text,
                date,
                null,
                status,
                value,
                details,
                List.of(new Source(file, place)));
    }
}
