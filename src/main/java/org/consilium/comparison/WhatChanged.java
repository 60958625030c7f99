package org.consilium.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.comparison.Comparison.Point;
import org.consilium.language.Message;

/**
 * What is new in a comparison after an opinion came, went or changed.
 *
 * @param summary how the answer as a whole changed; empty when it did not
 * @param points rows that came, went or turned out in another way, in the order of the new comparison
 */
public record WhatChanged(List<Message> summary, List<Message> points) {
    public WhatChanged {
        summary = List.copyOf(summary);
        points = List.copyOf(points);
    }

    public boolean isEmpty() {
        return summary.isEmpty() && points.isEmpty();
    }

    /** Both of the same case; equal comparisons give an empty answer. */
    public static WhatChanged between(Comparison before, Comparison after) {
        var summary = new ArrayList<Message>();
        if (before.opinions().size() != after.opinions().size()) {
            summary.add(Message.of(
                    "comparison.changed.opinions",
                    before.opinions().size(),
                    after.opinions().size()));
        }
        if (before.outcome() != after.outcome()) {
            summary.add(Message.of(
                    "comparison.changed.outcome",
                    Message.of("web.compare.outcome." + before.outcome().word()),
                    Message.of("web.compare.outcome." + after.outcome().word())));
        }
        if (before.thirdOpinion().advised() != after.thirdOpinion().advised()) {
            summary.add(Message.of(
                    after.thirdOpinion().advised() ? "comparison.changed.thirdYes" : "comparison.changed.thirdNo"));
        }
        return new WhatChanged(summary, points(byName(before), byName(after)));
    }

    /** Rows by what they are on; a second one of the same name gets a number. */
    private static Map<String, Point> byName(Comparison comparison) {
        var rows = new LinkedHashMap<String, Point>();
        for (var point : comparison.points()) {
            var name = point.criterion() + " " + point.about();
            var number = 1;
            while (rows.containsKey(name + " " + number)) {
                number++;
            }
            rows.put(name + " " + number, point);
        }
        return rows;
    }

    private static List<Message> points(Map<String, Point> before, Map<String, Point> after) {
        var changed = new ArrayList<Message>();
        after.forEach((name, now) -> {
            var then = before.get(name);
            if (then == null) {
                changed.add(Message.of("comparison.changed.came", now.about(), relation(now)));
            } else if (then.relation() != now.relation()) {
                changed.add(Message.of("comparison.changed.turned", now.about(), relation(then), relation(now)));
            } else if (!said(then).equals(said(now))) {
                changed.add(Message.of("comparison.changed.words", now.about()));
            }
        });
        before.forEach((name, then) -> {
            if (!after.containsKey(name)) {
                changed.add(Message.of("comparison.changed.went", then.about()));
            }
        });
        return changed;
    }

    private static Message relation(Point point) {
        return Message.of("web.relation." + point.relation().word());
    }

    private static List<Message> said(Point point) {
        return point.cells().stream().map(Comparison.Cell::text).toList();
    }
}
