package org.consilium.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.language.Messages;
import org.consilium.terminology.Numerals;
import org.jspecify.annotations.Nullable;

/** Facts as short words for lists: when, how much, what became of it, and where it is written. */
final class FactWords {
    private FactWords() {}

    /** A day, a month or a year, as far as it is known. */
    static String when(@Nullable PartialDate date, Messages messages) {
        if (date == null) {
            return messages.say("web.facts.noDate");
        }
        if (date.isDay()) {
            return messages.day(date.earliest());
        }
        return date.month() == null ? String.valueOf(date.year()) : month(date.earliest(), messages);
    }

    /** A month in words with its year. */
    static String month(LocalDate within, Messages messages) {
        var words = within.format(DateTimeFormatter.ofPattern(
                messages.locale().getLanguage().equals("es") ? "MMMM 'de' uuuu" : "MMMM uuuu", messages.locale()));
        return words;
    }

    /** What was measured, or the dose; empty when neither is said. */
    static String value(Fact fact) {
        var measured = fact.value() == null ? "" : Numerals.of(fact.value());
        return measured.isEmpty() ? fact.detail(Detail.DOSE).orElse("") : measured;
    }

    static String kind(Fact fact, Messages messages) {
        return messages.say("web.kind." + fact.kind().word());
    }

    /** The status in words; empty when there are none for it. */
    static String status(Fact fact, Messages messages) {
        var key = "web.status." + fact.status();
        if (!fact.holds() && !messages.has(key)) {
            return messages.say("web.status.not-so");
        }
        return messages.has(key) ? messages.say(key) : "";
    }

    /** Where the fact is written, opened at the place. */
    static String href(UUID id, Fact fact) {
        return FactRows.href(id, fact.sources().getFirst());
    }

    /** The usual range as the record writes it. */
    static Optional<String> usual(Fact fact, Messages messages) {
        return fact.detail(Detail.REFERENCE_RANGE).map(range -> messages.say("web.facts.usual", range));
    }
}
