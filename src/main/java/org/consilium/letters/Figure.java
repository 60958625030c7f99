package org.consilium.letters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * So many of so many people, as a sentence writes it: {@code 3 of 100}, {@code 5 to 10 %}, {@code 2 de cada 100}. A percentage
 * is so many of 100.
 *
 * @param count absent when the sentence gives a range
 * @param start its first character in the folded sentence
 */
record Figure(
        @Nullable BigDecimal count,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        int of,
        int start,
        int end) {
    private static final String NUMBER = "(?:\\d{1,3}(?:[.,]\\d{3})+|\\d+(?:[.,]\\d{1,2})?)";
    private static final String PERCENT = "\\s?(?:%|percent\\b|per cent\\b|por ciento\\b)";
    private static final String OF = " ?(?:of|in|out of|de|en|of the) (?:every |each |cada |about |a )?";
    private static final String NOT_OF_THINGS =
            "(?! ?(?:lymph |sentinel |axillary )?(?:nodes?|cores?|ganglios?|cilindros?|slides?|quadrants?|levels?|mm|cm|mg|stars|points|puntos)\\b|[/.-]\\d)";
    private static final Pattern RANGE = Pattern.compile("(?<![\\d.,/-])(?:between |from |entre (?:el )?|del )?(?<low>"
            + NUMBER + ")(?:" + PERCENT + ")?\\s?(?:to|and|y|a|al|o|or|-)\\s?(?:el )?(?<high>" + NUMBER
            + ")(?:(?<percent>" + PERCENT + ")|" + OF + "(?<of>" + NUMBER + ")\\b" + NOT_OF_THINGS + ")");
    private static final Pattern ONE = Pattern.compile(
            "(?<![\\p{L}\\d.,/-])(?<bound>(?:less than|fewer than|under|below|at most|up to|menos del?|por debajo del?|como mucho(?: el)?|hasta(?: el| un)?|<) ?)?(?<count>"
                    + NUMBER + "|one|una?(?= de cada)|uno(?= de cada))(?:(?<percent>" + PERCENT + ")|" + OF + "(?<of>"
                    + NUMBER + ")\\b" + NOT_OF_THINGS + ")");
    private static final Pattern OF_FIRST = Pattern.compile("\\b(?:de cada|(?:out )?of (?:every )?)\\s?(?<of>" + NUMBER
            + ") (?:people|patients|women|men|children|adults|persons|boys|girls|operations|pacientes|personas|mujeres|hombres|ninos|adultos|operaciones|operados)[a-z ]{0,40}?,? (?:about |around |unos |unas |alrededor de |entre )?(?<count>"
            + NUMBER + ")(?: (?:y|and|to|a) (?<high>" + NUMBER
            + "))?(?! ?(?:%|years|anos|months|meses|weeks|semanas|days|dias|of|de cada|in \\d))\\b");
    private static final Pattern NOT_OF_PEOPLE = Pattern.compile(
            "(?:\\b(?:er|pr|re|rp|ki-?67|her-?2|receptors?|receptor(?:es)?(?: de)? [a-z]+|ejection fraction|lvef|fevi|eyeccion|stenosis of|estenosis del|saturation|saturacion|hematocrit|confidence interval|ci|ic|confianza|mib-1|blasts|percentile|percentil|pd-l1|fev1|narrowing(?: of)?|positive|positiv[oa]s?|slope|accuracy)\\W{0,4}(?:is |of |was |de |del |en |in |es |en el |approximately |about )?)$");
    private static final Pattern NOT_AFTER = Pattern.compile(
            "^\\s?(?:\\)|ci\\b|ic\\b|confidence|sure\\b|certain\\b|confident|segur[oa]\\b|narrow|stenosis|estenosis|de estenosis|of (?:the )?(?:cells|tumou?r|nuclei|diameter|weight)|de las celulas|blocked|solution|cream|gel\\b)");

    /** All figures of a folded sentence, in their order. */
    static List<Figure> all(String plain) {
        var found = new ArrayList<Figure>();
        collect(RANGE, plain, found);
        collect(OF_FIRST, plain, found);
        collect(ONE, plain, found);
        found.sort(Comparator.comparingInt(Figure::start));
        return found;
    }

    private static void collect(Pattern pattern, String plain, List<Figure> into) {
        var match = pattern.matcher(plain);
        while (match.find()) {
            var start = match.start();
            var end = match.end();
            var taken = into.stream().anyMatch(each -> start < each.end && each.start < end);
            if (taken
                    || NOT_OF_PEOPLE.matcher(plain.substring(0, start)).find()
                    || NOT_AFTER.matcher(plain.substring(end)).find()) {
                continue;
            }
            var figure = of(pattern, match);
            if (figure != null) {
                into.add(figure);
            }
        }
    }

    private static @Nullable Figure of(Pattern pattern, MatchResult match) {
        var isRange = pattern == RANGE;
        var of = pattern == OF_FIRST || match.group("percent") == null
                ? number(match.group("of"))
                : BigDecimal.valueOf(100);
        var most = BigDecimal.valueOf(1_000_000);
        if (of.signum() <= 0
                || of.compareTo(most) > 0
                || of.stripTrailingZeros().scale() > 0) {
            return null;
        }
        var low = isRange
                ? number(match.group("low"))
                : pattern == OF_FIRST && match.group("high") != null ? number(match.group("count")) : null;
        var high = isRange || (pattern == OF_FIRST && match.group("high") != null) ? number(match.group("high")) : null;
        var count = high == null ? number(match.group("count")) : null;
        if (pattern == ONE && match.group("bound") != null) {
            high = count;
            count = null;
        }
        var top = count == null ? high : count;
        if (top == null || top.compareTo(of) > 0 || (low != null && high != null && low.compareTo(high) > 0)) {
            return null;
        }
        return new Figure(count, low, high, of.intValueExact(), match.start(), match.end());
    }

    private static BigDecimal number(String written) {
        if (written.matches("[a-z]+")) {
            return BigDecimal.ONE;
        }
        return written.matches("\\d{1,3}(?:[.,]\\d{3})+")
                ? new BigDecimal(written.replaceAll("[.,]", ""))
                : new BigDecimal(written.replace(',', '.'));
    }
}
