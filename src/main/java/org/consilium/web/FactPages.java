package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Piles;
import org.consilium.records.Records;
import org.consilium.web.pages.FactsPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The facts of a case, pile by pile or along time. */
@Controller
class FactPages {
    private static final int PAGE = 200;

    private final Templates templates;
    private final Records records;
    private final Desk desk;

    FactPages(Templates templates, Records records, Desk desk) {
        this.templates = templates;
        this.records = records;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/records/{pile}")
    Page facts(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String pile,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request) {
        return page(actor, id, pile, "", from, request);
    }

    /** Searching is a POST: what the person looks for never stands in an address. */
    @PostMapping("/cases/{id}/records/{pile}")
    Page search(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String pile,
            @RequestParam(defaultValue = "") String search,
            HttpServletRequest request) {
        return page(actor, id, pile, search.strip(), 0, request);
    }

    private Page page(Actor actor, UUID id, String pile, String search, int from, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var piles = Piles.of(open.file().facts());
        var chosen = pile.equals("timeline")
                ? open.file().facts()
                : piles.entrySet().stream()
                        .filter(each -> RecordsPages.word(each.getKey()).equals(pile))
                        .findFirst()
                        .orElseThrow(ErrorPages.NotThere::new)
                        .getValue();
        var wanted = search.toLowerCase(Locale.ROOT);
        var locale = Frames.messages(request).locale();
        var found = chosen.stream()
                .filter(fact ->
                        FactNames.of(fact, locale).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(FactPages::day).reversed())
                .toList();
        var rows = FactRows.of(actor, id, records, Frames.messages(request));
        var start = Math.clamp(from, 0, found.size());
        var end = Math.min(found.size(), search.isEmpty() ? start + PAGE : found.size());
        var years = new TreeMap<Integer, List<FactsPage.Row>>(Comparator.reverseOrder());
        for (var fact : found.subList(start, end)) {
            years.computeIfAbsent(fact.date() == null ? 0 : fact.date().year(), year -> new java.util.ArrayList<>())
                    .add(rows.row(fact));
        }
        var base = open.path() + "/records";
        return Page.of(templates.facts(new FactsPage(
                desk.frame(
                        request,
                        open,
                        Message.of(pile.equals("timeline") ? "web.timeline.title" : "web.pile." + pile),
                        base),
                id,
                pile,
                search,
                found.size(),
                years.entrySet().stream()
                        .map(year -> new FactsPage.Year(year.getKey(), year.getValue()))
                        .toList(),
                end < found.size() ? base + "/" + pile + "?from=" + end : null)));
    }

    private static String day(Fact fact) {
        return fact.date() == null ? "" : fact.date().toString();
    }
}
