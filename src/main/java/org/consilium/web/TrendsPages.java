package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.history.Trend;
import org.consilium.history.Trends;
import org.consilium.language.Message;
import org.consilium.web.pages.TrendsPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Results and vital signs of a case over time. */
@Controller
class TrendsPages {
    private static final int PAGE = 12;
    private static final int MOST_SINGLES = 200;

    private final Templates templates;
    private final Desk desk;

    TrendsPages(Templates templates, Desk desk) {
        this.templates = templates;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/trends")
    Page trends(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var all = Trends.of(open.file());
        var lines = all.stream().filter(Trend::isLine).toList();
        var singles = all.stream()
                .filter(trend -> !trend.isLine())
                .limit(MOST_SINGLES)
                .toList();
        var start = Math.clamp(from, 0, Math.max(0, lines.size() - 1)) / PAGE * PAGE;
        var end = Math.min(lines.size(), start + PAGE);
        var words = new TrendWords(id, Frames.messages(request));
        var path = open.path() + "/trends";
        var index = new ArrayList<TrendsPage.Place>();
        for (var i = 0; i < lines.size(); i++) {
            var trend = lines.get(i);
            var page = i / PAGE * PAGE;
            index.add(new TrendsPage.Place(
                    (page == start ? "" : path + (page == 0 ? "" : "?from=" + page)) + "#" + TrendWords.anchor(trend),
                    trend.name(),
                    trend.last().isOutside()));
        }
        return Page.of(templates.trends(new TrendsPage(
                desk.frame(request, open, Message.of("history.trends.title")),
                id,
                lines.size(),
                index,
                lines.subList(start, end).stream().map(words::card).toList(),
                end == lines.size() ? singles.stream().map(words::single).toList() : List.of(),
                start == 0 ? null : path + (start == PAGE ? "" : "?from=" + (start - PAGE)),
                end == lines.size() ? null : path + "?from=" + end)));
    }
}
