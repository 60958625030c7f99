package org.consilium.records.hl7v2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Identity;
import org.consilium.records.Parts;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;

/**
 * Reads HL7 version 2 messages: results, documents, admissions, vaccinations, medicines, orders, problems, appointments; any
 * number in a file, batches too. Sources cite the message in the file and the segment in the message: {@code
 * MSH[1]/OBX[3]}, both counted from 1.
 */
public final class Hl7Reader {
    /** Larger files are kept, not read. */
    static final int MOST_BYTES = 64_000_000;

    private static final Pattern PLACE = Pattern.compile("MSH\\[(\\d{1,9})](?:/([A-Z][A-Z0-9]{2})\\[(\\d{1,9})])?");

    private Hl7Reader() {}

    /** @param start the first characters of a file */
    public static boolean isMessage(String start) {
        var from = 0;
        while (from < start.length() && (start.charAt(from) <= ' ' || start.charAt(from) == '\ufeff')) {
            from++;
        }
        return start.length() > from + 3
                && Hl7Message.isHeader(start.substring(from, Math.min(start.length(), from + 9)));
    }

    /**
     * What the messages say; never throws on bad content.
     *
     * @throws UncheckedIOException when the bytes cannot be had
     */
    public static Reading read(Content content) {
        try (var in = content.open()) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                return kept(content, "hl7v2.too-large");
            }
            return read(content, bytes, new Harvest(content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Reading read(Content content, byte[] bytes, Harvest harvest) {
        var characters = Characters.of(bytes);
        var people = new ArrayList<Identity>();
        var messages = new int[1];
        Hl7Message.each(characters.text(), characters.charset(), message -> {
            messages[0]++;
            message.all("PID").forEach(segment -> person(Patients.of(segment), people));
            Walk.through(message, harvest);
        });
        if (messages[0] == 0) {
            return kept(content, "hl7v2.no-message");
        }
        var problems = new ArrayList<Problem>();
        if (!characters.sure()) {
            problems.add(new Problem(Severity.WARNING, Message.of("hl7v2.letters"), ""));
        }
        if (people.size() > 1) {
            problems.add(new Problem(Severity.WARNING, Message.of("hl7v2.people", people.size()), ""));
        }
        problems.addAll(harvest.problems());
        var facts = harvest.facts();
        if (facts.isEmpty() && harvest.parts().isEmpty()) {
            problems.add(new Problem(Severity.WARNING, Message.of("hl7v2.nothing", messages[0]), ""));
            facts = List.of(content.asDocument());
        }
        var clean = problems.stream().allMatch(problem -> problem.severity() == Severity.INFORMATION);
        var reading = new Reading(
                Format.HL7V2,
                clean ? Status.READ : Status.PARTLY,
                facts,
                problems,
                people.isEmpty() ? null : people.getFirst());
        return Parts.join(reading, harvest.parts());
    }

    private static void person(Identity found, List<Identity> people) {
        if (people.size() < 1000 && people.stream().allMatch(known -> Patients.differ(known, found))) {
            people.add(found);
        }
    }

    private static Reading kept(Content content, String key) {
        var problem = new Problem(Severity.ERROR, Message.of(key), "");
        return new Reading(Format.HL7V2, Status.KEPT, List.of(content.asDocument()), List.of(problem), null);
    }

    /** The lines of a place as {@link #read} cites it: of a report or document with those that follow it; empty when it is not there. */
    public static Optional<String> excerpt(byte[] bytes, String place) {
        var asked = PLACE.matcher(place);
        if (!asked.matches()) {
            return Optional.empty();
        }
        var number = Integer.parseInt(asked.group(1));
        var characters = Characters.of(bytes);
        var found = new ArrayList<String>();
        Hl7Message.each(characters.text(), characters.charset(), message -> {
            if (message.number() == number) {
                found.add(lines(message, asked.group(2) == null ? "" : place));
            }
        });
        return found.stream().filter(lines -> !lines.isEmpty()).findFirst();
    }

    private static String lines(Hl7Message message, String place) {
        var out = new StringBuilder();
        var open = false;
        for (var segment : message.segments()) {
            var wanted = place.isEmpty() || segment.place().equals(place);
            if (open && !place.isEmpty()) {
                var after = !Pattern.matches("OBX|NTE|PRT|RXR|RXC|TQ1|PV2", segment.name());
                var ofResult = place.contains("/OBX[") && segment.name().equals("OBX");
                open = !after && !ofResult;
            }
            open = open || wanted;
            if (open) {
                out.append(segment.line()).append('\n');
            }
        }
        return out.toString().strip();
    }
}
