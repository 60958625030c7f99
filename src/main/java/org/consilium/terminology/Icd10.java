package org.consilium.terminology;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;

/**
 * ICD-10 and ICD-10-CM codes: how they are written and what their place in the code says. The hierarchy of both is in the code
 * itself; short titles of our own are built in. Nothing here throws on a code that is none.
 */
public final class Icd10 {
    private static final Pattern SHAPE = Pattern.compile("[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?");
    private static final List<String> BLOCKS = Lines.of("/terminology/blocks.txt")
            .flatMap(line -> Arrays.stream(line.split(" ")))
            .toList();

    private Icd10() {}

    /** True for the systems ICD-10 and ICD-10-CM. */
    public static boolean isIcd10(Code code) {
        return code.in(CodeSystems.ICD10CM) || code.in(CodeSystems.ICD10);
    }

    /** Upper case, with the dot after the third character and without marks such as {@code -} at the end. */
    public static String normalise(String code) {
        var flat = flat(code);
        return flat.length() <= 3 ? flat : flat.substring(0, 3) + "." + flat.substring(3);
    }

    /** Whether this is written as an ICD-10 code; it may still be one that nobody has assigned. */
    public static boolean isWellFormed(String code) {
        return SHAPE.matcher(normalise(code)).matches();
    }

    /** The three-character category, for example {@code C50} of {@code C50.911}. */
    public static String category(String code) {
        var flat = flat(code);
        return flat.length() <= 3 ? flat : flat.substring(0, 3);
    }

    /** What the code is a more exact form of, the nearest first: {@code C50.91}, {@code C50.9}, {@code C50}. */
    public static List<String> parents(String code) {
        var flat = flat(code);
        var parents = new ArrayList<String>();
        for (var length = flat.length() - 1; length >= 3; length--) {
            var parent = flat.substring(0, length);
            if (!parent.endsWith("X")) {
                parents.add(normalise(parent));
            }
        }
        return List.copyOf(parents);
    }

    /** Whether {@code code} is a more exact form of {@code ancestor}. A code is no ancestor of itself. */
    public static boolean isAncestor(String ancestor, String code) {
        var above = flat(ancestor);
        var below = flat(code);
        return above.length() >= 3 && below.length() > above.length() && below.startsWith(above);
    }

    /** The block of categories, for example {@code C50} or {@code M15-M19}; absent when the code is in none. */
    public static Optional<String> block(String code) {
        var category = category(code);
        return BLOCKS.stream()
                .filter(block -> block.substring(0, 3).compareTo(category) <= 0
                        && category.compareTo(block.substring(block.length() - 3)) <= 0)
                .findFirst();
    }

    /** What the code is about, in plain words: its category, or its block when we do not know the category. */
    public static Optional<Icd10Title> title(String code) {
        return Icd10Titles.of(code);
    }

    /** Chapter, block and category of the code, with their titles. */
    public static Optional<Icd10Place> place(String code) {
        return Icd10Titles.place(code);
    }

    /** The side of the body that an ICD-10-CM code names; absent when it names none or the family is unknown. */
    public static Optional<Side> sideOf(String code) {
        return Laterality.of(flat(code));
    }

    static String flat(String code) {
        return code.strip().toUpperCase(Locale.ROOT).replaceAll("[^0-9A-Z]", "");
    }
}
