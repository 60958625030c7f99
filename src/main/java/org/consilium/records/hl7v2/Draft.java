package org.consilium.records.hl7v2;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** A fact in the making; notes may follow until the message ends. */
final class Draft {
    private static final int LONGEST_WORDS = 1_000;
    private static final int LONGEST_NARRATIVE = 200_000;

    private final FactKind kind;
    private final Map<Detail, String> details = new EnumMap<>(Detail.class);
    private final StringBuilder narrative = new StringBuilder();
    private final Set<String> places = new LinkedHashSet<>();
    private List<Code> codes = List.of();
    private String text = "";
    private @Nullable PartialDate date;
    private @Nullable PartialDate end;
    private String status = "unknown";
    private @Nullable Value value;

    Draft(FactKind kind, String place) {
        this.kind = kind;
        places.add(place);
    }

    FactKind kind() {
        return kind;
    }

    Draft codes(List<Code> all) {
        codes = all;
        return this;
    }

    Draft of(Concept concept) {
        codes = concept.codes();
        return named(concept.words());
    }

    /** The first of these that has words, unless it has a name already. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    final Draft named(Optional<String>... candidates) {
        if (text.isEmpty()) {
            text = Stream.of(candidates)
                    .flatMap(Optional::stream)
                    .map(words -> bounded(words.replaceAll("\\s+", " ").strip(), LONGEST_WORDS))
                    .filter(words -> !words.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        return this;
    }

    boolean isNamed() {
        return !text.isEmpty();
    }

    Draft when(Optional<PartialDate> start) {
        date = start.orElse(date);
        return this;
    }

    Draft until(Optional<PartialDate> last) {
        end = last.orElse(end);
        return this;
    }

    @Nullable
    PartialDate date() {
        return date;
    }

    Draft status(String word) {
        status = word;
        return this;
    }

    Draft value(@Nullable Value found) {
        value = found;
        return this;
    }

    Draft detail(Detail detail, Optional<String> words) {
        words.map(each -> bounded(each.strip(), LONGEST_WORDS))
                .filter(each -> !each.isEmpty())
                .ifPresent(each -> details.putIfAbsent(detail, each));
        return this;
    }

    Draft detail(Detail detail, String word) {
        return detail(detail, Optional.of(word));
    }

    /** How or how often, after what the dose says already. */
    void moreDose(String words) {
        details.merge(
                Detail.DOSE,
                bounded(words, LONGEST_WORDS),
                (one, more) -> one.contains(more) ? one : bounded(one + "; " + more, LONGEST_WORDS));
    }

    /** One more line of text. */
    Draft note(String line) {
        if (narrative.length() < LONGEST_NARRATIVE) {
            if (!narrative.isEmpty()) {
                narrative.append('\n');
            }
            narrative.append(line, 0, Math.min(line.length(), LONGEST_NARRATIVE));
        }
        return this;
    }

    /** Also read there; a few places are enough to find it again. */
    Draft alsoAt(String place) {
        if (places.size() < 2) {
            places.add(place);
        }
        return this;
    }

    /** The fact; called by the first words of its text when it has no name, and empty when it has neither. */
    Optional<Fact> fact(String file) {
        var story = narrative.toString().strip();
        if (!story.isEmpty()) {
            details.put(Detail.NARRATIVE, story);
        }
        var name = text.isEmpty() ? bounded(story.replaceAll("\\s+", " "), 120).strip() : text;
        if (name.isEmpty() && value != null) {
            name = bounded(value.text(), 120);
        }
        if (name.isBlank()) {
            return Optional.empty();
        }
        var sources = places.stream().map(place -> new Source(file, place)).toList();
        return Optional.of(new Fact(kind, codes, name, date, end, status, value, details, sources));
    }

    private static String bounded(String words, int longest) {
        if (words.length() <= longest) {
            return words;
        }
        return words.substring(0, Character.isHighSurrogate(words.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
