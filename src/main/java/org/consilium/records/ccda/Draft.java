package org.consilium.records.ccda;

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

/** A fact in the making. */
final class Draft {
    private static final int LONGEST_DETAIL = 1000;

    private final FactKind kind;
    private final Map<Detail, String> details = new EnumMap<>(Detail.class);
    private List<Code> codes = List.of();
    private String text = "";
    private @Nullable PartialDate date;
    private @Nullable PartialDate end;
    private String status = "unknown";
    private @Nullable Value value;

    private Draft(FactKind kind) {
        this.kind = kind;
    }

    static Draft of(FactKind kind) {
        return new Draft(kind);
    }

    Draft codes(List<Code> all) {
        codes = all;
        return this;
    }

    /** The first of these that has words. */
    @SafeVarargs
    final Draft named(Optional<String>... candidates) {
        for (var candidate : candidates) {
            if (candidate.isPresent() && !candidate.get().isBlank()) {
                text = Words.collapsed(candidate.get());
                return this;
            }
        }
        return this;
    }

    Draft when(Span span) {
        date = span.start();
        end = span.end();
        return this;
    }

    Draft status(String word) {
        status = word;
        return this;
    }

    Draft value(Optional<Value> found) {
        value = found.orElse(null);
        return this;
    }

    Draft detail(Detail detail, Optional<String> words) {
        words.filter(each -> !each.isBlank())
                .ifPresent(each -> details.put(
                        detail,
                        detail != Detail.NARRATIVE && each.length() > LONGEST_DETAIL
                                ? each.substring(0, LONGEST_DETAIL)
                                : each));
        return this;
    }

    Draft detail(Detail detail, String word) {
        details.put(detail, word);
        return this;
    }

    Draft negatedWhen(boolean negated) {
        if (negated) {
            details.put(Detail.NEGATED, "yes");
        }
        return this;
    }

    /** The fact, or empty when the file gave nothing to call it by. */
    Optional<Fact> at(Source source) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new Fact(kind, codes, text, date, end, status, value, details, List.of(source)));
    }
}
