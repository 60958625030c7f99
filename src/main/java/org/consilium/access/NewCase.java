package org.consilium.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A case about to be opened.
 *
 * @param title the person's own words for it: 1 to {@link #LONGEST_TITLE} characters, see {@link #titleFits}
 * @param carer the name of who helps, when somebody does
 * @param language ISO 639 code the person reads, for example {@code en}
 * @param sample true for a made-up person, to try the program
 */
public record NewCase(String title, Whose whose, @Nullable String carer, String language, boolean sample) {
    public static final int LONGEST_TITLE = 200;

    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");

    public NewCase {
        if (!titleFits(title)) {
            throw new IllegalArgumentException("a case has a title of 1 to 200 characters");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("a language is a code of two or three letters");
        }
        title = title.strip();
        carer = carer == null || carer.isBlank() ? null : shortened(carer.strip());
    }

    /** The case of a person, not a sample. */
    public NewCase(String title, Whose whose, @Nullable String carer, String language) {
        this(title, whose, carer, language, false);
    }

    /** Whether these words can be a title; ask before opening or renaming. */
    public static boolean titleFits(@Nullable String words) {
        return words != null
                && !words.isBlank()
                && words.indexOf('\0') < 0
                && words.strip().length() <= LONGEST_TITLE;
    }

    private static String shortened(String name) {
        var printable = name.replace("\0", "");
        return printable.length() <= LONGEST_TITLE ? printable : printable.substring(0, LONGEST_TITLE);
    }
}
