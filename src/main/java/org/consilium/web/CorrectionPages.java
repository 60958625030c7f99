package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.language.Message;
import org.consilium.records.Corrections;
import org.consilium.records.FactKey;
import org.consilium.records.Note;
import org.consilium.records.NoteChange;
import org.consilium.records.Piles;
import org.consilium.records.Records;
import org.consilium.web.pages.ChangesPage;
import org.consilium.web.pages.FactFormPage;
import org.consilium.web.pages.FactPage;
import org.consilium.web.pages.SituationPage.Choice;
import org.consilium.web.pages.SituationPage.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** One fact, and what a person can do with it by hand. */
@Controller
class CorrectionPages {
    private final Templates templates;
    private final Records records;
    private final Corrections corrections;
    private final Desk desk;

    CorrectionPages(Templates templates, Records records, Corrections corrections, Desk desk) {
        this.templates = templates;
        this.records = records;
        this.corrections = corrections;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/facts/{key}")
    Page fact(Actor actor, @PathVariable UUID id, @PathVariable String key, HttpServletRequest request) {
        return page(actor, id, key, null, List.of(), request);
    }

    private Page page(
            Actor actor,
            UUID id,
            String key,
            @Nullable String words,
            List<FieldError> errors,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var account = account(actor, id, key);
        var rows = FactRows.of(actor, id, records, Frames.messages(request));
        var now = account.now();
        var changes = new Changes(actor, rows, records.notes(actor, id));
        var changed = now == null || !FactKey.of(now).equals(account.key());
        var written = changes.words(account.key());
        return Page.of(templates.fact(new FactPage(
                desk.frame(
                        request,
                        open,
                        Message.of("webrecords.fact.title"),
                        open.path() + "/records/" + RecordsPages.word(Piles.pileOf(account.read()))),
                id,
                key,
                now != null && now.isProposed(),
                now == null ? null : rows.row(now),
                changed ? rows.row(account.read()) : null,
                rows.picture(account.read()),
                words == null ? written : words,
                changes.of(account.notes()),
                errors)));
    }

    private Corrections.Account account(Actor actor, UUID id, String key) {
        return corrections.account(actor, id, key).orElseThrow(ErrorPages.NotThere::new);
    }

    @PostMapping("/cases/{id}/facts/{key}/hide")
    String hide(Actor actor, @PathVariable UUID id, @PathVariable String key, RedirectAttributes next) {
        desk.open(actor, id);
        return "redirect:" + done(id, corrections.hide(actor, id, key), "webrecords.hidden", "/records", next);
    }

    @PostMapping("/cases/{id}/facts/{key}/note")
    View annotate(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request,
            RedirectAttributes next) {
        desk.open(actor, id);
        var length = words.strip().length();
        if (length == 0 || length > Note.Act.Annotate.LONGEST) {
            var error = new FieldError("words", Message.of("webrecords.form.words", Note.Act.Annotate.LONGEST));
            return page(actor, id, key, words, List.of(error), request);
        }
        return new RedirectView(
                done(id, corrections.annotate(actor, id, key, words), "webrecords.annotated", "/facts/" + key, next));
    }

    @GetMapping("/cases/{id}/facts/{key}/correct")
    Page correct(Actor actor, @PathVariable UUID id, @PathVariable String key, HttpServletRequest request) {
        desk.open(actor, id);
        var account = account(actor, id, key);
        var now = account.now();
        return form(actor, id, account.read(), FactForm.of(now == null ? account.read() : now), List.of(), request);
    }

    @PostMapping("/cases/{id}/facts/{key}/correct")
    View correct(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            RedirectAttributes next) {
        desk.open(actor, id);
        var account = account(actor, id, key);
        var fields = FactForm.of(form);
        var errors = FactForm.noErrors();
        var shown = account.now() == null ? account.read() : account.now();
        var now = FactForm.read(fields, account.read().kind(), shown, desk.today(), errors);
        if (now.isEmpty()) {
            return form(actor, id, account.read(), fields, errors, request);
        }
        return new RedirectView(done(
                id,
                corrections.correct(actor, id, key, now.get()),
                "webrecords.corrected",
                account.read().isProposed() ? "/proposals" : "/facts/" + account.key(),
                next));
    }

    @GetMapping("/cases/{id}/add-fact")
    Page add(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return form(actor, id, null, FactForm.EMPTY, List.of(), request);
    }

    @PostMapping("/cases/{id}/add-fact")
    View add(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletRequest request,
            RedirectAttributes next) {
        desk.open(actor, id);
        var fields = FactForm.of(form);
        var errors = FactForm.noErrors();
        var now = FactForm.read(fields, null, null, desk.today(), errors);
        if (now.isEmpty()) {
            return form(actor, id, null, fields, errors, request);
        }
        return new RedirectView(done(id, corrections.add(actor, id, now.get()), "webrecords.added", "/records", next));
    }

    private Page form(
            Actor actor,
            UUID id,
            @Nullable Fact fact,
            FactFormPage.Fields fields,
            List<FieldError> errors,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var messages = Frames.messages(request);
        var rows = FactRows.of(actor, id, records, messages);
        var kinds = FactForm.KINDS.stream()
                .map(FactKind::word)
                .map(word -> new Choice(word, messages.say("web.kind." + word), word.equals(fields.kind())))
                .toList();
        var title = fact == null ? "webrecords.add.title" : "webrecords.correct.title";
        return Page.of(templates.factForm(new FactFormPage(
                desk.frame(request, open, Message.of(title), open.path() + "/records"),
                id,
                Message.of(fact == null ? "webrecords.add.lede" : "webrecords.correct.lede"),
                fact == null ? kinds : List.of(),
                fields,
                fact == null ? null : rows.picture(fact),
                fact == null ? null : FactRows.href(id, fact.sources().getFirst()),
                errors)));
    }

    @GetMapping("/cases/{id}/changes")
    Page changes(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var notes = records.notes(actor, id);
        var rows = FactRows.of(actor, id, records, Frames.messages(request));
        return Page.of(templates.changes(new ChangesPage(
                desk.frame(request, open, Message.of("webrecords.changes.title"), open.path() + "/records"),
                id,
                new Changes(actor, rows, notes).of(notes).reversed())));
    }

    @PostMapping("/cases/{id}/changes/{note}/undo")
    String undo(Actor actor, @PathVariable UUID id, @PathVariable UUID note, RedirectAttributes next) {
        desk.open(actor, id);
        return switch (corrections.undo(actor, id, note)) {
            case NoteChange.Noted noted -> {
                Frames.flash(next, Message.of("webrecords.undone"));
                yield "redirect:/cases/" + id + "/changes";
            }
            case NoteChange.NotFound missing -> throw new ErrorPages.NotThere();
        };
    }

    /** Says what was done, and offers to take it back; the address to go on to. */
    static String done(UUID id, NoteChange change, String words, String then, RedirectAttributes next) {
        return switch (change) {
            case NoteChange.Noted noted -> {
                Frames.flash(
                        next,
                        Message.of(words),
                        "/cases/" + id + "/changes/" + noted.note().id() + "/undo");
                yield "/cases/" + id + then;
            }
            case NoteChange.NotFound missing -> throw new ErrorPages.NotThere();
        };
    }
}
