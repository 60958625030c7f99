package org.consilium.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.audit.Verification;
import org.consilium.web.TestSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept about a decision, on a real database. */
class DecisionsTest {
    private final TestSite site = TestSite.shared();
    private final Decisions decisions = site.bean(Decisions.class);
    private Actor me;
    private UUID mine;

    @BeforeEach
    void openACase() {
        me = site.bean(People.class).add();
        mine = site.bean(Cases.class)
                .open(me, new NewCase("Mine", Whose.SELF, null, "en"))
                .id();
    }

    @Test
    void readsBackWhatWasKept() {
        var preferences = new Preferences(
                List.of(
                        Preferences.Goal.of(StartingGoal.LESS_PAIN, 100),
                        Preferences.Goal.own("own-1", "Dancé mañana", 40)),
                List.of(
                        new Preferences.Placed("a", "own-1", Level.set(30)),
                        new Preferences.Placed("b", "own-1", Level.stated(20, 10))));

        assertThat(decisions.save(me, mine, preferences)).isEqualTo(DecisionChange.SAVED);

        assertThat(decisions.preferences(me, mine)).isEqualTo(preferences);
    }

    @Test
    void aChangeOfMindKeepsTheEarlierDecision() {
        decisions.decide(me, mine, decision("Operate"));
        decisions.decide(me, mine, decision("Wait"));

        assertThat(decisions.decision(me, mine)).map(DecisionRecord::choice).contains("Wait");
        assertThat(decisions.history(me, mine))
                .extracting(DecisionRecord::choice)
                .containsExactly("Wait", "Operate");
    }

    @Test
    void keepsWordsThatNoDatabaseTakes() {
        assertThat(decisions.decide(me, mine, decision("a\0b\ud800c \\u0000 \\")))
                .isEqualTo(DecisionChange.SAVED);

        assertThat(decisions.decision(me, mine)).map(DecisionRecord::choice).contains("abc \\u0000 \\");
    }

    @Test
    void somebodyElseSeesAndChangesNothing() {
        decisions.decide(me, mine, decision("Operate"));
        var stranger = site.bean(People.class).add();

        assertThat(decisions.decide(stranger, mine, decision("Forged"))).isEqualTo(DecisionChange.NOT_FOUND);
        assertThat(decisions.save(stranger, mine, Preferences.NONE)).isEqualTo(DecisionChange.NOT_FOUND);

        assertThat(decisions.decision(stranger, mine)).isEmpty();
        assertThat(decisions.before(stranger, mine)).isEmpty();
        assertThat(decisions.decision(me, mine)).map(DecisionRecord::choice).contains("Operate");
    }

    @Test
    void everyChangeIsOnTheTrail() {
        decisions.decide(me, mine, decision("Operate"));
        decisions.save(me, mine, Preferences.NONE);

        assertThat(site.bean(AuditTrail.class).verify(mine)).isEqualTo(new Verification.Intact(3));
    }

    private static DecisionRecord decision(String choice) {
        return new DecisionRecord(
                null, choice, "because", "my sister", "", List.of("Dr A"), LocalDate.of(2026, 11, 1), null, null);
    }
}
