package org.consilium.decision;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.comparison.Comparison;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;

/**
 * The options on the table: those of all opinions, each once, in alphabetical order so that no doctor comes first, and
 * always one that means «wait and watch for now».
 *
 * <p>Two doctors mean the same option when they give it the same code or the same words, and not different sides of the body.
 */
public record Options(List<Option> options) {
    /** Id of «wait and watch for now» where the program had to add it. */
    public static final String WATCH = "watch";

    private static final Pattern NOT_A_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    public Options {
        options = List.copyOf(options);
    }

    public static Options of(Comparison comparison) {
        var found = new ArrayList<Draft>();
        for (var place = 0; place < comparison.opinions().size(); place++) {
            for (var treatment : comparison.opinions().get(place).treatments()) {
                join(found, new Option.Voice(place, treatment));
            }
        }
        var options = new ArrayList<Option>();
        for (var draft : found.stream().sorted(Comparator.comparing(Draft::key)).toList()) {
            options.add(new Option(freshId(draft.key(), options), draft.name(), draft.voices));
        }
        if (!speaksOfWaiting(comparison.opinions())) {
            options.add(new Option(WATCH, Message.of("decision.option.watch"), List.of()));
        }
        return new Options(options);
    }

    public Optional<Option> option(String id) {
        return options.stream().filter(option -> option.id().equals(id)).findFirst();
    }

    public List<String> ids() {
        return options.stream().map(Option::id).toList();
    }

    private static void join(List<Draft> found, Option.Voice voice) {
        var open = found.stream().filter(draft -> draft.takes(voice)).toList();
        Stream.concat(
                        open.stream().filter(draft -> draft.sameWords(voice)),
                        open.stream().filter(draft -> draft.sharesCode(voice)))
                .findFirst()
                .ifPresentOrElse(draft -> draft.voices.add(voice), () -> found.add(new Draft(voice)));
    }

    /**
     * Waiting is on the table when an opinion says «nothing», names watching as a choice, or recommends watching alone;
     * check-ups that follow a treatment are not waiting.
     */
    private static boolean speaksOfWaiting(List<Opinion> opinions) {
        return opinions.stream().anyMatch(opinion -> {
            var treatsToo = opinion.treatments().stream()
                    .anyMatch(treatment -> treatment.stance().equals("recommended") && !isWaiting(treatment));
            return opinion.treatments().stream()
                    .anyMatch(treatment -> treatment.kind().equals("none")
                            || (isWaiting(treatment)
                                    && (!treatsToo || !treatment.stance().equals("recommended"))));
        });
    }

    private static boolean isWaiting(Opinion.Treatment treatment) {
        return treatment.kind().equals("monitoring") || treatment.kind().equals("none");
    }

    private static String freshId(String key, List<Option> taken) {
        var id = "o" + Fingerprint.of(List.of(key)).substring(0, 12);
        var twins = taken.stream().filter(option -> option.id().startsWith(id)).count();
        return twins == 0 ? id : id + "-" + (twins + 1);
    }

    private static String plain(String words) {
        var letters = Normalizer.normalize(words, Normalizer.Form.NFKD).replaceAll("\\p{M}+", "");
        return NOT_A_LETTER
                .matcher(letters.toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
    }

    /** An option while it is being gathered. */
    private static final class Draft {
        private final List<Option.Voice> voices = new ArrayList<>();

        Draft(Option.Voice first) {
            voices.add(first);
        }

        boolean takes(Option.Voice voice) {
            return voices.stream()
                    .allMatch(own -> own.opinion() != voice.opinion() && sameSide(own.treatment(), voice.treatment()));
        }

        private static boolean sameSide(Opinion.Treatment one, Opinion.Treatment other) {
            return one.laterality() == null
                    || other.laterality() == null
                    || Objects.equals(one.laterality(), other.laterality());
        }

        boolean sameWords(Option.Voice voice) {
            return voices.stream()
                    .anyMatch(own -> plain(own.treatment().text())
                            .equals(plain(voice.treatment().text())));
        }

        boolean sharesCode(Option.Voice voice) {
            return voices.stream()
                    .anyMatch(own -> !Collections.disjoint(
                            keys(own.treatment().codes()),
                            keys(voice.treatment().codes())));
        }

        private static List<String> keys(List<Code> codes) {
            return codes.stream().map(code -> code.system() + "|" + code.code()).toList();
        }

        /** Least of the words used, so that it does not depend on which opinion comes first. */
        String key() {
            return voices.stream()
                    .map(voice -> plain(voice.treatment().text()) + side(voice.treatment()))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
        }

        private static String side(Opinion.Treatment treatment) {
            return treatment.laterality() == null ? "" : "|" + treatment.laterality();
        }

        Message name() {
            return voices.stream()
                    .map(voice -> voice.treatment().text())
                    .min(Comparator.comparing(Options::plain).thenComparing(Comparator.naturalOrder()))
                    .map(words -> Message.of("decision.asWritten", words))
                    .orElseThrow();
        }
    }
}
