package org.consilium.records.fhir;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final Place place;
    private final Map<Detail, String> details = new EnumMap<>(Detail.class);
    private List<Code> codes = List.of();
    private @Nullable String text;
    private @Nullable PartialDate date;
    private @Nullable PartialDate end;
    private String status = "unknown";
    private @Nullable Value value;

    Draft(FactKind kind, Place place) {
        this.kind = kind;
        this.place = place;
    }

    Draft named(Named named) {
        codes = named.codes();
        text = named.words();
        if (named.saysNone()) {
            details.put(Detail.NEGATED, "yes");
        }
        return this;
    }

    Draft status(@Nullable String word) {
        if (word != null) {
            status = Texts.bounded(word, Texts.LONGEST_NAME);
        }
        return this;
    }

    Draft value(@Nullable Value found) {
        value = found;
        return this;
    }

    Draft detail(Detail detail, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            details.putIfAbsent(detail, Texts.bounded(words, longest(detail)));
        }
        return this;
    }

    private static int longest(Detail detail) {
        return detail == Detail.NARRATIVE ? Texts.LONGEST_NARRATIVE : Texts.LONGEST_NAME;
    }

    Draft negatedIf(boolean negated) {
        return detail(Detail.NEGATED, negated ? "yes" : null);
    }

    /** When it happened; an age or other words are kept as such. */
    Draft when(When when) {
        date = when.start() != null ? when.start() : date;
        end = when.end() != null ? when.end() : end;
        if (when.unreadable()) {
            place.harvest().countUnreadableDate();
        }
        return detail(Detail.ONSET, when.words());
    }

    Draft end(When when) {
        end = when.start() != null ? when.start() : when.end();
        return this;
    }

    /** When it was written down; stands in for the date when nothing better is known. */
    Draft recorded(When when) {
        var written = when.start();
        if (written == null) {
            return this;
        }
        if (date == null) {
            date = written;
        }
        return written.equals(date) ? this : detail(Detail.RECORDED, written.toString());
    }

    /** Body site and side: from the coded site, a coded qualifier, or the words. */
    Draft bodySite(List<Element> sites) {
        for (var site : sites) {
            var named = Named.of(site);
            detail(Detail.BODY_SITE, named.words());
            detail(Detail.LATERALITY, Laterality.of(named));
        }
        return this;
    }

    Draft reasons(List<Element> reasons) {
        for (var reason : reasons) {
            var named = Named.of(reason);
            detail(Detail.REASON, named.isSomething() ? named.words() : place.words(reason));
        }
        return this;
    }

    /** The codes of the reasons, beside their words. */
    Draft reasonCodes(List<Element> reasons) {
        for (var reason : reasons) {
            for (var code : Named.of(reason).codes()) {
                details.merge(
                        Detail.REASON_CODES, code.system() + "|" + code.code(), (one, other) -> one + " " + other);
            }
        }
        return this;
    }

    Draft performers(List<Element> performers) {
        for (var performer : performers) {
            var actor = performer.firstChild("actor", "agent", "member");
            detail(Detail.PERFORMER, place.words(actor.isPresent() ? actor : performer));
        }
        return this;
    }

    /**
     * Hands the fact over. Without a name it is called by the first words of its narrative; without those by the type of its
     * resource, and that is said as a problem.
     */
    void done() {
        var name = text != null ? text : beginning();
        if (name == null) {
            var type = place.resource().type();
            place.harvest().countNameless(type);
            name = type.isEmpty() ? kind.word() : type;
        }
        var source = new Source(place.harvest().label(), place.at());
        place.harvest().add(new Fact(kind, codes, name, date, end, status, value, details, List.of(source)));
    }

    private @Nullable String beginning() {
        var narrative = Texts.withoutMarkup(place.resource().child("text").string("div"));
        return narrative == null
                ? null
                : Texts.bounded(narrative.replace('\n', ' '), 120).strip();
    }
}
