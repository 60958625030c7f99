package org.consilium.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.consilium.clinical.Fact;
import org.consilium.history.Search;
import org.consilium.history.Zoom;
import org.consilium.language.Messages;
import org.consilium.records.Pile;
import org.consilium.records.Piles;
import org.consilium.web.pages.Frame;
import org.consilium.web.pages.TimelinePage;
import org.consilium.web.pages.TimelinePage.Choice;
import org.consilium.web.pages.TimelinePage.Filter;
import org.consilium.web.pages.TimelinePage.Step;
import org.jspecify.annotations.Nullable;

/** Draws the timeline of one request. */
final class TimelineView {
    private static final String UNDATED = "undated";
    private static final int PAGE = 100;
    private static final int TALLEST = 20;

    private final UUID id;
    private final String at;
    private final Zoom zoom;
    private final TimelineFilter wanted;
    private final Messages messages;

    TimelineView(UUID id, String at, TimelineFilter wanted, Messages messages) {
        this.id = id;
        this.at = at;
        this.zoom = Zoom.parse(at).orElse(Zoom.ALL);
        this.wanted = wanted;
        this.messages = messages;
    }

    /** A part of time, 100 entries a page. */
    TimelinePage page(Frame frame, List<Fact> all, List<Fact> seen, List<Fact> sorted, int from) {
        var to = Math.min(sorted.size(), from + PAGE);
        var rows = sorted.subList(from, to).stream()
                .map(fact -> row(fact, List.of()))
                .toList();
        var newer = from == 0 ? null : step(at, Math.max(0, from - PAGE), say("newer"));
        var older = to == sorted.size() ? null : step(at, to, say("older", Math.min(PAGE, sorted.size() - to)));
        return page(frame, all, seen, "", sorted.size(), false, rows, newer, older);
    }

    /** What a search found. */
    TimelinePage found(
            Frame frame,
            List<Fact> all,
            List<Fact> seen,
            List<Fact> sorted,
            Map<Fact, Search.Hit> hits,
            String search) {
        var rows = sorted.stream()
                .map(fact -> row(
                        fact,
                        pieces(fact, Objects.requireNonNull(hits.get(fact)).excerpt())))
                .toList();
        return page(frame, all, seen, search, seen.size(), seen.size() > rows.size(), rows, null, null);
    }

    private TimelinePage page(
            Frame frame,
            List<Fact> all,
            List<Fact> seen,
            String search,
            int found,
            boolean capped,
            List<TimelinePage.Row> rows,
            @Nullable Step newer,
            @Nullable Step older) {
        var slots = at.equals(UNDATED) ? List.<Zoom.Slot>of() : zoom.slots(seen);
        var undated = (int) seen.stream().filter(fact -> fact.date() == null).count();
        return new TimelinePage(
                frame,
                id,
                at,
                heading(),
                at.isEmpty() ? null : step(outer(), 0, outerWords()),
                zoom.before()
                        .map(before -> step(before.toString(), 0, words(before)))
                        .orElse(null),
                zoom.after()
                        .map(after -> step(after.toString(), 0, words(after)))
                        .orElse(null),
                undated == 0 || at.equals(UNDATED) ? null : step(UNDATED, 0, say("undatedLink", undated)),
                slots.size() > 1 ? lanes(slots) : List.of(),
                axis(slots),
                search.isEmpty() && zoom.month() == null ? nearer(slots) : List.of(),
                filters(all),
                search,
                found,
                capped,
                rows,
                newer,
                older);
    }

    private String say(String key, Object... args) {
        return messages.say("history.timeline." + key, args);
    }

    private Step step(String where, int from, String words) {
        var query = (where.isEmpty() ? "" : "&at=" + where) + wanted.query() + (from == 0 ? "" : "&from=" + from);
        return new Step("/cases/" + id + "/timeline" + (query.isEmpty() ? "" : "?" + query.substring(1)), words);
    }

    private String heading() {
        return at.equals(UNDATED) ? say("undated") : words(zoom);
    }

    private String words(Zoom each) {
        if (each.year() == null) {
            return say("allYears");
        }
        return each.month() == null
                ? String.valueOf(each.year())
                : FactWords.month(LocalDate.of(each.year(), each.month(), 1), messages);
    }

    private String outer() {
        return zoom.month() == null ? "" : String.valueOf(zoom.year());
    }

    private String outerWords() {
        return zoom.month() == null ? say("allYears") : say("wholeYear", String.valueOf(zoom.year()));
    }

    private List<TimelinePage.Lane> lanes(List<Zoom.Slot> slots) {
        var lanes = new ArrayList<TimelinePage.Lane>();
        for (var pile : Pile.values()) {
            var counts = new TreeMap<Integer, Integer>();
            for (var index = 0; index < slots.size(); index++) {
                var here = (int) slots.get(index).facts().stream()
                        .filter(fact -> Piles.pileOf(fact) == pile)
                        .count();
                if (here > 0) {
                    counts.put(index, here);
                }
            }
            if (!counts.isEmpty()) {
                lanes.add(lane(pile, counts, slots));
            }
        }
        return lanes;
    }

    private TimelinePage.Lane lane(Pile pile, Map<Integer, Integer> counts, List<Zoom.Slot> slots) {
        var most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        var bars = counts.entrySet().stream()
                .map(bar -> new TimelinePage.Bar(bar.getKey(), (int) Math.max(
                        3, Math.round(TALLEST * Math.sqrt((double) bar.getValue() / most)))))
                .toList();
        var total = counts.values().stream().mapToInt(Integer::intValue).sum();
        var fullest =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return new TimelinePage.Lane(
                messages.say("web.pile." + RecordsPages.word(pile)),
                slots.size(),
                bars,
                say(total == 1 ? "laneOne" : "lane", total, label(slots.get(fullest.getKey())), fullest.getValue()));
    }

    private String label(Zoom.Slot slot) {
        if (zoom.year() == null) {
            return String.valueOf(slot.number());
        }
        return zoom.month() == null
                ? FactWords.month(LocalDate.of(zoom.year(), slot.number(), 1), messages)
                : messages.day(LocalDate.of(zoom.year(), zoom.month(), slot.number()));
    }

    private List<String> axis(List<Zoom.Slot> slots) {
        return slots.isEmpty() ? List.of() : List.of(label(slots.getFirst()), label(slots.getLast()));
    }

    private List<TimelinePage.Slot> nearer(List<Zoom.Slot> slots) {
        return slots.reversed().stream()
                .filter(slot -> !slot.facts().isEmpty())
                .map(slot -> new TimelinePage.Slot(
                        label(slot), slot.facts().size(), step(slot.at(), 0, "").href()))
                .toList();
    }

    private List<Filter> filters(List<Fact> all) {
        return List.of(
                filter(
                        "pile",
                        wanted.pile(),
                        all.stream()
                                .map(TimelineFilter::pile)
                                .distinct()
                                .sorted()
                                .toList(),
                        "web.pile."),
                filter("kind", wanted.kind(), TimelinePages.kinds(all), "web.kind."),
                filter("status", wanted.status(), statuses(all), "web.status."));
    }

    private List<String> statuses(List<Fact> all) {
        var statuses = new java.util.TreeSet<String>();
        for (var fact : all) {
            if (!fact.holds()) {
                statuses.add("not-so");
            } else if (messages.has("web.status." + fact.status())) {
                statuses.add(fact.status());
            }
        }
        return List.copyOf(statuses);
    }

    private Filter filter(String name, String chosen, List<String> values, String words) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", say("any"), chosen.isEmpty()));
        values.forEach(value -> choices.add(new Choice(value, messages.say(words + value), value.equals(chosen))));
        return new Filter(name, say("filter." + name), choices);
    }

    private TimelinePage.Row row(Fact fact, List<TimelinePage.Piece> excerpt) {
        var status = FactWords.status(fact, messages);
        var kind = FactWords.kind(fact, messages);
        var usual = fact.holds() ? FactWords.usual(fact, messages).orElse("") : "";
        var about = java.util.stream.Stream.of(kind, status, usual)
                .filter(words -> !words.isEmpty())
                .collect(java.util.stream.Collectors.joining(", "));
        return new TimelinePage.Row(
                FactWords.when(fact.date(), messages),
                FactNames.of(fact, messages.locale()),
                FactWords.value(fact),
                about,
                FactWords.href(id, fact),
                excerpt);
    }

    /** The excerpt in pieces; none when it only repeats the name. */
    private static List<TimelinePage.Piece> pieces(Fact fact, @Nullable String excerpt) {
        var shown = fact.text() + " \u2022 " + FactWords.value(fact);
        if (excerpt == null
                || shown.contains(
                        excerpt.replace(String.valueOf(Search.OPEN), "").replace(String.valueOf(Search.CLOSE), ""))) {
            return List.of();
        }
        var pieces = new ArrayList<TimelinePage.Piece>();
        for (var part : excerpt.split("(?=" + Search.OPEN + ")|(?<=" + Search.CLOSE + ")")) {
            var marked = !part.isEmpty() && part.charAt(0) == Search.OPEN;
            var words = part.replace(String.valueOf(Search.OPEN), "").replace(String.valueOf(Search.CLOSE), "");
            if (!words.isEmpty()) {
                pieces.add(new TimelinePage.Piece(words, marked));
            }
        }
        return pieces;
    }
}
