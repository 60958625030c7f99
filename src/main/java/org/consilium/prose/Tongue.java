package org.consilium.prose;

import java.util.List;
import java.util.regex.Pattern;

/** In which language a document is written, by its small words. */
public final class Tongue {
    private static final Pattern SPANISH = Pattern.compile(
            "\\b(?:el|la|los|las|del|con|sin|para|por|paciente|fecha|informe|nombre|una|que|se|resultado|valores)\\b");
    private static final Pattern ENGLISH = Pattern.compile(
            "\\b(?:the|of|and|with|without|for|patient|date|report|name|was|is|result|in|no|to|range)\\b");

    private Tongue() {}

    /** True when more of the small words are Spanish than English. */
    public static boolean isSpanish(List<Line> lines) {
        var spanish = 0L;
        var english = 0L;
        for (var line : lines.subList(0, Math.min(lines.size(), 2_000))) {
            var plain = Plain.of(line.text());
            spanish += SPANISH.matcher(plain).results().count();
            english += ENGLISH.matcher(plain).results().count();
        }
        return spanish > english;
    }
}
