package org.consilium.records.archive;

import java.util.HashSet;
import java.util.Set;

/** The names of the files in one archive as they can be shown: cleaned, and each different from the others. */
final class Names {
    private static final int LONGEST = 240;

    private final Set<String> given = new HashSet<>();

    /** The same name for the same file each time the archive is gone through from its beginning. */
    String next(String raw) {
        var clean = clean(raw);
        var name = clean;
        for (var count = 2; !given.add(name); count++) {
            name = clean + " (" + count + ")";
        }
        return name;
    }

    /**
     * A relative path without drive, without steps up and without characters that are not seen; only to be shown and compared,
     * never used as a path.
     */
    static String clean(String raw) {
        var visible = raw.replace('\\', '/')
                .replaceAll("[\\p{Cntrl}\\p{Cs}\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]", "")
                .replaceFirst("^[A-Za-z]:", "");
        var path = new StringBuilder();
        for (var step : visible.split("/")) {
            var word = step.strip();
            if (!word.isEmpty() && !word.equals(".") && !word.equals("..")) {
                path.append(path.isEmpty() ? "" : "/").append(word);
            }
        }
        if (path.isEmpty()) {
            return "?";
        }
        return path.length() <= LONGEST ? path.toString() : "…" + path.substring(path.length() - LONGEST);
    }

    /** The last step of a path. */
    static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
