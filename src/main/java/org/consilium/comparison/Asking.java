package org.consilium.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.comparison.Comparison.Outcome;
import org.consilium.comparison.Comparison.Question;
import org.consilium.comparison.Row.Topic;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;

/**
 * Neutral questions to each doctor, the weightiest first. Each doctor is asked for the latest safe date; none is ever asked who
 * is right.
 */
final class Asking {
    private static final int MOST = 10;

    private final List<Opinion> opinions;
    private final Map<Integer, Map<Message, Message>> asked = new LinkedHashMap<>();

    private Asking(List<Opinion> opinions) {
        this.opinions = opinions;
        for (var i = 0; i < opinions.size(); i++) {
            asked.put(i, new LinkedHashMap<>());
        }
    }

    static List<Question> questions(List<Opinion> opinions, List<Row> rows, Outcome outcome) {
        var asking = new Asking(opinions);
        asking.everyone("latestDate");
        if (outcome == Outcome.DIFFER_MAJOR || outcome == Outcome.DIFFER_MINOR) {
            asking.everyone("talk");
            asking.everyone("evidence");
        }
        rows.stream().filter(row -> !row.judged().isEmpty()).sorted(RANK).forEach(asking::ask);
        asking.whatNobodySaid(rows);
        return asking.list();
    }

    /** Alarms first, then by weight; at equal weight the diagnosis comes before the treatment, risk, outcome and cost. */
    private static final Comparator<Row> RANK = Comparator.comparing(
                    (Row row) -> row.worst().alarmText().isEmpty())
            .thenComparing(row -> -row.worst().weight())
            .thenComparing(Row::criterion);

    private void everyone(String what) {
        for (var i = 0; i < opinions.size(); i++) {
            put(i, Message.of("comparison.ask." + what), Message.of("comparison.ask." + what + ".because"));
        }
    }

    private void ask(Row row) {
        var worst = row.worst();
        var because = Message.of("comparison.ground", row.about(), worst.grounds());
        switch (worst.relation()) {
            case AGREES -> {}
            case ONLY_ONE_SAYS -> {
                for (var i = 0; i < opinions.size(); i++) {
                    if (!row.says(i)) {
                        put(i, question(row, "silent"), because);
                    } else if (worst.level() >= 1) {
                        put(i, question(row, "said"), because);
                    }
                }
            }
            case DIFFERS, NOT_COMPARABLE, REFINES -> {
                for (var i = 0; i < opinions.size(); i++) {
                    put(i, question(row, row.says(i) ? "said" : "silent"), because);
                }
            }
        }
    }

    private static Message question(Row row, String form) {
        var args = row.about().args();
        var key = "comparison.ask." + key(row.topic()) + "." + form;
        return new Message(key, args.isEmpty() ? List.of(row.about()) : args);
    }

    private static String key(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }

    /**
     * Each question once, in the form for somebody who has said nothing yet; of questions to two doctors on one thing one is
     * left. None when nothing is open.
     */
    static List<Message> toFurtherDoctor(Comparison comparison) {
        return comparison.outcome() == Outcome.CONFIRM
                ? List.of()
                : comparison.questions().stream()
                        .map(Question::text)
                        .filter(text -> !text.key().equals("comparison.ask.talk"))
                        .map(text -> new Message(text.key().replaceFirst("\\.said$", ".silent"), text.args()))
                        .distinct()
                        .limit(MOST)
                        .toList();
    }

    private void whatNobodySaid(List<Row> rows) {
        for (var topic : List.of(Topic.HARM, Topic.BENEFIT, Topic.COST)) {
            if (rows.stream().noneMatch(row -> row.topic() == topic)) {
                everyone(key(topic) + ".none");
            }
        }
    }

    private void put(int to, Message text, Message because) {
        var questions = asked.getOrDefault(to, Map.of());
        if (questions.size() < MOST) {
            questions.putIfAbsent(text, because);
        }
    }

    private List<Question> list() {
        var list = new ArrayList<Question>();
        asked.forEach(
                (to, questions) -> questions.forEach((text, because) -> list.add(new Question(to, text, because))));
        return list;
    }
}
