package org.consilium.requests;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a letter.
 *
 * @param place the hospital or clinic; empty until the person says it
 * @param wanted what is asked for, in the order of the letter
 * @param right id of the right of access it cites
 * @param name of the patient; empty to write it by hand, as for all words of the sender
 * @param born day of birth as the person writes it
 * @param number of the patient at this place
 * @param contact where to write or call
 * @param deliverTo the doctor to send it to; empty for the patient
 * @param neededBy when it is needed, if there is such a day
 * @param language of the letter, ISO 639
 */
public record Details(
        String place,
        Department department,
        List<Wanted> wanted,
        String right,
        String name,
        String born,
        String number,
        String contact,
        String deliverTo,
        @Nullable LocalDate neededBy,
        String language) {
    /** The longest place, name or number, in characters. */
    public static final int LONGEST_LINE = 200;

    /** The longest address, in characters. */
    public static final int LONGEST_ADDRESS = 600;

    private static final int MOST_WANTED = 100;

    public Details {
        Objects.requireNonNull(department);
        wanted = List.copyOf(wanted);
        if (wanted.isEmpty() || wanted.size() > MOST_WANTED) {
            throw new IllegalArgumentException("a letter asks for 1 to 100 things");
        }
        if (Stream.of(place, name, born, number).anyMatch(line -> line.length() > LONGEST_LINE)
                || Stream.of(contact, deliverTo).anyMatch(address -> address.length() > LONGEST_ADDRESS)) {
            throw new IllegalArgumentException("a line of a letter is too long");
        }
    }

    /** The ids of what is asked for. */
    public List<String> items() {
        return wanted.stream().map(Wanted::item).toList();
    }
}
