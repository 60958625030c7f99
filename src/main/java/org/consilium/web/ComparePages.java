package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.consilium.audit.Actor;
import org.consilium.comparison.Comparison;
import org.consilium.language.Message;
import org.consilium.opinions.Filed;
import org.consilium.opinions.Opinion;
import org.consilium.web.pages.ComparePage;
import org.consilium.web.pages.ComparePage.CriterionRows;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The opinions side by side. */
@Controller
class ComparePages {
    private final Templates templates;
    private final Comparing comparing;
    private final WhoseOpinions whose;
    private final Desk desk;

    ComparePages(Templates templates, Comparing comparing, WhoseOpinions whose, Desk desk) {
        this.templates = templates;
        this.comparing = comparing;
        this.whose = whose;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/compare")
    Object compare(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var compared = comparing.compare(actor, open);
        if (compared.isEmpty()) {
            return "redirect:" + open.path();
        }
        var comparison = compared.get().comparison();
        var frame = desk.frame(request, open, Message.of("web.compare.title"));
        var names = IntStream.range(0, comparison.opinions().size())
                .mapToObj(place ->
                        author(comparison.opinions().get(place), compared.get().at(place), open, frame::day))
                .toList();
        return Page.of(templates.compare(new ComparePage(
                frame,
                id,
                comparison,
                whose.doubts(actor, open, compared.get()),
                comparing
                        .news(actor, open, compared.get())
                        .map(ComparePages::news)
                        .orElse(null),
                names,
                Comparing.budget(open),
                tone(comparison.outcome()),
                Arrays.stream(Comparison.Criterion.values())
                        .map(criterion -> rows(comparison, criterion))
                        .filter(rows -> !rows.points().isEmpty())
                        .toList(),
                Pictures.of(comparison.opinions()),
                IntStream.range(0, names.size())
                        .mapToObj(place -> new ComparePage.Asked(
                                names.get(place).name(),
                                comparison.questions().stream()
                                        .filter(question -> question.to() == place)
                                        .toList()))
                        .toList())));
    }

    private static ComparePage.News news(Comparing.News news) {
        var first = new ArrayList<>(news.opinions());
        first.addAll(news.changed().summary());
        return new ComparePage.News(news.since(), first, news.changed().points());
    }

    /** The person has read what changed; the next time only what is newer is told. */
    @PostMapping("/cases/{id}/compare/read")
    String read(Actor actor, @PathVariable UUID id) {
        var open = desk.open(actor, id);
        comparing.compare(actor, open).ifPresent(compared -> comparing.read(actor, open, compared));
        return "redirect:" + open.path() + "/compare";
    }

    private static ComparePage.Author author(
            Opinion opinion,
            Filed filed,
            Desk.OpenCase open,
            java.util.function.Function<java.time.LocalDate, String> day) {
        var about = new ArrayList<String>();
        if (opinion.author().specialty() != null) {
            about.add(opinion.author().specialty());
        }
        if (opinion.author().organisation() != null) {
            about.add(opinion.author().organisation());
        }
        about.add(day.apply(opinion.date()));
        return new ComparePage.Author(
                opinion.author().name(),
                String.join(", ", about),
                open.path() + "/opinions/" + filed.id(),
                filed.version(),
                day.apply(filed.written().atZone(ZoneId.systemDefault()).toLocalDate()));
    }

    /** What both speak of comes first; what only one says is folded away, unless there is nothing else. */
    private static CriterionRows rows(Comparison comparison, Comparison.Criterion criterion) {
        var sides = comparison.points().stream()
                .filter(point -> point.criterion() == criterion)
                .collect(Collectors.partitioningBy(point -> point.relation() != Comparison.Relation.ONLY_ONE_SAYS));
        var both = sides.getOrDefault(true, List.of());
        var one = sides.getOrDefault(false, List.of());
        return both.isEmpty() ? new CriterionRows(criterion, one, List.of()) : new CriterionRows(criterion, both, one);
    }

    static String tone(Comparison.Outcome outcome) {
        return switch (outcome) {
            case DIFFER_MAJOR, DIFFER_MINOR -> "differ";
            case CONFIRM -> "agree";
            case CLARIFY, NOT_COMPARABLE -> "plain";
        };
    }
}
