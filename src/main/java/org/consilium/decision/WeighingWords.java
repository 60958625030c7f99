package org.consilium.decision;

import java.util.List;
import org.consilium.language.Message;

/** What a weighing shows, in sentences that leave the choice to the person. */
public final class WeighingWords {
    private WeighingWords() {}

    /** One sentence or two on the totals. */
    public static Message verdict(Weighing weighing, Options options) {
        return switch (weighing.verdict()) {
            case NO_OPTIONS -> Message.of("decision.verdict.no-options");
            case ONE_OPTION -> Message.of("decision.verdict.one-option");
            case NO_GOALS -> Message.of("decision.verdict.no-goals");
            case NO_WEIGHTS -> Message.of("decision.verdict.no-weights");
            case NOT_ENOUGH_KNOWN -> Message.of("decision.verdict.not-enough-known");
            case TOO_CLOSE -> Message.of("decision.verdict.too-close");
            case APART ->
                Message.of(
                        "decision.verdict.apart",
                        name(options, weighing.firstTwo().getFirst().option()));
        };
    }

    /** For each goal that alone can turn the order of the first two: how. */
    public static List<Message> flips(Weighing weighing, Options options, Preferences preferences) {
        return weighing.flips().stream()
                .map(flip -> {
                    var second = weighing.firstTwo().get(1).option();
                    return Message.of(
                            "decision.flip." + (flip.little() ? "little-" : "much-") + (flip.less() ? "less" : "more"),
                            title(preferences, flip.goal()),
                            Percent.of(flip.now()),
                            Percent.of(flip.turnsAt()),
                            name(options, second));
                })
                .toList();
    }

    /** Options that are nowhere worse than another, whatever the weights. */
    public static List<Message> dominances(Weighing weighing, Options options) {
        return weighing.dominances().stream()
                .map(pair ->
                        Message.of("decision.dominance", name(options, pair.better()), name(options, pair.worse())))
                .toList();
    }

    private static Message name(Options options, String id) {
        return options.option(id)
                .map(Option::name)
                .orElseThrow(() -> new IllegalArgumentException("these options were not the ones weighed"));
    }

    private static Message title(Preferences preferences, String goal) {
        return preferences.goals().stream()
                .filter(candidate -> candidate.id().equals(goal))
                .map(Preferences.Goal::title)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("these goals were not the ones weighed"));
    }
}
