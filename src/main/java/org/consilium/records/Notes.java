package org.consilium.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what was read through the notes of the person. Of several notes on one fact the latest stands; a note that was taken
 * back does not count; annotations change nothing. A note finds its fact by {@link FactKey}; when the fact has changed since,
 * because another file says more about it, by what it says and where it was read. A note whose fact is gone does nothing.
 */
public final class Notes {
    private static final Comparator<Note> ORDER = Comparator.comparing(Note::at).thenComparing(Note::id);

    private Notes() {}

    /** The same whatever the order of the notes; applied again it changes nothing. */
    public static CaseFile apply(CaseFile read, Collection<Note> notes) {
        var standing = standing(notes);
        if (standing.isEmpty()) {
            return read;
        }
        var facts = new ArrayList<>(read.facts());
        for (var note : standing) {
            if (note.act() instanceof Note.Act.Add added) {
                facts.add(added.now().fact(note.id()));
            }
        }
        var judged = new HashMap<Fact, Note>();
        latest(standing)
                .forEach(note -> subject(note, facts, read.proposals()).ifPresent(fact -> judged.put(fact, note)));
        var seen = new ArrayList<Fact>();
        facts.forEach(fact -> judged(fact, judged.get(fact)).ifPresent(seen::add));
        var proposals = new ArrayList<Fact>();
        read.proposals()
                .forEach(fact -> judged(fact, judged.get(fact))
                        .ifPresent(now -> (now.isProposed() ? proposals : seen).add(now)));
        return CaseFile.of(read, Merge.of(seen), proposals);
    }

    /** The notes that were not taken back, in the order they were written, without the taking back itself. */
    public static List<Note> standing(Collection<Note> notes) {
        var undone = new HashSet<UUID>();
        notes.forEach(note -> {
            if (note.act() instanceof Note.Act.Undo undo) {
                undone.add(undo.note());
            }
        });
        return notes.stream()
                .filter(note -> !(note.act() instanceof Note.Act.Undo) && !undone.contains(note.id()))
                .sorted(ORDER)
                .toList();
    }

    /** What the person wrote about facts: the latest words for each {@link FactKey}. */
    public static Map<String, String> annotations(Collection<Note> notes) {
        var words = new LinkedHashMap<String, String>();
        for (var note : standing(notes)) {
            if (note.act() instanceof Note.Act.Annotate annotate) {
                words.put(annotate.fact(), annotate.words());
            }
        }
        return words;
    }

    /** Of the notes that judge one fact, the latest. */
    private static Collection<Note> latest(List<Note> standing) {
        var latest = new LinkedHashMap<String, Note>();
        for (var note : standing) {
            var about = note.act().about();
            if (about != null && !(note.act() instanceof Note.Act.Annotate)) {
                latest.put(about, note);
            }
        }
        return latest.values();
    }

    private static Optional<Fact> subject(Note note, List<Fact> facts, List<Fact> proposals) {
        var about = note.act().about();
        var original = note.act().original();
        if (about == null || original == null) {
            return Optional.empty();
        }
        var among = original.isProposed() ? proposals : facts;
        return among.stream()
                .filter(fact ->
                        fact.kind() == original.kind() && FactKey.of(fact).equals(about))
                .findFirst()
                .or(() ->
                        among.stream().filter(fact -> grewFrom(fact, original)).findFirst());
    }

    /** True when the fact says what the original said, was read there too, and may say more. */
    private static boolean grewFrom(Fact fact, Fact original) {
        return fact.kind() == original.kind()
                && fact.sources().stream().anyMatch(original.sources()::contains)
                && (plain(fact.text()).equals(plain(original.text()))
                        || fact.codes().stream()
                                .anyMatch(code -> original.codes().stream().anyMatch(code::sameAs)))
                && said(fact.value()).equals(said(original.value()))
                && mayBeSame(fact.date(), original.date());
    }

    private static boolean mayBeSame(@Nullable PartialDate one, @Nullable PartialDate other) {
        return one == null
                || other == null
                || (!one.latest().isBefore(other.earliest()) && !other.latest().isBefore(one.earliest()));
    }

    private static String said(@Nullable Value value) {
        return value == null ? "" : value.text();
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).strip();
    }

    private static Optional<Fact> judged(Fact fact, @Nullable Note note) {
        if (note == null) {
            return Optional.of(fact);
        }
        return switch (note.act()) {
            case Note.Act.Hide hide -> Optional.empty();
            case Note.Act.Reject reject -> Optional.empty();
            case Note.Act.Correct correct -> Optional.of(corrected(fact, correct.now(), note.id()));
            case Note.Act.Confirm confirm -> Optional.of(confirmed(fact, confirm.now(), note.id()));
            case Note.Act.Annotate annotate -> Optional.of(fact);
            case Note.Act.Add add -> Optional.of(fact);
            case Note.Act.Undo undo -> Optional.of(fact);
        };
    }

    private static Fact confirmed(Fact proposal, @Nullable ByHand now, UUID note) {
        var fact = now == null ? proposal : corrected(proposal, now, note);
        return new Fact(
                        fact.kind(),
                        fact.codes(),
                        fact.text(),
                        fact.date(),
                        fact.end(),
                        ByHand.status(fact.kind()),
                        fact.value(),
                        fact.details(),
                        fact.sources())
                .alsoAt(List.of(ByHand.source(note)));
    }

    /** What no longer fits the new words goes: codes and side with the name, the judgement of a value with the value. */
    private static Fact corrected(Fact fact, ByHand now, UUID note) {
        var named = plain(fact.text()).equals(plain(now.text()));
        var details = new EnumMap<Detail, String>(Detail.class);
        details.putAll(fact.details());
        if (!named) {
            Stream.of(Detail.LATERALITY, Detail.STAGE, Detail.NEGATED).forEach(details::remove);
        }
        if (!said(fact.value()).equals(said(now.value()))) {
            details.remove(Detail.INTERPRETATION);
        }
        return new Fact(
                        now.kind(),
                        named ? fact.codes() : List.of(),
                        now.text(),
                        now.date(),
                        fact.end(),
                        fact.status(),
                        now.value(),
                        details,
                        fact.sources())
                .alsoAt(List.of(ByHand.source(note)));
    }
}
