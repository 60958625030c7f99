package org.consilium.records;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Fact;
import org.consilium.clinical.Source;
import org.consilium.language.Message;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading.Status;

/** Reads files that are inside other files, within the bounds of {@link Unpacking}. */
public final class Parts {
    private Parts() {}

    /**
     * Reads a file inside of another one, as if it had been handed in by itself; all its places are then those of the outer
     * file. Never fails on bad content: what is too deep, too large or too much is kept, and said so.
     *
     * @param place where it stands in the outer file: the name of an entry, a FHIRPath, an XPath
     * @param bytes read to their end or to the bound, whichever comes first; the caller closes them
     * @throws IOException when the bytes cannot be had or written down for reading
     */
    public static Reading read(Content outer, String place, String name, InputStream bytes) throws IOException {
        var wanted = outer.unpacking().wanted();
        if (wanted != null) {
            wanted.offer(place, bytes);
            return unread(outer, place, name, Message.of("records.part.deep"));
        }
        outer.unpacking().boundedBy(outer.size());
        var unpacking = outer.unpacking().deeper();
        if (unpacking.isTooDeep()) {
            return nested(outer, place, name, refused(outer, name, "records.part.deep"));
        }
        try (var copy = unpacking.copy(bytes)) {
            if (!copy.whole()) {
                return nested(outer, place, name, refused(outer, name, "records.part.large"));
            }
            var inner = new Content(outer.label(), name, copy.path(), unpacking);
            return nested(outer, place, name, Readers.read(inner));
        }
    }

    /** A part that is there but not read, with the reason. */
    public static Reading unread(Content outer, String place, String name, Message why) {
        var problem = new Problem(Severity.WARNING, why, "");
        var document = new Content(outer.label(), name, outer.path(), outer.unpacking()).asDocument();
        return nested(
                outer,
                place,
                name,
                new Reading(Format.UNKNOWN, Status.KEPT, List.of(document), List.of(problem), null));
    }

    private static Reading refused(Content outer, String name, String key) {
        var document = new Content(outer.label(), name, outer.path(), outer.unpacking()).asDocument();
        var problem = new Problem(Severity.WARNING, Message.of(key), "");
        return new Reading(Format.UNKNOWN, Status.KEPT, List.of(document), List.of(problem), null);
    }

    /** The reading of an outer file together with those of its parts, made by {@link #read}. */
    public static Reading join(Reading outer, List<Reading> inner) {
        var facts = new ArrayList<>(outer.facts());
        var parts = new ArrayList<>(outer.parts());
        for (var each : inner) {
            facts.addAll(each.facts());
            parts.addAll(each.parts());
        }
        var status = outer.status();
        if (status == Status.READ
                && parts.stream().anyMatch(part -> part.status() != Status.READ && part.status() != Status.REFUSED)) {
            status = Status.PARTLY;
        }
        return new Reading(outer.format(), status, facts, outer.problems(), outer.patient(), parts);
    }

    private static Reading nested(Content outer, String place, String name, Reading reading) {
        var step = place.replace("!", "%21") + "!";
        var facts = reading.facts().stream()
                .map(fact -> at(step, fact, outer.label()))
                .toList();
        var own = reading.facts().size()
                - reading.parts().stream().mapToInt(Part::facts).sum();
        var parts = new ArrayList<Part>();
        parts.add(new Part(
                step,
                name,
                reading.format(),
                reading.status(),
                Math.max(0, own),
                reading.problems(),
                reading.patient()));
        for (var part : reading.parts()) {
            parts.add(new Part(
                    step + part.place(),
                    part.name(),
                    part.format(),
                    part.status(),
                    part.facts(),
                    part.problems(),
                    part.patient()));
        }
        return new Reading(reading.format(), reading.status(), facts, List.of(), null, parts);
    }

    private static Fact at(String step, Fact fact, String file) {
        var sources = fact.sources().stream()
                .map(source -> source.file().equals(file) ? new Source(file, step + source.at()) : source)
                .toList();
        return new Fact(
                fact.kind(),
                fact.codes(),
                fact.text(),
                fact.date(),
                fact.end(),
                fact.status(),
                fact.value(),
                fact.details(),
                sources);
    }
}
