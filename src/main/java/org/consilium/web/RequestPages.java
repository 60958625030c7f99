package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.audit.Actor;
import org.consilium.knowledge.AccessRight;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.requests.Department;
import org.consilium.requests.Details;
import org.consilium.requests.Gaps;
import org.consilium.requests.RecordRequest;
import org.consilium.requests.RequestChange;
import org.consilium.requests.Requests;
import org.consilium.requests.Wanted;
import org.consilium.triage.Assessment.ItemState;
import org.consilium.web.pages.RequestsPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What to ask hospitals for, and all letters of a case. */
@Controller
class RequestPages {
    private static final int DECIDES = 3;

    private final Templates templates;
    private final Desk desk;
    private final Requests requests;

    RequestPages(Templates templates, Desk desk, Requests requests) {
        this.templates = templates;
        this.desk = desk;
        this.requests = requests;
    }

    @GetMapping("/cases/{id}/requests")
    Page list(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return list(actor, desk.open(actor, id), null, request);
    }

    private Page list(Actor actor, Desk.OpenCase open, @Nullable Message error, HttpServletRequest request) {
        var frame = desk.frame(request, open, Message.of("requests.title"));
        var locale = frame.locale();
        var all = requests.all(actor, open.id());
        var completeness = open.assessment().completeness();
        var gaps = Gaps.of(completeness);
        var right = right(open, request);
        var view = new RequestsPage(
                frame,
                open.id(),
                completeness != null,
                all.stream().map(each -> row(each, open, locale)).toList(),
                keepers(gaps, all, locale, right),
                gaps.own().stream().map(state -> state.item().name().in(locale)).toList(),
                RequestWords.right(right, locale),
                error);
        return new Page(templates.requests(view), error == null ? 200 : 422);
    }

    /** Of the country the person named, else of the one their browser names. */
    private AccessRight right(Desk.OpenCase open, HttpServletRequest request) {
        var named = open.answers().country();
        return desk.knowledge()
                .accessRightIn(named == null ? request.getLocale().getCountry() : named)
                .orElseThrow(ErrorPages.NotThere::new);
    }

    private RequestsPage.Row row(RecordRequest each, Desk.OpenCase open, Locale locale) {
        var right = RequestWords.right(desk.knowledge(), each);
        var notes = new ArrayList<>(RequestWords.notes(each, right, open.assessment(), desk.today()));
        var found = each.found(open.assessment().completeness()).size();
        if (found > 0 && each.state().isOpen()) {
            notes.add(Message.of("requests.found", found, each.details().items().size()));
        }
        var place = each.details().place();
        return new RequestsPage.Row(
                open.path() + "/requests/" + each.id(),
                place.isBlank() ? Messages.in(locale).say("requests.placeOpen") : place,
                each.details().department().wording(),
                RequestWords.mark(each),
                notes,
                each.details().items().size());
    }

    private static List<RequestsPage.Keeper> keepers(
            Gaps gaps, List<RecordRequest> all, Locale locale, AccessRight right) {
        var covered = all.stream()
                .filter(each -> each.state().isOpen())
                .flatMap(each -> each.details().items().stream())
                .collect(Collectors.toSet());
        Map<Department, List<RequestsPage.Choice>> byKeeper = new EnumMap<>(Department.class);
        for (var state : gaps.toAsk()) {
            byKeeper.computeIfAbsent(Gaps.keeper(state), fresh -> new ArrayList<>())
                    .add(choice(state, covered.contains(state.item().id()), locale));
        }
        return byKeeper.entrySet().stream()
                .map(each -> new RequestsPage.Keeper(
                        each.getKey().word(),
                        each.getKey().wording(),
                        each.getValue(),
                        each.getKey() == Department.PATHOLOGY
                                && right.countries().contains("US")))
                .toList();
    }

    private static RequestsPage.Choice choice(ItemState state, boolean covered, Locale locale) {
        return new RequestsPage.Choice(
                state.item().id(),
                state.item().name().in(locale),
                Message.of("triage.presence." + state.status().word()),
                AssessmentPages.colour(state.status()),
                state.item().weight() == DECIDES,
                covered);
    }

    @PostMapping("/cases/{id}/requests")
    Object begin(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") List<String> item,
            HttpServletRequest request,
            RedirectAttributes next) {
        var open = desk.open(actor, id);
        var messages = Frames.messages(request);
        var right = right(open, request).id();
        var letters = Gaps.of(open.assessment().completeness()).wanted(item).entrySet().stream()
                .map(each -> letter(each.getKey(), each.getValue(), open, right, messages))
                .toList();
        return switch (requests.begin(actor, id, letters)) {
            case RequestChange.Saved saved -> {
                Frames.flash(next, Message.of("requests.one.begun"));
                yield "redirect:" + open.path() + "/requests"
                        + (saved.requests().size() == 1 ? "/" + saved.requests().getFirst() : "");
            }
            case RequestChange.Refused refused -> list(actor, open, refused.why(), request);
            case RequestChange.NotFound none -> throw new ErrorPages.NotThere();
        };
    }

    private static Details letter(
            Department keeper, List<Wanted> wanted, Desk.OpenCase open, String right, Messages messages) {
        var born = open.file().birthDate();
        return new Details(
                wanted.stream()
                        .map(Wanted::place)
                        .filter(place -> !place.isBlank() && place.length() <= Details.LONGEST_LINE)
                        .findFirst()
                        .orElse(""),
                keeper,
                wanted,
                right,
                "",
                born == null ? "" : born.isDay() ? messages.day(born.earliest()) : born.toString(),
                "",
                "",
                "",
                open.assessment().treatmentDate(),
                messages.locale().getLanguage());
    }
}
