package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.audit.Actor;
import org.consilium.knowledge.AccessRight;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.requests.Details;
import org.consilium.requests.Gaps;
import org.consilium.requests.Letter;
import org.consilium.requests.Method;
import org.consilium.requests.RecordRequest;
import org.consilium.requests.RequestChange;
import org.consilium.requests.RequestDay;
import org.consilium.requests.Requests;
import org.consilium.requests.Step;
import org.consilium.sharing.CalendarFile;
import org.consilium.sharing.LetterPdf;
import org.consilium.web.pages.Frame;
import org.consilium.web.pages.RequestPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One letter for records: reading, changing, printing it, and noting what became of it. */
@Controller
class RequestLetterPages {
    private static final String ONE = "/cases/{id}/requests/{request}";

    private final Templates templates;
    private final Desk desk;
    private final Requests requests;
    private final Clock clock;

    RequestLetterPages(Templates templates, Desk desk, Requests requests, Clock clock) {
        this.templates = templates;
        this.desk = desk;
        this.requests = requests;
        this.clock = clock;
    }

    @GetMapping(ONE)
    Page show(Actor actor, @PathVariable UUID id, @PathVariable UUID request, HttpServletRequest http) {
        return page(desk.open(actor, id), find(actor, id, request), null, http);
    }

    private RecordRequest find(Actor actor, UUID id, UUID request) {
        return requests.find(actor, id, request).orElseThrow(ErrorPages.NotThere::new);
    }

    private Page page(Desk.OpenCase open, RecordRequest request, @Nullable Message error, HttpServletRequest http) {
        var details = request.details();
        var place = details.place().isBlank() ? Message.of("requests.one.placeUnknown") : details.place();
        var frame = desk.frame(http, open, Message.of("requests.one.title", place), open.path() + "/requests");
        var right = RequestWords.right(desk.knowledge(), request);
        var found = request.found(open.assessment().completeness()).size();
        var view = new RequestPage(
                frame,
                open.id(),
                request.id(),
                RequestWords.mark(request),
                RequestWords.notes(request, right, open.assessment(), desk.today()),
                details,
                Letter.of(details, desk.knowledge(), desk.today()),
                in(frame, details.language()),
                Gaps.places(open.file()),
                rights(right),
                RequestWords.right(right, frame.locale()),
                events(request),
                methods(),
                past(request, frame),
                desk.today().toString(),
                found > 0 && request.state().isOpen()
                        ? Message.of("requests.found", found, details.items().size())
                        : null,
                !RequestDay.of(request, right).isEmpty(),
                request.last().isPresent(),
                error);
        return new Page(templates.request(view), error == null ? 200 : 422);
    }

    private static Frame in(Frame frame, String language) {
        return new Frame(
                Messages.in(Locale.of(language)),
                frame.title(),
                frame.csrf(),
                frame.path(),
                frame.flash(),
                frame.bar(),
                frame.back());
    }

    private List<RequestPage.Option> rights(AccessRight chosen) {
        return desk.knowledge().accessRights().stream()
                .map(right -> new RequestPage.Option(
                        right.id(), Message.of("know.rule.plain", right.name()), right.equals(chosen)))
                .toList();
    }

    private static List<RequestPage.Option> events(RecordRequest request) {
        return Stream.of(Step.Event.values())
                .filter(request.next()::contains)
                .map(event -> new RequestPage.Option(event.word(), Message.of("requests.event." + event.word()), false))
                .toList();
    }

    private static List<RequestPage.Option> methods() {
        return Stream.of(Method.values())
                .map(method -> new RequestPage.Option(method.word(), method.wording(), false))
                .toList();
    }

    private static List<RequestPage.Past> past(RecordRequest request, Frame frame) {
        return request.steps().stream()
                .filter(step -> step.event() != Step.Event.WRITTEN)
                .map(step -> {
                    var on = step.on();
                    var method = step.method();
                    return new RequestPage.Past(
                            Message.of("requests.event." + step.event().word()),
                            on == null ? "" : frame.day(on),
                            method == null ? null : method.wording());
                })
                .toList();
    }

    @PostMapping(ONE)
    Object write(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest http,
            RedirectAttributes next) {
        var open = desk.open(actor, id);
        var known = find(actor, id, request);
        var old = known.details();
        var needed = text(form, "neededBy", Details.LONGEST_LINE);
        var day = day(needed);
        if (!needed.isEmpty() && day.isEmpty()) {
            return page(open, known, Message.of("requests.wrong.date"), http);
        }
        var right = desk.knowledge().accessRight(text(form, "right", Details.LONGEST_LINE));
        var details = new Details(
                text(form, "place", Details.LONGEST_LINE),
                old.department(),
                old.wanted(),
                right.map(AccessRight::id).orElse(old.right()),
                text(form, "name", Details.LONGEST_LINE),
                text(form, "born", Details.LONGEST_LINE),
                text(form, "number", Details.LONGEST_LINE),
                text(form, "contact", Details.LONGEST_ADDRESS),
                text(form, "deliverTo", Details.LONGEST_ADDRESS),
                day.orElse(null),
                "es".equals(form.getFirst("language")) ? "es" : "en");
        return answer(requests.write(actor, id, request, details), "requests.one.kept", open, known, http, next);
    }

    @PostMapping(ONE + "/step")
    Object step(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID request,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest http,
            RedirectAttributes next) {
        var open = desk.open(actor, id);
        var known = find(actor, id, request);
        var event = Arrays.stream(Step.Event.values())
                .filter(each -> each.word().equals(form.getFirst("event")))
                .findFirst();
        var method = Arrays.stream(Method.values())
                .filter(each -> each.word().equals(form.getFirst("method")))
                .findFirst();
        var on = day(text(form, "on", Details.LONGEST_LINE));
        if (event.isEmpty() || on.isEmpty()) {
            var wrong = event.isEmpty() ? "requests.wrong.order" : "requests.wrong.date";
            return page(open, known, Message.of(wrong), http);
        }
        var noted = requests.note(actor, id, request, event.get(), on.get(), method.orElse(null), desk.today());
        return answer(noted, "requests.one.noted", open, known, http, next);
    }

    @PostMapping(ONE + "/undo")
    Object undo(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID request,
            HttpServletRequest http,
            RedirectAttributes next) {
        var open = desk.open(actor, id);
        var known = find(actor, id, request);
        return answer(requests.undo(actor, id, request), "requests.one.undone", open, known, http, next);
    }

    private Object answer(
            RequestChange change,
            String done,
            Desk.OpenCase open,
            RecordRequest request,
            HttpServletRequest http,
            RedirectAttributes next) {
        return switch (change) {
            case RequestChange.Saved saved -> {
                Frames.flash(next, Message.of(done));
                yield "redirect:" + open.path() + "/requests/" + request.id();
            }
            case RequestChange.Refused refused -> page(open, request, refused.why(), http);
            case RequestChange.NotFound none -> throw new ErrorPages.NotThere();
        };
    }

    /** The letter to print, sign and send. */
    @GetMapping(ONE + "/letter.pdf")
    void pdf(Actor actor, @PathVariable UUID id, @PathVariable UUID request, HttpServletResponse response)
            throws IOException {
        desk.open(actor, id);
        var details = find(actor, id, request).details();
        send(response, "application/pdf", "records-letter.pdf");
        var letter = Letter.of(details, desk.knowledge(), desk.today());
        LetterPdf.write(letter, Messages.in(Locale.of(details.language())), response.getOutputStream());
    }

    /** When to ask again, and the last day to answer. */
    @GetMapping(ONE + "/days.ics")
    void calendar(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID request,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        desk.open(actor, id);
        var known = find(actor, id, request);
        var messages = Frames.messages(http);
        var days = RequestDay.of(known, RequestWords.right(desk.knowledge(), known)).stream()
                .map(day -> new CalendarFile.Day(
                        day.id() + "@consilium", day.day(), messages.say(day.words()), messages.say(day.words())))
                .toList();
        if (days.isEmpty()) {
            throw new ErrorPages.NotThere();
        }
        send(response, "text/calendar;charset=UTF-8", "records-days.ics");
        response.getOutputStream().write(CalendarFile.of(days, clock.instant()));
    }

    private static void send(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment().filename(name).build().toString());
    }

    private static Optional<LocalDate> day(String iso) {
        try {
            return iso.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(iso));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static String text(MultiValueMap<String, String> form, String field, int longest) {
        var given = form.getFirst(field);
        var words = given == null ? "" : given.replace("\0", "").strip();
        return words.substring(0, Math.min(longest, words.length()));
    }
}
