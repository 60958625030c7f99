package org.consilium.records;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.consilium.clinical.FactKind;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * A file of a case.
 *
 * @param hash SHA-256 of its content, in hex; what sources of facts call it
 * @param name what the person calls it
 * @param size in bytes
 * @param status how far it was understood
 * @param counts how many facts of each kind it gave
 * @param problems what was not read, in plain words
 * @param parts the files found inside of it
 * @param doubt why it may be the record of someone else, when it may
 */
public record StoredFile(
        String hash,
        String name,
        long size,
        Instant received,
        State state,
        Format format,
        Reading.Status status,
        Map<FactKind, Integer> counts,
        List<Problem> problems,
        @Nullable Message doubt,
        List<Part> parts) {
    /** What becomes of the file. */
    public enum State {
        /** Stored for good, and being read; its facts follow. */
        READING,
        /** Its facts count. */
        FILED,
        /** Its facts do not count until a person says that it belongs to this case. */
        WAITING,
        /** A person set it aside; it is kept and can be restored. */
        REMOVED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    public StoredFile {
        counts = counts.isEmpty() ? Map.of() : java.util.Collections.unmodifiableMap(new EnumMap<>(counts));
        problems = List.copyOf(problems);
        parts = List.copyOf(parts);
    }

    /** The number, from 0, of the file inside of this one in which a place lies; empty for a place in the file itself. */
    public OptionalInt part(String place) {
        var wanted = place.substring(0, place.lastIndexOf('!') + 1);
        return wanted.isEmpty()
                ? OptionalInt.empty()
                : IntStream.range(0, parts.size())
                        .filter(number -> parts.get(number).place().equals(wanted))
                        .findFirst();
    }

    /** How many facts it gave. */
    public int facts() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
