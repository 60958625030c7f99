package org.consilium.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.AccessRight;
import org.consilium.requests.RecordRequest.State;
import org.consilium.requests.Step.Event;
import org.junit.jupiter.api.Test;

/** Where a request stands, what can come next and what is due. */
class RecordRequestTest {
    private static final LocalDate ASKED = LocalDate.of(2026, 3, 1);
    private static final AccessRight US = Samples.KNOWLEDGE.accessRight("AR-US").orElseThrow();

    @Test
    void aFreshLetterIsNotAskedAndNothingIsDue() {
        var request = Samples.request();

        assertThat(request.state()).isEqualTo(State.NOT_ASKED);
        assertThat(request.due(US)).isNull();
        assertThat(request.reminders(US)).isEmpty();
        assertThat(request.isLate(US, ASKED.plusYears(1))).isFalse();
        assertThat(request.next()).containsExactlyInAnyOrder(Event.ASKED, Event.RECEIVED, Event.WITHDRAWN);
    }

    @Test
    void onceAskedTheLastDayIsCountedAndThreeRemindersLieBeforeIt() {
        var request = Samples.request(Samples.step(Event.ASKED, ASKED));

        assertThat(request.due(US)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(request.reminders(US))
                .containsExactly(LocalDate.of(2026, 3, 11), LocalDate.of(2026, 3, 21), LocalDate.of(2026, 3, 29));
        assertThat(request.isLate(US, LocalDate.of(2026, 3, 31))).isFalse();
        assertThat(request.isLate(US, LocalDate.of(2026, 4, 1))).isTrue();
    }

    @Test
    void aReminderLeavesTheLastDayAndTheLaterReminders() {
        var request = Samples.request(
                Samples.step(Event.ASKED, ASKED), Samples.step(Event.REMINDED, LocalDate.of(2026, 3, 12)));

        assertThat(request.state()).isEqualTo(State.REMINDED);
        assertThat(request.due(US)).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(request.reminders(US)).containsExactly(LocalDate.of(2026, 3, 21), LocalDate.of(2026, 3, 29));
    }

    @Test
    void whatWasTakenBackDidNotHappen() {
        var asked = Samples.step(Event.ASKED, ASKED);
        var received = Samples.step(Event.RECEIVED, ASKED.plusDays(3));

        assertThat(Samples.request(asked, received).state()).isEqualTo(State.RECEIVED);
        assertThat(Samples.request(asked, received, Samples.undoing(received)).state())
                .isEqualTo(State.ASKED);
        assertThat(Samples.request(asked, Samples.undoing(asked)).due(US)).isNull();
    }

    @Test
    void aSettledRequestIsNotLate() {
        var request =
                Samples.request(Samples.step(Event.ASKED, ASKED), Samples.step(Event.RECEIVED, ASKED.plusDays(5)));

        assertThat(request.isLate(US, ASKED.plusYears(1))).isFalse();
        assertThat(request.next()).isEmpty();
    }

    @Test
    void anUnansweredOrRefusedRequestCanBeAskedAgain() {
        assertThat(Samples.request(Samples.step(Event.ASKED, ASKED), Samples.step(Event.REFUSED, ASKED))
                        .next())
                .contains(Event.REMINDED);
        assertThat(Samples.request(Samples.step(Event.ASKED, ASKED), Samples.step(Event.NO_ANSWER, ASKED))
                        .state()
                        .isOpen())
                .isTrue();
    }

    @Test
    void whatTheRecordsShowByNowIsFound() {
        var scan = Samples.fact(
                FactKind.IMAGING,
                "CT abdomen and pelvis",
                CodeSystems.DICOM,
                "CT",
                "2026-03-05",
                Map.of(Detail.MODALITY, "CT", Detail.IMAGES, "yes"));

        assertThat(Samples.request().found(Samples.completeness())).isEmpty();
        assertThat(Samples.request().found(Samples.completeness(scan))).containsExactly("RC02-CT");
        assertThat(Samples.request().found(null)).isEmpty();
    }

    @Test
    void aRequestWithoutALetterIsAMistake() {
        assertThatThrownBy(() -> RecordRequest.of(UUID.randomUUID(), List.of(Samples.step(Event.ASKED, ASKED))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Property
    void remindersComeAfterTheLastContactAndBeforeTheLastDay(@ForAll @IntRange(max = 40) int days) {
        var last = ASKED.plusDays(days);
        var request = Samples.request(Samples.step(Event.ASKED, ASKED), Samples.step(Event.REMINDED, last));

        assertThat(request.reminders(US)).allMatch(day -> day.isAfter(last) && day.isBefore(US.due(ASKED)));
    }
}
