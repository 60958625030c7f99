package org.consilium.bench;

import java.util.List;
import org.consilium.comparison.Comparison;
import org.consilium.comparison.OpinionPair;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.opinions.Opinion;

/** Comparing: all made-up pairs of the tests, and a full opinion against another with ten. */
public final class CompareBench {
    private CompareBench() {}

    public static void main(String[] arguments) {
        var knowledge = KnowledgeBase.load();
        var pairs = OpinionPair.all();
        Figure.warm(
                "compare %d sets of opinions, all of them".formatted(pairs.size()),
                () -> pairs.stream()
                        .map(pair -> Comparison.of(pair.opinions(), knowledge, knowledge.crosswalk()))
                        .toList());
        for (var many : List.of(2, 3, 10)) {
            var opinions = pairs.stream()
                    .filter(pair -> pair.group().equals("CA-BREAST"))
                    .flatMap(pair -> pair.opinions().stream())
                    .distinct()
                    .limit(many)
                    .toList();
            Figure.warm(
                    "compare %d opinions".formatted(opinions.size()),
                    () -> Comparison.of(opinions, knowledge, knowledge.crosswalk()));
        }
        whole(knowledge, pairs.getFirst().opinions());
    }

    /** With the code pairs of a record, as the pages do it. */
    private static void whole(Knowledge knowledge, List<Opinion> opinions) {
        var crosswalk = knowledge
                .crosswalk()
                .with(List.of(opinions.getFirst().diagnoses().getFirst().codes()));
        Figure.warm(
                "compare 2 opinions with the codes of a record", () -> Comparison.of(opinions, knowledge, crosswalk));
    }
}
