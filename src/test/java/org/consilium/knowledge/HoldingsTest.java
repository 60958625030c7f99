package org.consilium.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import org.consilium.knowledge.Provenance.Grade;
import org.consilium.knowledge.Provenance.Tag;
import org.consilium.knowledge.Statement.Kind;
import org.junit.jupiter.api.Test;

class HoldingsTest {
    private final Knowledge knowledge = KnowledgeBase.load();
    private final Holdings holdings = Holdings.of(knowledge);

    @Test
    void countsEveryKindOfEntry() {
        assertThat(holdings.version()).isEqualTo(knowledge.version());
        assertThat(holdings.kinds())
                .containsEntry(Kind.TRIGGER, 8)
                .containsEntry(Kind.GROUP, knowledge.groups().size())
                .containsEntry(Kind.CONDITION, knowledge.conditions().size())
                .containsEntry(Kind.WINDOW, knowledge.windows().size())
                .containsEntry(Kind.CODE_PAIR, knowledge.crosswalk().pairs().size())
                .hasSize(Kind.values().length)
                .doesNotContainValue(0);
    }

    @Test
    void everyEntryWithASourceHasOneTagAndOneGrade() {
        assertThat(holdings.tags().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(holdings.withSource());
        assertThat(holdings.grades().values().stream().mapToInt(count -> count).sum())
                .isEqualTo(holdings.withSource());
        assertThat(holdings.tags()).containsOnlyKeys(Tag.values());
        assertThat(holdings.grades()).containsOnlyKeys(Grade.values());
    }

    @Test
    void noEntryClaimsAReviewThatDidNotHappen() {
        assertThat(holdings.reviewed()).isZero();
        assertThat(holdings.reviewFirst()).isNotNull().isBeforeOrEqualTo(holdings.reviewLast());
    }

    @Test
    void anEmptyKnowledgeBaseHasNothingAndNoDates() {
        var none = List.<EvidenceCard>of();
        var empty = Holdings.of(new Knowledge(
                "none", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), none, List.of(), List.of()));

        assertThat(empty.kinds()).containsOnlyKeys(Kind.values());
        assertThat(empty.kinds().values()).containsOnly(0);
        assertThat(empty.reviewFirst()).isNull();
        assertThat(empty.reviewLast()).isNull();
    }

    @Test
    void everyStatementHasWordsInBothLanguagesAndAnIdOfItsOwn() {
        var seen = new HashSet<String>();
        for (var statement : Statement.all(knowledge)) {
            assertThat(seen.add(statement.kind() + " " + statement.id()))
                    .as(statement.id())
                    .isTrue();
            assertThat(statement.words().en()).isNotBlank();
            assertThat(statement.words().es()).isNotBlank();
            assertThat(statement.provenance() == null).isEqualTo(statement.kind() == Kind.QUESTION);
        }
    }
}
