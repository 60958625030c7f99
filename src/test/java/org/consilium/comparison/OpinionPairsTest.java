package org.consilium.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.consilium.comparison.Comparison.DiagnosisLevel;
import org.consilium.comparison.Comparison.Outcome;
import org.consilium.comparison.Comparison.TreatmentLevel;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Made-up opinions over every group of conditions, and what must come of comparing them. */
class OpinionPairsTest {
    private static final Knowledge KNOWLEDGE = KnowledgeBase.load();

    static Stream<OpinionPair> pairs() {
        return OpinionPair.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void comesOutAsExpected(OpinionPair pair) {
        var comparison = compare(pair, pair.opinions());

        var soft = new SoftAssertions();
        soft.assertThat(word(comparison.diagnosis())).as("diagnosis").isEqualTo(pair.diagnosis());
        soft.assertThat(word(comparison.treatment())).as("treatment").isEqualTo(pair.treatment());
        soft.assertThat(comparison.outcome().word()).as("outcome").isEqualTo(pair.outcome());
        soft.assertThat(comparison.treatmentChanging()).as("treatment changing").isEqualTo(pair.treatmentChanging());
        soft.assertThat(comparison.thirdOpinion().advised()).as("third opinion").isEqualTo(pair.thirdAdvised());
        soft.assertThat(comparison.alarms()).as("alarms").hasSize(pair.alarms());
        soft.assertThat(asked(comparison)).as("questions").containsAll(pair.asks());
        soft.assertAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void doesNotDependOnTheOrder(OpinionPair pair) {
        assertThat(compare(pair, pair.opinions().reversed())).isEqualTo(compare(pair, pair.opinions()));
    }

    @Test
    void everyGroupLevelAndOutcomeHasCases() {
        var pairs = OpinionPair.all();

        assertThat(pairs).hasSizeGreaterThanOrEqualTo(150);
        assertThat(pairs.stream().map(OpinionPair::id).collect(Collectors.toSet()))
                .hasSameSizeAs(pairs);
        assertThat(pairs.stream().map(OpinionPair::group))
                .containsAll(KNOWLEDGE.groups().stream().map(it -> it.id()).toList());
        assertThat(pairs.stream().map(OpinionPair::diagnosis))
                .containsAll(Stream.of(DiagnosisLevel.values())
                        .map(OpinionPairsTest::word)
                        .toList());
        assertThat(pairs.stream().map(OpinionPair::treatment))
                .containsAll(Stream.of(TreatmentLevel.values())
                        .map(OpinionPairsTest::word)
                        .toList());
        assertThat(pairs.stream().map(OpinionPair::outcome))
                .containsAll(Stream.of(Outcome.values()).map(Outcome::word).toList());
        assertThat(pairs).anyMatch(it -> it.opinions().size() == 3);
    }

    /** A case stands for the group that it says: a diagnosis of it is one of that group. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void isOfItsGroup(OpinionPair pair) {
        var group = KNOWLEDGE.groups().stream()
                .filter(it -> it.id().equals(pair.group()))
                .findFirst()
                .orElseThrow();
        var codes = pair.opinions().stream()
                .flatMap(opinion -> opinion.diagnoses().stream())
                .flatMap(diagnosis -> diagnosis.codes().stream())
                .collect(Collectors.toCollection(HashSet::new));

        if (!codes.isEmpty()) {
            assertThat(codes).anyMatch(code -> group.codes().stream().anyMatch(it -> it.covers(code)));
        }
    }

    private static Comparison compare(OpinionPair pair, List<org.consilium.opinions.Opinion> opinions) {
        return Comparison.of(opinions, KNOWLEDGE, KNOWLEDGE.crosswalk(), pair.budgetDays());
    }

    private static List<String> asked(Comparison comparison) {
        return comparison.questions().stream()
                .map(it -> it.text().key().replaceFirst("^comparison\\.ask\\.", ""))
                .toList();
    }

    private static String word(Enum<?> level) {
        return level.name().equals("NOT_COMPARABLE")
                ? "not-comparable"
                : level.name().toUpperCase(Locale.ROOT);
    }
}
