package org.consilium.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.comparison.Option.Match;
import org.consilium.knowledge.Knowledge;
import org.consilium.opinions.Opinion;

/** Which options of the opinions are the same thing: by code, by the same words, by procedure family, at last by kind. */
final class Options {
    private Options() {}

    /** Groups of one option of each opinion at most, by the place of the opinion. */
    static List<Map<Integer, Option>> align(List<Opinion> opinions, Knowledge knowledge) {
        var groups = new ArrayList<Map<Integer, Option>>();
        for (var i = 0; i < opinions.size(); i++) {
            var open = new ArrayList<>(Option.of(opinions.get(i), i, knowledge));
            for (var candidate : candidates(open, groups)) {
                if (open.contains(candidate.option()) && candidate.group().putIfAbsent(i, candidate.option()) == null) {
                    open.remove(candidate.option());
                }
            }
            for (var left : open) {
                var group = new TreeMap<Integer, Option>();
                group.put(i, left);
                groups.add(group);
            }
        }
        return groups;
    }

    private record Candidate(Option option, Map<Integer, Option> group, Match match, int stances) {}

    /** What could go together, the surest first; among equals the one with the same stance, then the order of the texts. */
    private static List<Candidate> candidates(List<Option> options, List<Map<Integer, Option>> groups) {
        var candidates = new ArrayList<Candidate>();
        for (var option : options) {
            for (var group : groups) {
                var match = group.values().stream()
                        .map(option::match)
                        .min(Comparator.naturalOrder())
                        .orElse(Match.NONE);
                if (match != Match.NONE) {
                    var sameStance = group.values().stream()
                            .anyMatch(it -> it.treatment()
                                    .stance()
                                    .equals(option.treatment().stance()));
                    candidates.add(new Candidate(option, group, match, sameStance ? 0 : 1));
                }
            }
        }
        candidates.sort(Comparator.comparing(Candidate::match)
                .thenComparingInt(Candidate::stances)
                .thenComparing(Options::words)
                .thenComparingInt(it -> it.option().place()));
        return candidates;
    }

    /** The texts of both in one order, so that swapping the opinions changes nothing. */
    private static String words(Candidate candidate) {
        var one = candidate.option().plain();
        var other = candidate.group().values().iterator().next().plain();
        return one.compareTo(other) <= 0 ? one + "\n" + other : other + "\n" + one;
    }
}
