package org.consilium.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.knowledge.AccessRight;
import org.consilium.knowledge.Knowledge;
import org.consilium.language.Message;
import org.consilium.requests.Gaps;
import org.consilium.requests.RecordRequest;
import org.consilium.triage.Assessment;
import org.consilium.web.pages.CaseHome;
import org.consilium.web.pages.RequestsPage;

/** Record requests in words: where they stand, what is due, which right they rest on. */
final class RequestWords {
    private RequestWords() {}

    static AccessRight right(Knowledge knowledge, RecordRequest request) {
        return knowledge
                .accessRight(request.details().right())
                .or(() -> knowledge.accessRightIn(null))
                .orElseThrow(ErrorPages.NotThere::new);
    }

    static RequestsPage.Right right(AccessRight right, Locale locale) {
        var provenance = right.provenance();
        return new RequestsPage.Right(
                right.law().in(locale),
                right.line().in(locale),
                right.fee().in(locale),
                right.more().in(locale),
                Message.of(
                        "requests.rightsSource",
                        provenance.source(),
                        provenance.tag().wording()));
    }

    static RequestsPage.Mark mark(RecordRequest request) {
        var state = request.state();
        var colour = switch (state) {
            case NOT_ASKED -> "blue";
            case ASKED, REMINDED -> "yellow";
            case RECEIVED -> "green";
            case REFUSED, NO_ANSWER -> "red";
            case WITHDRAWN -> "grey";
        };
        return new RequestsPage.Mark(state.wording(), colour);
    }

    /** What is due, and whether that is too slow for the safe time. */
    static List<Message> notes(RecordRequest request, AccessRight right, Assessment assessment, LocalDate today) {
        var notes = new ArrayList<Message>();
        var due = request.due(right);
        if (due == null || !request.state().isOpen()) {
            return notes;
        }
        if (request.isLate(right, today)) {
            notes.add(Message.of("requests.dueLate", due));
            return notes;
        }
        notes.add(Message.of(right.period() == null ? "requests.dueHoped" : "requests.due", due));
        request.reminders(right).stream()
                .filter(day -> !day.isBefore(today))
                .findFirst()
                .ifPresent(day -> notes.add(Message.of("requests.remind", day)));
        if (isTooSlow(assessment, due, today)) {
            notes.add(Message.of("requests.tooSlow"));
        }
        return notes;
    }

    /** The step of the case's home: letters without an answer, then what is left to ask for. */
    static CaseHome.Task task(Desk.OpenCase open, List<RecordRequest> all, Desk desk) {
        var asked = all.stream()
                .filter(request -> request.state().isOpen() && request.askedOn() != null)
                .toList();
        var late = asked.stream()
                .filter(request -> request.isLate(right(desk.knowledge(), request), desk.today()))
                .count();
        var covered = all.stream()
                .filter(request -> request.askedOn() != null)
                .flatMap(request -> request.details().items().stream())
                .toList();
        var left = Gaps.of(open.assessment().completeness()).toAsk().stream()
                .filter(state -> !covered.contains(state.item().id()))
                .count();
        var href = open.path() + "/requests";
        if (late > 0) {
            return new CaseHome.Task("requests", href, Message.of("requests.late", late), "red");
        }
        if (!asked.isEmpty()) {
            return new CaseHome.Task("requests", href, Message.of("requests.waiting", asked.size()), "yellow");
        }
        if (left == 0) {
            return new CaseHome.Task("requests", href, Message.of("requests.allThere"), "green");
        }
        var count = left == 1 ? Message.of("requests.countOne") : Message.of("requests.count", left);
        return new CaseHome.Task("requests", href, count, "blue");
    }

    private static boolean isTooSlow(Assessment assessment, LocalDate due, LocalDate today) {
        var treatment = assessment.treatmentDate();
        return (treatment != null && treatment.isBefore(due))
                || assessment.windows().stream().anyMatch(window -> {
                    var budget = window.budget();
                    return budget != null && today.plusDays(Math.max(0, budget)).isBefore(due);
                });
    }
}
