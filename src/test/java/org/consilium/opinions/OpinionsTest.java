package org.consilium.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.audit.Entry;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpinionsTest {
    private static final TestRooms ROOMS = TestRooms.on(
            TestDatabase.freshSchemas(),
            Map.of("consilium.data", TestDatabase.dataFolder()),
            "org.consilium.audit",
            "org.consilium.access",
            "org.consilium.vault",
            "org.consilium.opinions");

    private final Opinions opinions = ROOMS.bean(Opinions.class);
    private final AuditTrail trail = ROOMS.bean(AuditTrail.class);
    private final People people = ROOMS.bean(People.class);
    private Actor actor = new Actor(UUID.randomUUID());
    private UUID caseId = UUID.randomUUID();

    @BeforeEach
    void aCase() {
        actor = people.add();
        caseId = ROOMS.bean(Cases.class)
                .open(actor, new NewCase("My back", Whose.SELF, null, "en"))
                .id();
    }

    @AfterAll
    static void close() {
        ROOMS.close();
    }

    @Test
    void keepsAnOpinionAsItWasWritten() {
        var filed = kept(opinions.receive(actor, caseId, Samples.bytes(Samples.WHOLE)));

        assertThat(filed.finished()).isTrue();
        assertThat(filed.draft().json().strip())
                .isEqualTo(Samples.WHOLE.replace('\'', '"').strip());
        assertThat(filed.opinion()).contains(Samples.opinion(Samples.WHOLE));
        assertThat(opinions.list(actor, caseId)).containsExactly(filed);
        assertThat(opinions.finished(actor, caseId)).containsExactly(Samples.opinion(Samples.WHOLE));
    }

    @Test
    void rejectsWhatIsNoOpinionAndKeepsNothing() {
        assertThat(opinions.receive(actor, caseId, Samples.bytes("{}"))).isInstanceOf(Receipt.Rejected.class);
        assertThat(opinions.list(actor, caseId)).isEmpty();
    }

    @Test
    void aDraftIsSavedStepByStepFinishedAndUndone() {
        var id = kept(opinions.begin(actor, caseId, Draft.EMPTY)).id();
        var named = Draft.EMPTY.with("/author/name", "Dr. A").with("/date", "2026-03-02");
        var whole = named.with("/diagnoses/0/text", "Sciatica");
        opinions.save(actor, caseId, id, named);

        assertThat(opinions.finish(actor, caseId, id)).isInstanceOf(Receipt.Rejected.class);
        assertThat(opinions.finished(actor, caseId)).isEmpty();
        opinions.save(actor, caseId, id, whole);
        assertThat(kept(opinions.finish(actor, caseId, id)).opinion()).isPresent();
        assertThat(opinions.history(actor, caseId, id))
                .extracting(Filed::version)
                .containsExactly(4, 3, 2, 1);

        assertThat(kept(opinions.undo(actor, caseId, id)).finished()).isFalse();
        assertThat(kept(opinions.undo(actor, caseId, id)).draft()).isEqualTo(named);
        assertThat(kept(opinions.save(actor, caseId, id, whole)).version()).isEqualTo(5);
        assertThat(kept(opinions.undo(actor, caseId, id)).draft()).isEqualTo(named);
        opinions.undo(actor, caseId, id);
        assertThat(opinions.undo(actor, caseId, id)).isEqualTo(new Receipt.NotFound());
    }

    @Test
    void whatIsSetAsideComesBackAsItWas() {
        var filed = kept(opinions.receive(actor, caseId, Samples.bytes(Samples.WHOLE)));

        assertThat(kept(opinions.remove(actor, caseId, filed.id())).removed()).isTrue();
        assertThat(opinions.finished(actor, caseId)).isEmpty();
        assertThat(opinions.save(actor, caseId, filed.id(), Draft.EMPTY)).isEqualTo(new Receipt.NotFound());
        assertThat(kept(opinions.restore(actor, caseId, filed.id()))).isEqualTo(filed);
        assertThat(trail.of(actor, caseId, 10, Long.MAX_VALUE))
                .extracting(Entry::action)
                .containsExactly(
                        Action.OPINION_RESTORED, Action.OPINION_REMOVED, Action.OPINION_RECEIVED, Action.CASE_OPENED);
    }

    @Test
    void anotherPersonSeesNothingAndChangesNothing() {
        var filed = kept(opinions.receive(actor, caseId, Samples.bytes(Samples.WHOLE)));
        var stranger = people.add();
        var id = filed.id();
        var nothing = new Receipt.NotFound();

        assertThat(opinions.list(stranger, caseId)).isEmpty();
        assertThat(opinions.finished(stranger, caseId)).isEmpty();
        assertThat(opinions.find(stranger, caseId, id)).isEmpty();
        assertThat(opinions.history(stranger, caseId, id)).isEmpty();
        assertThat(opinions.receive(stranger, caseId, Samples.bytes(Samples.WHOLE)))
                .isEqualTo(nothing);
        assertThat(opinions.begin(stranger, caseId, Draft.EMPTY)).isEqualTo(nothing);
        assertThat(opinions.save(stranger, caseId, id, Draft.EMPTY)).isEqualTo(nothing);
        assertThat(opinions.finish(stranger, caseId, id)).isEqualTo(nothing);
        assertThat(opinions.undo(stranger, caseId, id)).isEqualTo(nothing);
        assertThat(opinions.remove(stranger, caseId, id)).isEqualTo(nothing);
        assertThat(opinions.restore(stranger, caseId, id)).isEqualTo(nothing);
        assertThat(opinions.find(actor, caseId, id)).contains(filed);
    }

    private static Filed kept(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Kept.class);
        return ((Receipt.Kept) receipt).filed();
    }
}
