package org.consilium.records.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.clinical.PartialDate;

/**
 * One line of a message. Fields, components and sub-components count from 1, as the standard counts them. An empty field and
 * one that holds {@code ""}, which means «delete this», are both absent.
 *
 * @param name such as {@code OBX}
 * @param place such as {@code MSH[1]/OBX[3]}: the message in the file, the segment of this name in the message
 * @param fields as written; field 0 is the name
 */
record Segment(String name, String place, List<String> fields, Delimiters delimiters) {
    /** One repetition of a field. */
    record Field(String raw, Delimiters delimiters) {
        /** The words of a component, its sub-components parted by a blank. */
        Optional<String> component(int number) {
            return part(number)
                    .map(raw -> delimiters
                            .plain(raw.replace(delimiters.subcomponent(), ' '))
                            .strip())
                    .filter(Segment::says);
        }

        Optional<String> subcomponent(int component, int number) {
            return part(component)
                    .map(raw -> nth(raw, delimiters.subcomponent(), number))
                    .map(raw -> delimiters.plain(raw).strip())
                    .filter(Segment::says);
        }

        private Optional<String> part(int number) {
            return Optional.of(nth(raw, delimiters.component(), number)).filter(part -> !part.isEmpty());
        }

        /** A component as it was sent, escapes and all: for encoded files. */
        String sent(int number) {
            return nth(raw, delimiters.component(), number);
        }

        /** All of it as one text, components parted by a blank. */
        String words() {
            return delimiters
                    .plain(raw.replace(delimiters.component(), ' ').replace(delimiters.subcomponent(), ' '))
                    .replaceAll(" {2,}", " ")
                    .strip();
        }

        /** All of it as one text in which component marks are taken for what was meant: the characters themselves. */
        String text() {
            return delimiters.plain(raw).stripTrailing();
        }

        boolean isAbsent() {
            return raw.isBlank() || raw.strip().equals("\"\"");
        }
    }

    static Segment of(String line, String place, Delimiters delimiters) {
        var fields = new ArrayList<>(split(line, delimiters.field()));
        if (fields.getFirst().equals("MSH")) {
            fields.add(1, String.valueOf(delimiters.field()));
        }
        return new Segment(fields.getFirst(), place, List.copyOf(fields), delimiters);
    }

    /** The line as it was sent. */
    String line() {
        var all = String.join(String.valueOf(delimiters.field()), fields);
        return name.equals("MSH") ? "MSH" + all.substring(Math.min(all.length(), 5)) : all;
    }

    /** The field with all its repetitions as they were sent. */
    String raw(int number) {
        return number < fields.size() ? fields.get(number) : "";
    }

    /** The repetitions that say something. */
    List<Field> all(int number) {
        return split(raw(number), delimiters.repetition()).stream()
                .map(raw -> new Field(raw, delimiters))
                .filter(field -> !field.isAbsent())
                .toList();
    }

    Optional<Field> field(int number) {
        return all(number).stream().findFirst();
    }

    /** The first component of the first repetition. */
    Optional<String> value(int number) {
        return value(number, 1);
    }

    Optional<String> value(int number, int component) {
        return field(number).flatMap(field -> field.component(component));
    }

    /** The first of these fields that holds a readable time. */
    Optional<PartialDate> date(int... numbers) {
        for (var number : numbers) {
            var found = field(number).flatMap(field -> field.component(1)).flatMap(Stamps::read);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** A person as «given family», or whatever words there are. */
    Optional<String> person(int number) {
        return field(number).flatMap(field -> {
            var family = field.subcomponent(2, 1);
            var given = field.component(3);
            if (family.isPresent() || given.isPresent()) {
                return Optional.of(Stream.of(given, family)
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""));
            }
            return field.component(1).filter(words -> words.chars().anyMatch(Character::isLetter));
        });
    }

    private static boolean says(String words) {
        return !words.isEmpty() && !words.equals("\"\"");
    }

    private static String nth(String text, char separator, int number) {
        var from = 0;
        for (var i = 1; i < number; i++) {
            var next = text.indexOf(separator, from);
            if (next < 0) {
                return "";
            }
            from = next + 1;
        }
        var end = text.indexOf(separator, from);
        return text.substring(from, end < 0 ? text.length() : end);
    }

    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var from = 0;
        for (var end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, from)) {
            parts.add(text.substring(from, end));
            from = end + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }
}
