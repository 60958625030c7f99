package org.consilium.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.audit.Actor;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.language.Messages;
import org.consilium.records.ByHand;
import org.consilium.records.FactKey;
import org.consilium.records.Note;
import org.consilium.records.Notes;
import org.consilium.records.Records;
import org.consilium.records.StoredFile;
import org.consilium.terminology.Numerals;
import org.consilium.web.pages.FactsPage;
import org.jspecify.annotations.Nullable;

/** Puts the facts of one case into words: name, day, value, and where it was read. */
final class FactRows {
    /** An examination may have thousands of files. */
    private static final int MOST_ORIGINS = 12;

    private final UUID id;
    private final Messages messages;
    private final Map<String, StoredFile> files;
    private final Map<String, Note> notes;
    private final Map<String, String> annotations;

    private FactRows(
            UUID id,
            Messages messages,
            Map<String, StoredFile> files,
            Map<String, Note> notes,
            Map<String, String> annotations) {
        this.id = id;
        this.messages = messages;
        this.files = files;
        this.notes = notes;
        this.annotations = annotations;
    }

    static FactRows of(Actor actor, UUID id, Records records, Messages messages) {
        var files = records.files(actor, id).stream()
                .collect(Collectors.toMap(StoredFile::hash, Function.identity(), (one, other) -> one));
        var notes = records.notes(actor, id);
        return new FactRows(
                id,
                messages,
                files,
                notes.stream().collect(Collectors.toMap(note -> note.id().toString(), Function.identity())),
                Notes.annotations(notes));
    }

    FactsPage.Row row(Fact fact) {
        var key = FactKey.of(fact);
        return new FactsPage.Row(
                key,
                fact,
                FactNames.of(fact, messages.locale()),
                messages.say("web.kind." + fact.kind().word()),
                when(fact.date()),
                value(fact),
                status(fact),
                fact.sources().stream()
                        .limit(MOST_ORIGINS)
                        .map(source -> new FactsPage.Origin(href(id, source), name(source)))
                        .toList(),
                Math.max(0, fact.sources().size() - MOST_ORIGINS),
                annotation(fact, key));
    }

    /** Words on a fact stay with it when it was corrected. */
    private String annotation(Fact fact, String key) {
        var own = annotations.get(key);
        if (own != null) {
            return own;
        }
        return fact.sources().stream()
                .flatMap(source -> Optional.ofNullable(notes.get(source.at()))
                        .filter(note -> source.file().equals(ByHand.FILE))
                        .flatMap(note -> Optional.ofNullable(note.act().about()))
                        .flatMap(about -> Optional.ofNullable(annotations.get(about)))
                        .stream())
                .findFirst()
                .orElse("");
    }

    String when(@Nullable PartialDate date) {
        if (date == null) {
            return messages.say("web.facts.noDate");
        }
        return date.isDay() ? messages.day(date.earliest()) : date.toString();
    }

    /** The day of a note. */
    String when(Note note) {
        return messages.day(note.at().atZone(ZoneId.systemDefault()).toLocalDate());
    }

    static String value(Fact fact) {
        var value = fact.value();
        var measured = value == null ? "" : Numerals.of(value);
        var dose = fact.detail(Detail.DOSE).orElse("");
        return measured.isEmpty() ? dose : measured;
    }

    private String status(Fact fact) {
        var range = fact.detail(Detail.REFERENCE_RANGE).map(usual -> messages.say("web.facts.usual", usual));
        var status = "web.status." + fact.status();
        var said = messages.has(status) ? messages.say(status) : "";
        if (fact.isProposed()) {
            return range.orElse(messages.say("webrecords.fact.proposed"));
        }
        if (!fact.holds()) {
            return messages.has(status) ? said : messages.say("web.status.not-so");
        }
        return range.orElse(said);
    }

    private String name(Source source) {
        if (source.file().equals(ByHand.FILE)) {
            var note = notes.get(source.at());
            return note == null
                    ? messages.say("webrecords.fact.byHand")
                    : messages.say("webrecords.fact.byHandOn", when(note));
        }
        var file = files.get(source.file());
        return file == null ? source.file() : file.name();
    }

    /** Where a source opens: the file, at the place; what was written by hand, in the list of changes. */
    static String href(UUID id, Source source) {
        return source.file().equals(ByHand.FILE)
                ? "/cases/" + id + "/changes#note-" + source.at()
                : "/cases/" + id + "/files/" + source.file() + "?at="
                        + URLEncoder.encode(source.at(), StandardCharsets.UTF_8);
    }

    /** The picture of the page a fact was read on. */
    @Nullable
    String picture(Fact fact) {
        for (var source : fact.sources()) {
            var file = files.get(source.file());
            var page = file == null ? null : FilePictures.page(id, file, source.at());
            if (page != null) {
                return page.address();
            }
        }
        return null;
    }
}
