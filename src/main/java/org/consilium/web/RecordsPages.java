package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.records.Incoming;
import org.consilium.records.Intake;
import org.consilium.records.Pile;
import org.consilium.records.Piles;
import org.consilium.records.Reading;
import org.consilium.records.Receipt;
import org.consilium.records.Records;
import org.consilium.records.StoredFile;
import org.consilium.web.pages.RecordsPage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Handing in files, and what became of them. */
@Controller
class RecordsPages {
    private final Templates templates;
    private final Intake intake;
    private final Records records;
    private final Desk desk;

    RecordsPages(Templates templates, Intake intake, Records records, Desk desk) {
        this.templates = templates;
        this.intake = intake;
        this.records = records;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/records")
    Page records(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var files = records.files(actor, id);
        var piles = Piles.of(open.file().facts());
        return Page.of(templates.records(new RecordsPage(
                desk.frame(request, open, Message.of("web.records.title")),
                id,
                files.stream()
                        .filter(file -> file.state() != StoredFile.State.REMOVED)
                        .map(RecordsPages::row)
                        .toList(),
                files.stream()
                        .filter(file -> file.state() == StoredFile.State.REMOVED)
                        .map(RecordsPages::row)
                        .toList(),
                piles.entrySet().stream()
                        .map(pile -> new RecordsPage.Pile(
                                word(pile.getKey()), pile.getValue().size()))
                        .toList())));
    }

    private static RecordsPage.File row(StoredFile file) {
        var waiting = file.state() == StoredFile.State.WAITING;
        return new RecordsPage.File(
                file.hash(),
                file.name(),
                Message.of("web.format." + file.format().word()),
                Message.of(
                        waiting
                                ? "web.fileState.waiting"
                                : "web.fileState." + file.status().word()),
                waiting
                        ? "orange"
                        : switch (file.status()) {
                            case READ -> "green";
                            case PARTLY -> "yellow";
                            case KEPT -> "grey";
                            case REFUSED -> "red";
                        },
                file.facts(),
                file.status() == Reading.Status.READ || file.status() == Reading.Status.PARTLY,
                waiting,
                file.doubt() == null ? List.of() : List.of(file.doubt()),
                file.problems().stream().map(problem -> problem.message()).toList());
    }

    /** One answer for each file, for the script that shows progress. */
    record Said(String name, String says) {}

    @PostMapping(path = "/cases/{id}/records", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<Said>> receive(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam("files") List<MultipartFile> files,
            HttpServletRequest request)
            throws IOException {
        var messages = Frames.messages(request);
        var said = new ArrayList<Said>();
        for (var file : files) {
            said.add(new Said(name(file), messages.say(message(file(actor, id, file), messages))));
        }
        return ResponseEntity.ok(said);
    }

    @PostMapping(path = "/cases/{id}/records", produces = MediaType.TEXT_HTML_VALUE)
    String receiveWithoutScript(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam("files") List<MultipartFile> files,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        var messages = Frames.messages(request);
        var chosen = files.stream().filter(file -> !name(file).isEmpty()).toList();
        Message last = Message.of("web.records.nothingChosen");
        for (var file : chosen) {
            last = message(file(actor, id, file), messages);
        }
        Frames.flash(next, chosen.size() > 1 ? Message.of("web.records.received", chosen.size()) : last);
        return "redirect:/cases/" + id + "/records";
    }

    private Receipt file(Actor actor, UUID id, MultipartFile file) throws IOException {
        desk.open(actor, id);
        try (var bytes = file.getInputStream()) {
            return intake.receive(actor, id, new Incoming(name(file), bytes));
        }
    }

    private static Message message(Receipt receipt, Messages messages) {
        return switch (receipt) {
            case Receipt.Filed filed when filed.alreadyThere() -> Message.of("web.receipt.again");
            case Receipt.Filed filed ->
                Message.of(
                        "web.receipt." + filed.file().status().word(),
                        filed.file().facts(),
                        messages.say("web.format." + filed.file().format().word()));
            case Receipt.NeedsReview review -> Message.of("web.receipt.review", review.why());
            case Receipt.Refused refused -> refused.why();
        };
    }

    static String word(Pile pile) {
        return pile.name().toLowerCase(Locale.ROOT);
    }

    private static String name(MultipartFile file) {
        var given = file.getOriginalFilename();
        return given == null ? "" : given;
    }

    @PostMapping("/cases/{id}/files/{hash}/accept")
    String accept(Actor actor, @PathVariable UUID id, @PathVariable String hash, RedirectAttributes next) {
        desk.open(actor, id);
        intake.accept(actor, id, hash);
        Frames.flash(next, Message.of("web.records.accepted"));
        return "redirect:/cases/" + id + "/records";
    }

    @PostMapping("/cases/{id}/files/{hash}/remove")
    String remove(Actor actor, @PathVariable UUID id, @PathVariable String hash, RedirectAttributes next) {
        desk.open(actor, id);
        intake.remove(actor, id, hash);
        Frames.flash(next, Message.of("web.records.removedNow"), "/cases/" + id + "/files/" + hash + "/restore");
        return "redirect:/cases/" + id + "/records";
    }

    @PostMapping("/cases/{id}/files/{hash}/restore")
    String restore(Actor actor, @PathVariable UUID id, @PathVariable String hash, RedirectAttributes next) {
        desk.open(actor, id);
        intake.restore(actor, id, hash);
        Frames.flash(next, Message.of("web.records.restoredNow"));
        return "redirect:/cases/" + id + "/records";
    }
}
