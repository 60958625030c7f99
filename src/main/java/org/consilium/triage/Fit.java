package org.consilium.triage;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.knowledge.Window;
import org.jspecify.annotations.Nullable;

/** Whether what a window asks for beside the code is so. */
enum Fit {
    YES,
    /** It depends on a risk class nobody has named: possible. */
    POSSIBLE,
    NO;

    private static final Set<String> RISKS = Set.of("low", "intermediate", "high");

    static Fit of(Window window, Held held, History history, Clocks clocks, @Nullable String risk) {
        if (window.clock() == Window.Clock.SURGERY && clocks.surgery(held).isEmpty()) {
            return NO;
        }
        var fits = window.when().stream()
                .map(condition -> one(condition.toLowerCase(Locale.ROOT), held, history, risk))
                .collect(Collectors.toSet());
        if (fits.contains(NO)) {
            return NO;
        }
        return fits.contains(POSSIBLE) ? POSSIBLE : YES;
    }

    private static Fit one(String condition, Held held, History history, @Nullable String risk) {
        var words = Text.phrase(condition);
        if (words.contains("child")) {
            return history.isChild() ? YES : NO;
        }
        var wanted = RISKS.stream().filter(words::contains).findFirst();
        if (wanted.isPresent()) {
            var known = risk == null ? recordedRisk(held) : risk.toLowerCase(Locale.ROOT);
            if (known == null) {
                return POSSIBLE;
            }
            return known.contains(wanted.get()) ? YES : NO;
        }
        if (risk != null && Text.phrase(risk).equals(words)) {
            return YES;
        }
        var index = new WordIndex<Boolean>();
        index.add(condition, true);
        return said(held).map(Text::of).anyMatch(text -> index.find(text).stream()
                        .anyMatch(hit -> !Negation.denies(text, hit.from(), hit.to())))
                ? YES
                : NO;
    }

    private static @Nullable String recordedRisk(Held held) {
        for (var text : said(held).map(Text::of).toList()) {
            for (var risk : RISKS) {
                var index = new WordIndex<Boolean>();
                for (var phrase : List.of(risk + " risk", risk + " grade")) {
                    index.add(phrase, true);
                }
                if (!index.find(text).isEmpty()) {
                    return risk;
                }
            }
        }
        return null;
    }

    private static Stream<String> said(Held held) {
        var fact = held.fact();
        return fact == null
                ? Stream.of(held.text())
                : Stream.concat(
                        Stream.of(held.text()),
                        Stream.of(Detail.STAGE, Detail.SEVERITY, Detail.NARRATIVE)
                                .flatMap(detail -> fact.detail(detail).stream()));
    }
}
