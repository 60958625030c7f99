package org.consilium.triage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.knowledge.ConditionGroup;
import org.jspecify.annotations.Nullable;

/**
 * What vocabularies that somebody loaded say of the conditions of a case.
 *
 * @param rare those of {@link Triage#conditionCodes} that at most 1 of 2,000 people have
 * @param wider of those of {@link Triage#unplacedCodes}: first what says the same, then what is wider, one step up after the other
 */
public record Loaded(Set<Code> rare, Map<Code, List<Set<Code>>> wider) {
    /** Nothing is loaded. */
    public static final Loaded NOTHING = new Loaded(Set.of(), Map.of());

    public Loaded {
        rare = Set.copyOf(rare);
        wider = Map.copyOf(wider);
    }

    /**
     * The condition in a group: by a code that says the same, which then counts as its own, else in the group of the nearest
     * wider code. As it was when neither is in any.
     */
    Held place(Held held, Catalogue catalogue) {
        if (wider.isEmpty() || !held.groups().isEmpty()) {
            return held;
        }
        var same = at(0, held);
        var known = same.isEmpty() ? held : held.with(same, catalogue);
        if (!known.groups().isEmpty()) {
            return known;
        }
        var furthest = held.codes().stream()
                .mapToInt(code -> levels(code).size())
                .max()
                .orElse(0);
        for (var level = 1; level < furthest; level++) {
            var groups = groups(at(level, held), catalogue);
            if (groups != null) {
                return known.in(groups);
            }
        }
        return known;
    }

    private static @Nullable List<ConditionGroup> groups(List<Code> codes, Catalogue catalogue) {
        var groups = catalogue.groupsOf(catalogue.withIcd10(codes));
        return groups.isEmpty() ? null : groups;
    }

    private List<Code> at(int level, Held held) {
        return held.codes().stream()
                .map(this::levels)
                .filter(levels -> level < levels.size())
                .flatMap(levels -> levels.get(level).stream())
                .distinct()
                .sorted(History.CODES)
                .toList();
    }

    private List<Set<Code>> levels(Code code) {
        return Stream.of(code, Code.of(code.system(), code.code()))
                .flatMap(known -> Stream.ofNullable(wider.get(known)))
                .findFirst()
                .orElse(List.of());
    }
}
