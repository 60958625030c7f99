package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.audit.Actor;
import org.consilium.clinical.Fact;
import org.consilium.history.Search;
import org.consilium.history.Zoom;
import org.consilium.language.Message;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The facts of a case along time: nearer or farther, filtered, searched. */
@Controller
class TimelinePages {
    private static final String UNDATED = "undated";
    private static final int MOST_FOUND = 100;

    private final Templates templates;
    private final Search search;
    private final Desk desk;

    TimelinePages(Templates templates, Search search, Desk desk) {
        this.templates = templates;
        this.search = search;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/timeline")
    Page timeline(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String pile,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var wanted = new TimelineFilter(pile, kind, status);
        var facts = open.file().facts();
        var view = new TimelineView(id, at, wanted, Frames.messages(request));
        var seen = facts.stream().filter(wanted::fits).filter(inTime(at)).toList();
        var sorted = seen.stream()
                .sorted(Comparator.comparing(TimelinePages::day).reversed())
                .toList();
        return Page.of(templates.timeline(view.page(
                desk.frame(request, open, Message.of("history.timeline.title")),
                facts,
                seen,
                sorted,
                Math.clamp(from, 0, Math.max(0, sorted.size() - 1)))));
    }

    /** Searching is a POST: what the person looks for never stands in an address. */
    @PostMapping("/cases/{id}/timeline")
    Page search(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String search,
            @RequestParam(defaultValue = "") String pile,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String status,
            HttpServletRequest request) {
        if (search.isBlank()) {
            return timeline(actor, id, "", pile, kind, status, 0, request);
        }
        var open = desk.open(actor, id);
        var wanted = new TimelineFilter(pile, kind, status);
        var facts = open.file().facts();
        var hits = this.search.find(facts.stream().filter(wanted::fits).toList(), search);
        Map<Fact, Search.Hit> best = hits.stream()
                .limit(MOST_FOUND)
                .collect(Collectors.toMap(Search.Hit::fact, Function.identity(), (one, other) -> one));
        var sorted = best.keySet().stream()
                .sorted(Comparator.comparing(TimelinePages::day).reversed().thenComparing(Fact::text))
                .toList();
        var view = new TimelineView(id, "", wanted, Frames.messages(request));
        return Page.of(templates.timeline(view.found(
                desk.frame(request, open, Message.of("history.timeline.title")),
                facts,
                hits.stream().map(Search.Hit::fact).toList(),
                sorted,
                best,
                search.strip())));
    }

    private static java.util.function.Predicate<Fact> inTime(String at) {
        if (at.equals(UNDATED)) {
            return fact -> fact.date() == null;
        }
        return Zoom.parse(at).orElseThrow(ErrorPages.NotThere::new)::sees;
    }

    private static String day(Fact fact) {
        return fact.date() == null ? "" : fact.date().toString();
    }

    static List<String> kinds(List<Fact> facts) {
        return facts.stream()
                .map(fact -> fact.kind().word())
                .distinct()
                .sorted()
                .toList();
    }
}
