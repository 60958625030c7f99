package org.consilium.records.ccda;

/** Blanks in running text. */
final class Words {
    private Words() {}

    /** Every run of blanks as one space, none at the ends. */
    static String collapsed(String raw) {
        var out = new StringBuilder(raw.length());
        append(raw, out);
        var end = out.length();
        if (end > 0 && out.charAt(end - 1) == ' ') {
            end--;
        }
        return !out.isEmpty() && out.charAt(0) == ' ' ? out.substring(Math.min(1, end), end) : out.substring(0, end);
    }

    /** Appends with every run of blanks as one space. */
    static void append(String raw, StringBuilder out) {
        var blank = false;
        for (var i = 0; i < raw.length(); i++) {
            var character = raw.charAt(i);
            var isBlank = character <= ' ' || character == '\u00a0' || Character.isWhitespace(character);
            if (!isBlank) {
                out.append(character);
            } else if (!blank) {
                out.append(' ');
            }
            blank = isBlank;
        }
    }
}
