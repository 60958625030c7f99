package org.consilium.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
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
import org.consilium.requests.RecordRequest.State;
import org.consilium.requests.Step.Event;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Requests are kept step by step, for those who may see the case. */
class RequestsTest {
    private static final TestRooms ROOMS = TestRooms.on(
            TestDatabase.freshSchemas(),
            Map.of("consilium.data", TestDatabase.dataFolder()),
            "org.consilium.audit",
            "org.consilium.access",
            "org.consilium.vault",
            "org.consilium.requests");
    private static final LocalDate TODAY = Samples.TODAY;

    private final Requests requests = ROOMS.bean(Requests.class);
    private final People people = ROOMS.bean(People.class);
    private final Actor me = people.add();
    private final UUID kase = ROOMS.bean(Cases.class)
            .open(me, new NewCase("Colon", Whose.SELF, null, "en"))
            .id();

    @AfterAll
    static void close() {
        ROOMS.close();
    }

    private UUID begun() {
        return requests.begin(me, kase, List.of(Samples.images())) instanceof RequestChange.Saved saved
                ? saved.requests().getFirst()
                : new UUID(0, 0);
    }

    @Test
    void aLetterIsBegunAskedRemindedReceivedAndTakenBack() {
        var id = begun();
        requests.note(me, kase, id, Event.ASKED, TODAY.minusDays(12), Method.FAX, TODAY);
        requests.note(me, kase, id, Event.REMINDED, TODAY.minusDays(1), null, TODAY);
        requests.note(me, kase, id, Event.RECEIVED, TODAY, null, TODAY);

        assertThat(requests.find(me, kase, id).orElseThrow().state()).isEqualTo(State.RECEIVED);
        requests.undo(me, kase, id);

        var request = requests.find(me, kase, id).orElseThrow();
        assertThat(request.state()).isEqualTo(State.REMINDED);
        assertThat(request.details()).isEqualTo(Samples.images());
        assertThat(request.askedOn()).isEqualTo(TODAY.minusDays(12));
        assertThat(request.steps()).extracting(Step::method).contains(Method.FAX);
        assertThat(ROOMS.bean(AuditTrail.class).of(me, kase, 20, Long.MAX_VALUE))
                .filteredOn(entry -> entry.action() == Action.REQUEST_CHANGED)
                .hasSize(5)
                .extracting(Entry::subject)
                .containsOnly(id.toString());
    }

    @Test
    void theLetterCanBeWrittenAnew() {
        var id = begun();
        var other =
                Samples.details(Department.IMAGING, Samples.images().wanted().getFirst());

        assertThat(requests.write(me, kase, id, Samples.images())).isInstanceOf(RequestChange.Saved.class);
        assertThat(requests.find(me, kase, id).orElseThrow().steps()).hasSize(1);
        requests.write(me, kase, id, withPlace(other, "City Hospital"));

        assertThat(requests.find(me, kase, id).orElseThrow().details().place()).isEqualTo("City Hospital");
    }

    private static Details withPlace(Details old, String place) {
        return new Details(
                place,
                old.department(),
                old.wanted(),
                old.right(),
                old.name(),
                old.born(),
                old.number(),
                old.contact(),
                old.deliverTo(),
                TODAY,
                "es");
    }

    @Test
    void whatCannotBeIsRefusedAndNothingIsWritten() {
        var id = begun();

        assertThat(refused(requests.note(me, kase, id, Event.REMINDED, TODAY, null, TODAY)))
                .isEqualTo("requests.wrong.order");
        assertThat(refused(requests.note(me, kase, id, Event.ASKED, TODAY.plusDays(1), null, TODAY)))
                .isEqualTo("requests.wrong.future");
        requests.note(me, kase, id, Event.ASKED, TODAY.minusDays(3), null, TODAY);
        assertThat(refused(requests.note(me, kase, id, Event.RECEIVED, TODAY.minusDays(4), null, TODAY)))
                .isEqualTo("requests.wrong.early");
        assertThat(refused(requests.begin(me, kase, List.of()))).isEqualTo("requests.wrong.nothing");
        assertThat(requests.find(me, kase, id).orElseThrow().steps()).hasSize(2);
    }

    private static String refused(RequestChange change) {
        return change instanceof RequestChange.Refused refused ? refused.why().key() : change.toString();
    }

    @Test
    void aLetterPutAwayIsNotListedAndCanComeBack() {
        var id = begun();
        requests.note(me, kase, id, Event.WITHDRAWN, TODAY, null, TODAY);
        assertThat(requests.all(me, kase)).extracting(RecordRequest::id).doesNotContain(id);

        requests.undo(me, kase, id);

        assertThat(requests.all(me, kase)).extracting(RecordRequest::id).contains(id);
        assertThat(requests.undo(me, kase, id)).isEqualTo(new RequestChange.NotFound());
    }

    @Test
    void aStrangerSeesNothingAndChangesNothing() {
        var id = begun();
        var stranger = people.add();

        assertThat(requests.all(stranger, kase)).isEmpty();
        assertThat(requests.find(stranger, kase, id)).isEmpty();
        assertThat(requests.begin(stranger, kase, List.of(Samples.images()))).isEqualTo(new RequestChange.NotFound());
        assertThat(requests.write(stranger, kase, id, Samples.images())).isEqualTo(new RequestChange.NotFound());
        assertThat(requests.note(stranger, kase, id, Event.ASKED, TODAY, null, TODAY))
                .isEqualTo(new RequestChange.NotFound());
        assertThat(requests.find(me, kase, id).orElseThrow().steps()).hasSize(1);
    }
}
