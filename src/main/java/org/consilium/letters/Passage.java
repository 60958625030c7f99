package org.consilium.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;
import org.consilium.prose.Statement;

/**
 * One sentence of a letter.
 *
 * @param start its first character in the letter's text
 * @param plain its words as they are compared, each at the place where it stands in {@code text}
 * @param item true in an item of a list
 * @param block counts the items and paragraphs: sentences of one block belong together
 */
record Passage(Topic topic, String text, String plain, int start, boolean item, int block) {
    private static final int LONGEST_LINE = 400;
    private static final Pattern ITEM =
            Pattern.compile("\\s*(?:\\(?(?:[a-z]|\\d{1,2})[.):]|[-\u2013\u2022*>+]|option \\d\\b|opcion \\d\\b).*");

    int end() {
        return start + text.length();
    }

    /** True where the doctor says what the illness is. */
    boolean saysWhatItIs() {
        return topic == Topic.DIAGNOSIS;
    }

    boolean isPlan() {
        return topic == Topic.PLAN;
    }

    private static final Pattern OFFERS = Pattern.compile(
            "\\b(?:options?|alternatives|choices|recommend|advise|suggest|propose|plan|opciones|alternativas|recomiendo|propongo|aconsejo|sugiero|recomendaciones)\\b.*:$");

    /** All sentences, each under its topic; a topic said on the line of its heading ends with its paragraph, but a plan goes on. */
    static List<Passage> of(List<Line> lines) {
        var passages = new ArrayList<Passage>();
        var inside = new ArrayList<Line>();
        var topic = Topic.OTHER;
        var isShort = false;
        var from = 0;
        var offset = 0;
        for (var line : lines) {
            var text = line.text();
            var heading =
                    text.isBlank() || text.length() > LONGEST_LINE ? Optional.<Topic.Heading>empty() : Topic.of(text);
            var ends = isShort
                    && !inside.isEmpty()
                    && (line.isBlank()
                            || (topic != Topic.DIAGNOSIS
                                    && inside.getLast().text().endsWith(".")));
            if (heading.isPresent() || ends || Topic.looksLikeHeading(text)) {
                add(topic, inside, from, passages);
                inside.clear();
                topic = heading.map(Topic.Heading::topic).orElse(Topic.OTHER);
                var rest = heading.map(Topic.Heading::rest).orElse(ends ? 0 : text.length());
                isShort = heading.isPresent() && rest < text.length() && topic != Topic.PLAN;
                from = rest < text.length() || ends ? offset + rest : offset + text.length() + 1;
                if (rest < text.length() || ends) {
                    inside.add(Line.of(text.substring(rest), line.at(), line.isSure()));
                }
            } else {
                inside.add(line);
            }
            offset += text.length() + 1;
        }
        add(topic, inside, from, passages);
        return offered(passages);
    }

    /** The items after «You have three options:» are a plan. */
    private static List<Passage> offered(List<Passage> passages) {
        var all = new ArrayList<Passage>();
        var offers = false;
        for (var passage : passages) {
            offers = OFFERS.matcher(passage.plain).find()
                    || (offers && (passage.item || all.getLast().block == passage.block));
            var isPlan = offers && (passage.topic == Topic.OTHER || passage.topic == Topic.DIAGNOSIS);
            all.add(
                    isPlan
                            ? new Passage(
                                    Topic.PLAN, passage.text, passage.plain, passage.start, passage.item, passage.block)
                            : passage);
        }
        return all;
    }

    private static void add(Topic topic, List<Line> lines, int from, List<Passage> into) {
        var before = -1;
        var block = into.isEmpty() ? 0 : into.getLast().block();
        var text = LetterText.of(lines).text();
        for (var statement : Statement.of(lines)) {
            var begins = before < 0
                    || (statement.item()
                            && !text.substring(before, statement.start()).isBlank())
                    || text.substring(before, statement.start()).contains("\n");
            block += begins ? 1 : 0;
            into.add(new Passage(
                    topic,
                    statement.text(),
                    Plain.of(statement.text()),
                    from + statement.start(),
                    statement.item()
                            || ITEM.matcher(statement.text().toLowerCase(Locale.ROOT))
                                    .matches(),
                    block));
            before = statement.start() + statement.text().length();
        }
    }
}
