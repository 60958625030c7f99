package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.letters.Answer;
import org.consilium.letters.LetterDraft;
import org.consilium.letters.Letters;
import org.consilium.letters.Proposal;
import org.consilium.opinions.OpinionJson.Problem;
import org.consilium.opinions.Receipt;
import org.consilium.records.DocumentWords;
import org.consilium.records.Format;
import org.consilium.records.Incoming;
import org.consilium.records.Intake;
import org.consilium.records.Records;
import org.consilium.web.pages.LetterPage.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A doctor's letter and the fields it seems to say: a person checks each before it becomes part of an opinion. */
@Controller
class OpinionLetterPages {
    private final Templates templates;
    private final Letters letters;
    private final DocumentWords words;
    private final Intake intake;
    private final Records records;
    private final Desk desk;

    OpinionLetterPages(
            Templates templates, Letters letters, DocumentWords words, Intake intake, Records records, Desk desk) {
        this.templates = templates;
        this.letters = letters;
        this.words = words;
        this.intake = intake;
        this.records = records;
        this.desk = desk;
    }

    /** Takes in a letter as a file of the case, and reads it. */
    @PostMapping("/cases/{id}/letters")
    String upload(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam("letter") List<MultipartFile> files,
            RedirectAttributes next)
            throws IOException {
        var open = desk.open(actor, id);
        if (files.isEmpty() || files.getFirst().isEmpty()) {
            return back(open, Message.of("letters.nothingChosen"), next);
        }
        var file = files.getFirst();
        try (var bytes = file.getInputStream()) {
            var name = file.getOriginalFilename();
            return switch (intake.receive(actor, id, new Incoming(name == null ? "" : name, bytes))) {
                case org.consilium.records.Receipt.Filed filed ->
                    read(actor, open, filed.file().hash(), next);
                case org.consilium.records.Receipt.BeingRead filed ->
                    read(actor, open, filed.file().hash(), next);
                case org.consilium.records.Receipt.NeedsReview review -> back(open, Message.of("letters.whose"), next);
                case org.consilium.records.Receipt.Refused refused -> back(open, refused.why(), next);
            };
        }
    }

    /** Reads a letter that is a file of the case already. */
    @PostMapping("/cases/{id}/letters/read")
    String read(Actor actor, @PathVariable UUID id, @RequestParam("hash") String hash, RedirectAttributes next) {
        var open = desk.open(actor, id);
        return records.file(actor, id, hash).isEmpty()
                ? back(open, Message.of("letters.nothingChosen"), next)
                : read(actor, open, hash, next);
    }

    private String read(Actor actor, Desk.OpenCase open, String hash, RedirectAttributes next) {
        var said = words.of(actor, open.id(), hash);
        if (said.isEmpty() || said.get().isBlank()) {
            return back(open, said.map(DocumentWords.Words::why).orElseGet(() -> Message.of("letters.noWords")), next);
        }
        var letter = letters.begin(
                        actor, open.id(), hash, said.get().lines(), said.get().entries())
                .orElseThrow(ErrorPages.NotThere::new);
        return "redirect:" + open.path() + "/letters/" + letter.id();
    }

    private static String back(Desk.OpenCase open, Message why, RedirectAttributes next) {
        Frames.flash(next, why);
        return "redirect:" + open.path() + "/opinions";
    }

    @GetMapping("/cases/{id}/letters/{letter}")
    Page show(Actor actor, @PathVariable UUID id, @PathVariable UUID letter, HttpServletRequest request) {
        return page(actor, desk.open(actor, id), find(actor, id, letter), 0, null, List.of(), request);
    }

    private LetterDraft find(Actor actor, UUID id, UUID letter) {
        return letters.find(actor, id, letter).orElseThrow(ErrorPages.NotThere::new);
    }

    private Page page(
            Actor actor,
            Desk.OpenCase open,
            LetterDraft letter,
            int wrong,
            @Nullable Message error,
            List<Trouble> problems,
            HttpServletRequest request) {
        var frame = desk.frame(request, open, Message.of("letters.title"), open.path() + "/opinions");
        var isPages = records.file(actor, open.id(), letter.fileHash())
                .filter(file -> file.format() == Format.PDF || file.format() == Format.IMAGE)
                .isPresent();
        var view = new OpinionLetterView(
                letter, frame.messages(), isPages ? open.path() + "/files/" + letter.fileHash() + "/pages/" : null);
        return new Page(
                templates.letter(view.page(frame, open.id(), wrong, error, problems)), problems.isEmpty() ? 200 : 422);
    }

    /** Keeps what the person says to one field. */
    @PostMapping("/cases/{id}/letters/{letter}/fields/{number}")
    Object answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID letter,
            @PathVariable int number,
            @RequestParam("said") String said,
            @RequestParam(name = "value", defaultValue = "") String value,
            HttpServletRequest request,
            RedirectAttributes next) {
        var open = desk.open(actor, id);
        var draft = find(actor, id, letter);
        var proposal = draft.reading().proposals().stream()
                .filter(each -> each.number() == number)
                .findFirst()
                .orElseThrow(ErrorPages.NotThere::new);
        Answer answer;
        switch (said) {
            case "confirmed" -> answer = new Answer.Confirmed();
            case "rejected" -> answer = new Answer.Rejected();
            case "corrected" -> {
                var objection = new OpinionLetterView(draft, Frames.messages(request), null).objection(proposal, value);
                if (objection.isPresent()) {
                    var trouble = new Trouble(objection.get(), "#field-" + number);
                    return page(actor, open, draft, number, objection.get(), List.of(trouble), request);
                }
                answer = new Answer.Corrected(value);
            }
            default -> throw new ErrorPages.NotThere();
        }
        if (!letters.answer(actor, id, letter, number, answer)) {
            throw new ErrorPages.NotThere();
        }
        var base = open.path() + "/letters/" + letter;
        Frames.flash(next, Message.of("letters.kept." + said, OpinionLetterView.label(proposal)), base + "/undo");
        var following = OpinionLetterView.next(find(actor, id, letter), number);
        return "redirect:" + base + (following == 0 ? "#done" : "#field-" + following);
    }

    @PostMapping("/cases/{id}/letters/{letter}/undo")
    String undo(Actor actor, @PathVariable UUID id, @PathVariable UUID letter, RedirectAttributes next) {
        var open = desk.open(actor, id);
        find(actor, id, letter);
        Frames.flash(next, Message.of(letters.undo(actor, id, letter) ? "letters.undone" : "letters.nothingToUndo"));
        return "redirect:" + open.path() + "/letters/" + letter;
    }

    /** Makes an opinion of what was confirmed. */
    @PostMapping("/cases/{id}/letters/{letter}/finish")
    Object finish(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID letter,
            HttpServletRequest request,
            RedirectAttributes next) {
        var open = desk.open(actor, id);
        var draft = find(actor, id, letter);
        return switch (letters.finish(actor, id, letter)) {
            case Receipt.Rejected(var problems) ->
                page(
                        actor,
                        open,
                        draft,
                        0,
                        null,
                        problems.stream()
                                .map(problem -> trouble(draft, problem))
                                .toList(),
                        request);
            case Receipt.NotFound() -> throw new ErrorPages.NotThere();
            case Receipt.Kept(var filed) -> {
                Frames.flash(next, Message.of("letters.finished"));
                yield "redirect:" + open.path() + "/opinions/" + filed.id();
            }
        };
    }

    /** What is missing, with a link to the field that could say it. */
    private static Trouble trouble(LetterDraft letter, Problem problem) {
        var href = letter.at(problem.at())
                .filter(proposal -> !problem.at().isEmpty())
                .or(() -> letter.open().stream()
                        .filter(proposal ->
                                proposal.path().startsWith(problem.at().isEmpty() ? "/d" : problem.at()))
                        .findFirst())
                .map(Proposal::number)
                .map(number -> "#field-" + number)
                .orElse("#done");
        return new Trouble(problem.text(), href);
    }

    /** Goes on in the form, with what was confirmed filled in. */
    @PostMapping("/cases/{id}/letters/{letter}/form")
    String form(Actor actor, @PathVariable UUID id, @PathVariable UUID letter) {
        var open = desk.open(actor, id);
        if (letters.goOn(actor, id, letter) instanceof Receipt.Kept(var filed)) {
            return "redirect:" + open.path() + "/opinions/" + filed.id() + "/edit/check";
        }
        throw new ErrorPages.NotThere();
    }
}
