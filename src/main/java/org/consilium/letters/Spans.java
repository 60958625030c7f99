package org.consilium.letters;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Spans of time in a sentence: «at 5 years», «a los 2 años», «within 4 weeks». */
final class Spans {
    private static final String COUNT =
            "(?<n>\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|un|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|quince)";
    private static final String UNIT = "(?<unit>years?|months?|weeks?|days?|anos?|mes(?:es)?|semanas?|dias?)";
    private static final Pattern FRAME = Pattern.compile(
            "\\b(?:(?:at|within|in|over|after|by|during|for|throughout|a los|a las|a|al cabo de|en|tras|durante|dentro de|en un plazo de|a partir de)(?: (?:the|a|los|las|el|la))?(?: (?:first|next|following|siguientes|proxim[oa]s|primer[oa]?s?|otros))?(?: period of)? "
                    + COUNT + "[ -]" + UNIT
                    + "\\b|(?<n2>\\d{1,3})-(?<unit2>year|month|week|day)\\b|(?<year>\\bal ano\\b|\\b(?:in|within|during) the first year\\b|\\ben el primer ano\\b|\\bdurante el primer ano\\b|\\bpor ano\\b|\\b(?:per|each|a) year\\b))");
    private static final Pattern WITHIN = Pattern.compile(
            "\\b(?:within|in the next|during the next|in less than|no later than|not later than|en un plazo de|en las proximas|en los proximos|dentro de|en menos de|antes de|en el plazo de|in)(?: the next| the following| las proximas| los proximos)? "
                    + COUNT + "(?: (?:to|a|-|o|or) (?<n3>\\d{1,2}))? ?" + UNIT + "\\b");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("un", 1),
            Map.entry("una", 1),
            Map.entry("two", 2),
            Map.entry("dos", 2),
            Map.entry("three", 3),
            Map.entry("tres", 3),
            Map.entry("four", 4),
            Map.entry("cuatro", 4),
            Map.entry("five", 5),
            Map.entry("cinco", 5),
            Map.entry("six", 6),
            Map.entry("seis", 6),
            Map.entry("seven", 7),
            Map.entry("siete", 7),
            Map.entry("eight", 8),
            Map.entry("ocho", 8),
            Map.entry("nine", 9),
            Map.entry("nueve", 9),
            Map.entry("ten", 10),
            Map.entry("diez", 10),
            Map.entry("twelve", 12),
            Map.entry("doce", 12),
            Map.entry("quince", 15));

    /** A span of time with the words that name it. */
    record Found(String words, int start, int end, int days) {}

    private Spans() {}

    /** In what time a figure holds; the words of the sentence. */
    static Optional<Found> frame(String text, String plain) {
        var found = FRAME.matcher(plain);
        if (!found.find()) {
            return Optional.empty();
        }
        if (found.group("year") != null) {
            return Optional.of(new Found(
                    text.substring(found.start("year"), found.end("year")).strip(), found.start(), found.end(), 365));
        }
        var isCompound = found.group("n2") != null;
        var words = isCompound
                ? found.group("n2") + " " + found.group("unit2")
                        + (found.group("n2").equals("1") ? "" : "s")
                : text.substring(found.start("n"), found.end("unit"));
        return Optional.of(new Found(words, found.start(), found.end(), 0));
    }

    /** By when something should be done; the longer of two figures. */
    static Optional<Found> within(String text, String plain) {
        var found = WITHIN.matcher(plain);
        if (!found.find()) {
            return Optional.empty();
        }
        var number = found.group("n3") == null ? number(found.group("n")) : number(found.group("n3"));
        var days = number * daysOf(found.group("unit"));
        return Optional.of(new Found(text.substring(found.start(), found.end()), found.start(), found.end(), days));
    }

    private static int number(String written) {
        return written.matches("\\d+") ? Integer.parseInt(written) : NUMBERS.getOrDefault(written, 1);
    }

    private static int daysOf(String unit) {
        return switch (unit.charAt(0)) {
            case 'd' -> 1;
            case 'w', 's' -> 7;
            case 'm' -> 30;
            default -> 365;
        };
    }
}
