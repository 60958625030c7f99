package org.consilium.terminology;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** How records write units, and what they mean in UCUM. Table: {@code terminology/unit-spellings.txt}. */
final class Spellings {
    private static final Map<String, String> WHOLE = new HashMap<>();
    private static final Map<String, String> PARTS = new HashMap<>();
    private static final Pattern POWER_OF_TEN =
            Pattern.compile("^[x*]?\\s*10\\s*(?:\\*\\*|[\\^*e('])?\\s*(-?\\d{1,2})\\)?(?![\\d.])");
    /** UCUM knows both letters for the litre; one is enough. */
    private static final Pattern SMALL_LITRE = Pattern.compile("(?<![A-Za-z\\[{])([dcmunpf]?)l(?![A-Za-z\\]}])");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern AROUND_STROKE = Pattern.compile("\\s*(?:/|\\bper\\b)\\s*");
    private static final Pattern PART = Pattern.compile("[^./]+|[./]");

    static {
        Lines.of("/terminology/unit-spellings.txt").forEach(line -> {
            var words = line.split(" ");
            (words.length > 2 ? WHOLE : PARTS).put(words[0].replace('_', ' '), words[1]);
        });
    }

    private Spellings() {}

    /** The unit a record means, if the program knows it. */
    static Optional<Unit> read(String written) {
        var plain = SPACES.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip()
                .replace('\u03bc', 'u')
                .replace('\u00d7', 'x');
        var lower = plain.toLowerCase(Locale.ROOT);
        var whole = WHOLE.get(lower);
        if (whole != null) {
            return UnitParser.parse(whole);
        }
        var exact =
                UnitParser.parse(SMALL_LITRE.matcher(plain).replaceAll("$1L").replace("10^", "10*"));
        return exact.isPresent() ? exact : UnitParser.parse(byParts(lower));
    }

    private static String byParts(String lower) {
        var strokes = AROUND_STROKE.matcher(lower).replaceAll("/");
        var tens = POWER_OF_TEN.matcher(strokes);
        var rest = tens.find() ? strokes.substring(tens.end()).strip() : strokes;
        var ucum = new StringBuilder(tens.hasMatch() ? "10*" + tens.group(1) : "");
        if (tens.hasMatch() && !rest.isEmpty() && !rest.startsWith("/")) {
            ucum.append('.');
        }
        PART.matcher(rest).results().forEach(part -> {
            var word = part.group().strip();
            ucum.append(PARTS.getOrDefault(word, word));
        });
        return ucum.toString();
    }
}
