package org.consilium.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.knowledge.AccessRight;
import org.consilium.language.Message;
import org.consilium.requests.Step.Event;
import org.consilium.triage.Assessment.Completeness;
import org.consilium.triage.Assessment.Presence;
import org.jspecify.annotations.Nullable;

/**
 * A letter to one place, and what became of it.
 *
 * @param details the letter as it stands
 * @param steps what happened and was not taken back, oldest first
 */
public record RecordRequest(UUID id, Details details, List<Step> steps) {
    /** Days after asking on which a friendly reminder is due: a proposal of this project. */
    private static final List<Integer> REMINDERS = List.of(10, 20, 28);

    public RecordRequest {
        steps = List.copyOf(steps);
    }

    /** Where it stands. */
    public enum State {
        NOT_ASKED,
        ASKED,
        REMINDED,
        RECEIVED,
        REFUSED,
        NO_ANSWER,
        WITHDRAWN;

        /** Lower case with hyphens. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public Message wording() {
            return Message.of("requests.state." + word());
        }

        /** Something can still come of it. */
        public boolean isOpen() {
            return this != RECEIVED && this != WITHDRAWN;
        }
    }

    /** From all steps, oldest first, those taken back included. */
    static RecordRequest of(UUID id, List<Step> all) {
        var undone = all.stream().map(Step::undoes).filter(Objects::nonNull).collect(Collectors.toSet());
        var standing = all.stream()
                .filter(step -> step.event() != Event.UNDONE && !undone.contains(step.id()))
                .toList();
        var details = standing.stream()
                .map(Step::details)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("a request begins with a letter"));
        return new RecordRequest(id, details, standing);
    }

    public State state() {
        return last().map(step -> switch (step.event()) {
                    case ASKED -> State.ASKED;
                    case REMINDED -> State.REMINDED;
                    case RECEIVED -> State.RECEIVED;
                    case REFUSED -> State.REFUSED;
                    case NO_ANSWER -> State.NO_ANSWER;
                    case WITHDRAWN -> State.WITHDRAWN;
                    case WRITTEN, UNDONE -> State.NOT_ASKED;
                })
                .orElse(State.NOT_ASKED);
    }

    /** What happened last beside writing the letter; what undoing takes back. */
    public Optional<Step> last() {
        return steps.stream().filter(step -> step.event() != Event.WRITTEN).reduce((earlier, later) -> later);
    }

    /** What can happen next. */
    public Set<Event> next() {
        return switch (state()) {
            case NOT_ASKED -> Set.of(Event.ASKED, Event.RECEIVED, Event.WITHDRAWN);
            case ASKED, REMINDED ->
                Set.of(Event.REMINDED, Event.RECEIVED, Event.REFUSED, Event.NO_ANSWER, Event.WITHDRAWN);
            case REFUSED, NO_ANSWER -> Set.of(Event.REMINDED, Event.RECEIVED, Event.WITHDRAWN);
            case RECEIVED, WITHDRAWN -> Set.of();
        };
    }

    public @Nullable LocalDate askedOn() {
        return steps.stream()
                .filter(step -> step.event() == Event.ASKED)
                .map(Step::on)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    /** The last day to answer; absent before it was asked for. */
    public @Nullable LocalDate due(AccessRight right) {
        var asked = askedOn();
        return asked == null ? null : right.due(asked);
    }

    /** Days on which to ask again, as far as they lie after the last contact and before the last day; none once it is settled. */
    public List<LocalDate> reminders(AccessRight right) {
        var asked = askedOn();
        var last = last().map(Step::on).orElse(null);
        var days = new ArrayList<LocalDate>();
        if (asked == null || last == null || !state().isOpen()) {
            return days;
        }
        for (var day : REMINDERS) {
            var date = asked.plusDays(day);
            if (date.isAfter(last) && date.isBefore(right.due(asked))) {
                days.add(date);
            }
        }
        return days;
    }

    /** Nobody has answered by the last day. */
    public boolean isLate(AccessRight right, LocalDate today) {
        var due = due(right);
        return due != null && state().isOpen() && today.isAfter(due);
    }

    /** Which of the things asked for are in the records now. */
    public List<String> found(@Nullable Completeness completeness) {
        if (completeness == null) {
            return List.of();
        }
        var present = completeness.items().stream()
                .filter(state -> state.status() == Presence.PRESENT)
                .map(state -> state.item().id())
                .collect(Collectors.toSet());
        return details.items().stream().filter(present::contains).toList();
    }
}
