package org.consilium.comparison;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Comparison.Relation;
import org.consilium.comparison.Row.Said;
import org.consilium.comparison.Row.Topic;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;

/**
 * The sort of treatment a doctor's plan mainly is. A treatment that goes deeper into the body is the main one and the others
 * come with it: surgery and transplant, then procedures and devices, then radiation and drugs, then rehabilitation and
 * psychological treatment, then supportive care. (A proposal of this project for review by clinicians.)
 *
 * @param kinds all kinds of treatment of the plan that are meant to treat
 * @param main the kinds of the deepest level; empty when the plan is to watch, to test first, or to do nothing
 * @param comfort only supportive care, to ease symptoms
 * @param decided false when the doctor recommends nothing and only says what is possible
 */
record Plan(Set<String> kinds, Set<String> main, boolean comfort, boolean decided, String at) {
    private static final List<Set<String>> DEPTHS = List.of(
            Set.of("surgery", "transplant"),
            Set.of("procedure", "device"),
            Set.of("radiation", "systemic"),
            Set.of("rehabilitation", "psychological"),
            Set.of("supportive"));

    static Optional<Row> row(List<Opinion> opinions, List<Map<Integer, Option>> groups) {
        var said = new TreeMap<Integer, Said<Plan>>();
        for (var i = 0; i < opinions.size(); i++) {
            var place = i;
            var options = groups.stream()
                    .filter(group -> group.containsKey(place))
                    .map(group -> group.get(place))
                    .filter(Option::planned)
                    .toList();
            of(options).ifPresent(plan -> said.put(place, new Said<>(plan, plan.shown(), plan.at())));
        }
        return Row.of(
                Criterion.TREATMENT,
                Topic.MODALITY,
                Message.of("comparison.about.modality"),
                opinions.size(),
                said,
                Plan::judge,
                only -> Judgement.of(
                        Relation.ONLY_ONE_SAYS,
                        Judgement.UNKNOWN,
                        "X-NO-PLAN",
                        Message.of("comparison.because.noPlan")));
    }

    private static Optional<Plan> of(Collection<Option> planned) {
        if (planned.isEmpty()) {
            return Optional.empty();
        }
        var kinds = planned.stream()
                .filter(it -> it.isMain() && !it.isWatching())
                .map(it -> it.treatment().kind())
                .collect(Collectors.toCollection(TreeSet::new));
        var main = DEPTHS.stream()
                .map(depth -> depth.stream().filter(kinds::contains).collect(Collectors.toSet()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(Set.of());
        var comfort = main.equals(Set.of("supportive"))
                && planned.stream()
                        .anyMatch(it -> "comfort".equals(it.treatment().intent()));
        var decided = planned.iterator().next().treatment().stance().equals("recommended");
        var at = planned.stream()
                .filter(it -> main.isEmpty() || main.contains(it.treatment().kind()))
                .mapToInt(Option::place)
                .min()
                .orElse(0);
        return Optional.of(new Plan(kinds, main, comfort, decided, "/treatments/" + at));
    }

    private Message shown() {
        if (main.isEmpty()) {
            return Message.of("comparison.kind.monitoring");
        }
        var kinds = main.stream().sorted().toList();
        var words = Message.of("comparison.kind." + kinds.getFirst());
        for (var kind : kinds.subList(1, kinds.size())) {
            words = Message.of("comparison.both", words, Message.of("comparison.kind." + kind));
        }
        return words;
    }

    /** Treating means more than watching and easing symptoms. */
    private boolean treats() {
        return !main.isEmpty() && !comfort;
    }

    static Judgement judge(Plan one, Plan other) {
        if (one.treats() != other.treats()) {
            return Judgement.differs(4, "X4-TREAT-OBSERVE", Message.of("comparison.because.treatObserve"));
        }
        if (one.main.isEmpty() || other.main.isEmpty()) {
            return one.main.equals(other.main)
                    ? Judgement.agrees("X0-MODALITY-SAME")
                    : Judgement.differs(3, "X3-MODALITY", Message.of("comparison.because.modality"));
        }
        if (one.main.stream().anyMatch(other.main::contains)) {
            return Judgement.agrees("X0-MODALITY-SAME");
        }
        return leftOpen(one, other) || leftOpen(other, one)
                ? Judgement.refines(1, "X1-LEFT-OPEN", Message.of("comparison.because.leftOpen"))
                : Judgement.differs(3, "X3-MODALITY", Message.of("comparison.because.modality"));
    }

    /** The first doctor leaves open several things, one of which is what the second mainly wants. */
    private static boolean leftOpen(Plan open, Plan other) {
        return !open.decided && open.kinds.stream().anyMatch(other.main::contains);
    }
}
