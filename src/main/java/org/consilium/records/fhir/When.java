package org.consilium.records.fhir;

import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as one of FHIR's choices of type says it.
 *
 * @param words an age, a range or plain words, when there is no date
 * @param unreadable true when something is written that is no date
 */
record When(
        @Nullable PartialDate start,
        @Nullable PartialDate end,
        @Nullable String words,
        boolean unreadable) {
    static final When UNKNOWN = new When(null, null, null, false);

    /** Reads {@code onsetDateTime}, {@code onsetPeriod} and so on for the prefix {@code onset}, or {@code onset} itself. */
    static When of(Element resource, String prefix) {
        var moment = resource.firstString(prefix + "DateTime", prefix + "Date", prefix + "Instant", prefix);
        if (moment != null) {
            return at(moment);
        }
        var period = resource.firstChild(prefix + "Period", prefix);
        if (period.has("start") || period.has("end")) {
            return during(period);
        }
        var timing = resource.child(prefix + "Timing");
        if (timing.isPresent()) {
            var event = timing.string("event");
            return event != null ? at(event) : during(timing.child("repeat", "boundsPeriod"));
        }
        return inWords(resource, prefix);
    }

    boolean isKnown() {
        return start != null;
    }

    /** The first of these prefixes that says anything. */
    static When first(Element resource, String... prefixes) {
        for (var prefix : prefixes) {
            var found = of(resource, prefix);
            if (found.start != null || found.end != null || found.words != null || found.unreadable) {
                return found;
            }
        }
        return UNKNOWN;
    }

    static When at(String moment) {
        var date = PartialDate.parse(moment);
        return date.isPresent()
                ? new When(date.get(), null, null, false)
                : new When(null, null, Texts.bounded(moment, Texts.LONGEST_NAME), true);
    }

    static When during(Element period) {
        var start = period.string("start");
        var end = period.string("end");
        var first = PartialDate.parse(start);
        var last = PartialDate.parse(end);
        var unreadable = (start != null && first.isEmpty()) || (end != null && last.isEmpty());
        return new When(first.orElse(null), last.orElse(null), null, unreadable);
    }

    private static When inWords(Element resource, String prefix) {
        var age = Values.quantityText(resource.child(prefix + "Age"));
        var range = Values.rangeText(resource.child(prefix + "Range"));
        var words = age != null ? age : range != null ? range : resource.string(prefix + "String");
        return words == null ? UNKNOWN : new When(null, null, words, false);
    }
}
