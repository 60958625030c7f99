package org.consilium.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The right to one's own records and its last day. */
class AccessRightTest {
    private final Knowledge knowledge = KnowledgeBase.load();

    @ParameterizedTest
    @CsvSource({"US,AR-US", "ES,AR-EU", "NO,AR-EU", "GB,AR-UK", "JP,AR-ANY", ",AR-ANY"})
    void aCountryHasItsRightElseThePoliteOne(String country, String right) {
        assertThat(knowledge.accessRightIn(country)).map(AccessRight::id).contains(right);
    }

    @ParameterizedTest
    @CsvSource({
        "AR-US,2026-01-31,2026-03-02",
        "AR-EU,2026-01-31,2026-02-28",
        "AR-UK,2026-01-15,2026-02-15",
        "AR-ANY,2026-01-15,2026-02-14"
    })
    void daysAndMonthsAreCountedAsTheLawCountsThem(String right, LocalDate asked, LocalDate due) {
        assertThat(knowledge.accessRight(right).orElseThrow().due(asked)).isEqualTo(due);
    }

    @Test
    void onlyTheRightOfNoCountryHasNoDeadlineByLaw() {
        assertThat(knowledge.accessRights()).allMatch(right -> right.countries().isEmpty() == (right.period() == null));
    }
}
