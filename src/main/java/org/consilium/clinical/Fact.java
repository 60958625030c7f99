package org.consilium.clinical;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One statement of a record, with where it was read.
 *
 * @param codes what it is, in each code system the record gave; empty when it was only words
 * @param text the name as a person would read it; never blank
 * @param date when it happened or began
 * @param end when it ended, if it did
 * @param status the FHIR status word: active, resolved, completed, planned, refuted, entered-in-error and so on;
 *     {@code unknown} when the record does not say; {@link #PROPOSED} for what a person has yet to confirm
 * @param value what was measured or found
 * @param details anything else, see {@link Detail}
 * @param sources where it was read: at least one
 */
public record Fact(
        FactKind kind,
        List<Code> codes,
        String text,
        @Nullable PartialDate date,
        @Nullable PartialDate end,
        String status,
        @Nullable Value value,
        Map<Detail, String> details,
        List<Source> sources) {
    /** The status of a fact that was found in words or in a picture and that no person has confirmed yet. */
    public static final String PROPOSED = "proposed";

    public Fact {
        Objects.requireNonNull(kind);
        if (text.isBlank()) {
            throw new IllegalArgumentException("a fact has a text");
        }
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a fact has a source");
        }
        codes = List.copyOf(codes);
        sources = List.copyOf(sources);
        details = details.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(details));
    }

    /** The first code in this system. */
    public Optional<Code> codeIn(String system) {
        return codes.stream().filter(code -> code.in(system)).findFirst();
    }

    public Optional<String> detail(Detail detail) {
        return Optional.ofNullable(details.get(detail));
    }

    /** False for what the record itself takes back: refuted, entered in error, negated, cancelled or not done, and for proposals. */
    public boolean holds() {
        return switch (status) {
            case "refuted", "entered-in-error", "not-done", "cancelled", "revoked", "nullified", PROPOSED -> false;
            default -> !"yes".equals(details.get(Detail.NEGATED));
        };
    }

    /** True for what was found in words or in a picture and no person has confirmed. */
    public boolean isProposed() {
        return status.equals(PROPOSED);
    }

    /** The same fact, also read at these places. */
    public Fact alsoAt(Collection<Source> more) {
        var all = new java.util.TreeSet<Source>(
                java.util.Comparator.comparing(Source::file).thenComparing(Source::at));
        all.addAll(sources);
        all.addAll(more);
        return new Fact(kind, codes, text, date, end, status, value, details, List.copyOf(all));
    }
}
