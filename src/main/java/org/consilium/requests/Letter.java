package org.consilium.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.PartialDate;
import org.consilium.knowledge.AccessRight;
import org.consilium.knowledge.Checklist;
import org.consilium.knowledge.Knowledge;
import org.consilium.language.Message;
import org.consilium.triage.Assessment.Presence;
import org.jspecify.annotations.Nullable;

/**
 * A letter that asks for records, not yet in the words of a language.
 *
 * @param to whom it goes to
 * @param opening who asks, and why
 * @param items what is asked for, one by one
 * @param closing the law, where to send it, thanks
 * @param on the day on the letter
 */
public record Letter(Message to, List<Message> opening, List<Message> items, List<Message> closing, LocalDate on) {
    /** Where the person writes by hand. */
    static final String BLANK = "____________________";

    private static final String PATHOLOGY_REPORT = "11526-1";
    private static final String OPERATION_NOTE = "11504-8";

    public Letter {
        opening = List.copyOf(opening);
        items = List.copyOf(items);
        closing = List.copyOf(closing);
    }

    /**
     * The letter of a request. What the knowledge base no longer lists is left out.
     *
     * @param today the day on it
     */
    public static Letter of(Details details, Knowledge knowledge, LocalDate today) {
        var right = knowledge
                .accessRight(details.right())
                .or(() -> knowledge.accessRightIn(null))
                .orElseThrow(() -> new IllegalStateException("the knowledge base has no right of access"));
        var items = details.wanted().stream()
                .flatMap(wanted -> item(wanted.item(), knowledge).stream().map(item -> asked(item, wanted)))
                .toList();
        return new Letter(
                Message.of(
                        "requests.letter.to",
                        orBlank(details.place()),
                        details.department().wording()),
                opening(details),
                items,
                closing(details, right),
                today);
    }

    private static java.util.Optional<Checklist.Item> item(String id, Knowledge knowledge) {
        return knowledge.checklists().stream()
                .flatMap(list -> list.items().stream())
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    private static List<Message> opening(Details details) {
        var lines = new ArrayList<Message>();
        lines.add(Message.of("requests.letter.who", orBlank(details.name()), orBlank(details.born())));
        if (!details.number().isBlank()) {
            lines.add(Message.of("requests.letter.number", details.number()));
        }
        lines.add(Message.of("requests.letter.why"));
        return lines;
    }

    private static List<Message> closing(Details details, AccessRight right) {
        var lines = new ArrayList<Message>();
        if (details.department() == Department.PATHOLOGY) {
            lines.add(Message.of("requests.letter.slides"));
        }
        lines.add(
                details.deliverTo().isBlank()
                        ? Message.of("requests.letter.to-me", orBlank(details.contact()))
                        : Message.of("requests.letter.to-doctor", details.deliverTo()));
        if (!details.deliverTo().isBlank() && !details.contact().isBlank()) {
            lines.add(Message.of("requests.letter.reach-me", details.contact()));
        }
        lines.add(Message.of("requests.letter.law", right.line()));
        if (details.neededBy() != null) {
            lines.add(Message.of("requests.letter.needed", details.neededBy()));
        }
        lines.add(Message.of("requests.letter.fee"));
        lines.add(Message.of("requests.letter.elsewhere"));
        lines.add(Message.of("requests.letter.proof"));
        lines.add(Message.of("requests.letter.thanks"));
        return lines;
    }

    private static String orBlank(String words) {
        return words.isBlank() ? BLANK : words;
    }

    /** What exactly to ask for: the images and not the report alone, the full text and not a summary. */
    public static Message asked(Checklist.Item item, Wanted wanted) {
        var what = Message.of("requests.ask." + sort(item), item.name());
        var date = date(wanted.date());
        if (wanted.status() == Presence.REPORT_ONLY && date != null) {
            return Message.of("requests.ask.have-report", what, date);
        }
        if (wanted.status() == Presence.OUTDATED && date != null) {
            return Message.of("requests.ask.newer", what, date);
        }
        return what;
    }

    private static String sort(Checklist.Item item) {
        return switch (item.kind()) {
            case IMAGES -> "images";
            case SLIDES -> "slides";
            case LAB -> "lab";
            case REPORT -> has(item, PATHOLOGY_REPORT) ? "pathology" : "report";
            case DOCUMENT -> has(item, OPERATION_NOTE) ? "operation" : "document";
            case MEDICATIONS -> "medications";
            case HISTORY -> "document";
        };
    }

    private static boolean has(Checklist.Item item, String loinc) {
        return item.codes().stream()
                .anyMatch(code ->
                        code.system().equals(CodeSystems.LOINC) && code.code().equals(loinc));
    }

    /** A day in the words of the letter's language; a month or a year as it stands. */
    private static @Nullable Object date(@Nullable String iso) {
        return PartialDate.parse(iso)
                .map(date -> date.isDay() ? (Object) date.earliest() : date.toString())
                .orElse(null);
    }
}
