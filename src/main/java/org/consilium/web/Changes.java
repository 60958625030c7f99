package org.consilium.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.ByHand;
import org.consilium.records.Note;
import org.consilium.records.Notes;
import org.consilium.web.pages.FactPage.Change;
import org.jspecify.annotations.Nullable;

/** Changes by hand in words: who, when, what it said before and what it says since. */
final class Changes {
    private final Actor actor;
    private final FactRows rows;
    private final Set<UUID> standing;
    private final java.util.Map<String, String> annotations;

    Changes(Actor actor, FactRows rows, List<Note> all) {
        this.actor = actor;
        this.rows = rows;
        this.standing = new HashSet<>(Notes.standing(all).stream().map(Note::id).toList());
        this.annotations = Notes.annotations(all);
    }

    /** The notes, without the taking back of others. */
    List<Change> of(List<Note> notes) {
        return notes.stream()
                .filter(note -> !(note.act() instanceof Note.Act.Undo))
                .map(this::change)
                .toList();
    }

    /** What the person wrote about a fact, empty when nothing. */
    String words(String key) {
        return annotations.getOrDefault(key, "");
    }

    private Change change(Note note) {
        return new Change(
                note.id(),
                Message.of("webrecords.change." + word(note.act())),
                rows.when(note),
                note.by().equals(actor),
                before(note.act()),
                after(note.act()),
                standing.contains(note.id()));
    }

    private static String word(Note.Act act) {
        return switch (act) {
            case Note.Act.Correct correct -> "correct";
            case Note.Act.Hide hide -> "hide";
            case Note.Act.Annotate annotate -> "annotate";
            case Note.Act.Add add -> "add";
            case Note.Act.Confirm confirm -> "confirm";
            case Note.Act.Reject reject -> "reject";
            case Note.Act.Undo undo -> "undo";
        };
    }

    private String before(Note.Act act) {
        var original = act.original();
        return original == null ? "" : said(original);
    }

    private String after(Note.Act act) {
        return switch (act) {
            case Note.Act.Correct correct -> said(correct.now());
            case Note.Act.Add add -> said(add.now());
            case Note.Act.Confirm confirm -> said(confirm.now());
            case Note.Act.Annotate annotate -> annotate.words();
            case Note.Act.Hide hide -> "";
            case Note.Act.Reject reject -> "";
            case Note.Act.Undo undo -> "";
        };
    }

    private String said(Fact fact) {
        return String.join(" ", fact.text(), FactRows.value(fact), "(" + rows.when(fact.date()) + ")")
                .replace("  ", " ");
    }

    private String said(@Nullable ByHand now) {
        if (now == null) {
            return "";
        }
        var value = now.value() == null ? "" : now.value().text();
        return String.join(" ", now.text(), value, "(" + rows.when(now.date()) + ")")
                .replace("  ", " ");
    }
}
