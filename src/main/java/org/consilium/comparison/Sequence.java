package org.consilium.comparison;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Row.Said;
import org.consilium.comparison.Row.Topic;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;

/**
 * What a doctor wants to do first, and what after it: drugs before an operation or after it, for example. Only kinds of
 * treatment that both doctors plan and put in an order are compared.
 *
 * @param places the place in the order of each kind of treatment, the earliest where a kind comes more than once
 */
record Sequence(Map<String, Integer> places, String at) {

    static Optional<Row> row(List<Opinion> opinions, List<Map<Integer, Option>> groups) {
        var said = new TreeMap<Integer, Said<Sequence>>();
        for (var i = 0; i < opinions.size(); i++) {
            var place = i;
            of(groups.stream()
                            .filter(group -> group.containsKey(place))
                            .map(group -> group.get(place))
                            .toList())
                    .ifPresent(sequence -> said.put(place, new Said<>(sequence, sequence.shown(), sequence.at())));
        }
        return said.size() < 2
                ? Optional.empty()
                : Row.of(
                        Criterion.TREATMENT,
                        Topic.ORDER,
                        Message.of("comparison.about.order"),
                        opinions.size(),
                        said,
                        Sequence::judge,
                        only -> Judgement.onlyOne(0, "X0-ORDER-ONLY-ONE"));
    }

    private static Optional<Sequence> of(Collection<Option> options) {
        var places = new TreeMap<String, Integer>();
        var first = Integer.MAX_VALUE;
        for (var option : options) {
            var order = option.treatment().order();
            if (order != null && option.planned() && option.isMain() && !option.isAdvisedAgainst()) {
                places.merge(option.sort(), order, Math::min);
                first = Math.min(first, option.place());
            }
        }
        return places.size() < 2 ? Optional.empty() : Optional.of(new Sequence(places, "/treatments/" + first));
    }

    private Message shown() {
        var kinds = places.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .toList();
        var words = Message.of("comparison.kind." + kinds.getFirst().getKey());
        for (var i = 1; i < kinds.size(); i++) {
            var together = kinds.get(i).getValue().equals(kinds.get(i - 1).getValue());
            words = Message.of(
                    together ? "comparison.both" : "comparison.then",
                    words,
                    Message.of("comparison.kind." + kinds.get(i).getKey()));
        }
        return words;
    }

    static Judgement judge(Sequence one, Sequence other) {
        var shared =
                one.places.keySet().stream().filter(other.places::containsKey).toList();
        var turned = shared.stream()
                .anyMatch(first -> shared.stream().anyMatch(next -> one.sign(first, next) != other.sign(first, next)));
        return turned
                ? Judgement.differs(1, "X1-ORDER", Message.of("comparison.because.order"))
                : Judgement.agrees("X0-ORDER-SAME");
    }

    /** Negative when the first kind comes before the second, zero when they come together. */
    private int sign(String first, String second) {
        return Integer.signum(places.getOrDefault(first, 0) - places.getOrDefault(second, 0));
    }
}
