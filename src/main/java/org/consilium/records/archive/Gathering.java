package org.consilium.records.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Part;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;

/** What the files of one archive said so far, within bounds of memory. What goes beyond them is counted and said. */
final class Gathering {
    /** No person's record comes near; each takes about a kilobyte of memory. */
    static final int MOST_FACTS = 200_000;

    /** As many parts are listed one by one. */
    static final int MOST_PARTS = 5_000;

    /** Of these, places kept for parts that were not read. */
    private static final int PARTS_FOR_TROUBLE = 1_000;

    /** Characters of letters and reports that are carried along; further ones are read in the file itself. */
    private static final long MOST_CHARACTERS = 24_000_000;

    private static final int SHORT = 2_000;

    private final List<Fact> facts = new ArrayList<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<Aside, Integer> aside = new EnumMap<>(Aside.class);
    private final Studies studies = new Studies();
    private long characters;
    private int withoutWords;
    private int unlisted;
    private int notRead;
    private int read;
    private boolean partly;

    /** @param inner made by {@link org.consilium.records.Parts} */
    void add(Reading inner) {
        read++;
        for (var fact : inner.facts()) {
            if (!studies.takes(fact)) {
                facts.add(bounded(fact));
            }
        }
        for (var part : inner.parts()) {
            partly |= part.status() != Status.READ && part.status() != Status.REFUSED;
            list(part);
        }
    }

    private void list(Part part) {
        var room = part.status() == Status.READ ? MOST_PARTS - PARTS_FOR_TROUBLE : MOST_PARTS;
        if (parts.size() < room) {
            parts.add(part);
        } else {
            unlisted++;
        }
    }

    private Fact bounded(Fact fact) {
        var words = fact.details().get(Detail.NARRATIVE);
        if (words == null) {
            return fact;
        }
        if ((words.length() <= SHORT && characters < 2 * MOST_CHARACTERS) || characters < MOST_CHARACTERS) {
            characters += words.length();
            return fact;
        }
        withoutWords++;
        var details = new EnumMap<Detail, String>(fact.details());
        details.remove(Detail.NARRATIVE);
        return new Fact(
                fact.kind(),
                fact.codes(),
                fact.text(),
                fact.date(),
                fact.end(),
                fact.status(),
                fact.value(),
                details,
                fact.sources());
    }

    boolean isFull() {
        return facts.size() + studies.size() >= MOST_FACTS;
    }

    int read() {
        return read;
    }

    void aside(Aside kind) {
        aside.merge(kind, 1, Integer::sum);
    }

    void notRead() {
        notRead++;
    }

    void warn(Message message) {
        problems.add(new Problem(Severity.WARNING, message, ""));
        partly = true;
    }

    void fail(Message message) {
        problems.add(new Problem(Severity.ERROR, message, ""));
        partly = true;
    }

    Reading done(Content archive) {
        if (notRead > 0) {
            warn(Message.of("archive.too-many", notRead));
        }
        facts.addAll(studies.facts());
        if (read == 0 && problems.isEmpty()) {
            warn(Message.of("archive.empty"));
        }
        inform("archive.viewer", aside.getOrDefault(Aside.VIEWER, 0));
        inform("archive.housekeeping", aside.getOrDefault(Aside.HOUSEKEEPING, 0));
        inform("archive.routes", aside.getOrDefault(Aside.ROUTE, 0));
        inform("archive.unlisted", unlisted);
        inform("archive.words-left", withoutWords);
        if (facts.isEmpty()) {
            return new Reading(Format.ARCHIVE, Status.KEPT, List.of(archive.asDocument()), problems, null, parts);
        }
        return new Reading(Format.ARCHIVE, partly ? Status.PARTLY : Status.READ, facts, problems, null, parts);
    }

    private void inform(String key, int count) {
        if (count > 0) {
            problems.add(new Problem(Severity.INFORMATION, Message.of(key, count), ""));
        }
    }
}
