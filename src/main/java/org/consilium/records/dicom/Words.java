package org.consilium.records.dicom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.PartialDate;

/** Words, names and dates out of a data set, cleaned and bounded. */
final class Words {
    static final int LONGEST_NAME = 1_000;
    static final int LONGEST_NARRATIVE = 200_000;

    private Words() {}

    /** Without control characters and halves of characters; lines are kept. */
    static String clean(String text, int longest) {
        var cleaned = new StringBuilder();
        text.codePoints()
                .limit(longest)
                .filter(point -> point == '\n' || point == '\t' || (point >= ' ' && (point < 0x7F || point > 0x9F)))
                .filter(point -> point < 0xD800 || point > 0xDFFF)
                .filter(point -> (point & 0xFFFE) != 0xFFFE)
                .forEach(cleaned::appendCodePoint);
        return cleaned.toString().strip();
    }

    /** The first of these elements with words in it. */
    static Optional<String> first(Dataset dataset, int... tags) {
        for (var tag : tags) {
            for (var value : dataset.strings(tag)) {
                var words = clean(value, LONGEST_NAME);
                if (!words.isEmpty()) {
                    return Optional.of(words);
                }
            }
        }
        return Optional.empty();
    }

    /**
     * The writings of a person's name (PS3.5 section 6.2.1): in letters, in ideographs, by sound; each as «given middle family».
     */
    static List<String> persons(String written) {
        return Stream.of(written.split("=", -1))
                .map(Words::person)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static String person(String group) {
        var parts = group.split("\\^", -1);
        return clean(
                Stream.of(part(parts, 1), part(parts, 2), part(parts, 0))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")),
                LONGEST_NAME);
    }

    private static String part(String[] parts, int index) {
        return index < parts.length ? parts[index].strip() : "";
    }

    /** Names of persons as one would write them, parted by semicolons. */
    static Optional<String> people(Dataset dataset, int... tags) {
        for (var tag : tags) {
            var all = dataset.strings(tag).stream()
                    .map(Words::persons)
                    .filter(names -> !names.isEmpty())
                    .map(List::getFirst)
                    .distinct()
                    .limit(10)
                    .collect(Collectors.joining("; "));
            if (!all.isEmpty()) {
                return Optional.of(all);
            }
        }
        return Optional.empty();
    }

    /** A day and its time, in the time zone the data set states if it does (PS3.3 section C.12.1.1.8). */
    static Optional<PartialDate> moment(Dataset dataset, int dateTag, int timeTag) {
        var date = digits(dataset.string(dateTag));
        if (date.length() != 8) {
            return PartialDate.parseHl7(date.length() > 8 ? date.substring(0, 8) : date);
        }
        var time = digits(dataset.string(timeTag).replaceFirst("\\..*", ""));
        var zone = dataset.string(Tag.TimezoneOffsetFromUTC);
        var minutes = time.length() >= 6 ? time.substring(0, 6) : time.length() >= 4 ? time.substring(0, 4) : "";
        var stamp = isTime(minutes) ? date + minutes + (zone.matches("[+-]\\d{4}") ? zone : "") : date;
        return PartialDate.parseHl7(stamp);
    }

    private static boolean isTime(String digits) {
        return digits.length() >= 4
                && digits.substring(0, 2).compareTo("23") <= 0
                && digits.substring(2, 4).compareTo("59") <= 0
                && (digits.length() < 6 || digits.substring(4, 6).compareTo("60") <= 0);
    }

    /** A date and time in one value (VR DT). */
    static Optional<PartialDate> moment(Dataset dataset, int dateTimeTag) {
        return PartialDate.parseHl7(dataset.string(dateTimeTag));
    }

    private static String digits(String written) {
        return written.length() > 40 ? "" : written.replaceAll("[.:\\-]", "");
    }

    /** A UID as twelve hexadecimal digits: enough to tell it from others, and no identifier in an address. */
    static String digest(String uid) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(uid.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
