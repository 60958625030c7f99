package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.records.Intake;
import org.consilium.records.OpenUpload;
import org.consilium.records.Pile;
import org.consilium.records.Piles;
import org.consilium.records.Receipt;
import org.consilium.records.Records;
import org.consilium.records.StoredFile;
import org.consilium.records.Uploads;
import org.consilium.web.pages.FileRow;
import org.consilium.web.pages.PartsPage;
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
    private static final int PARTS = 200;
    private static final int FILES = 40;

    private final Templates templates;
    private final Intake intake;
    private final Records records;
    private final Uploads uploads;
    private final Desk desk;

    RecordsPages(Templates templates, Intake intake, Records records, Uploads uploads, Desk desk) {
        this.templates = templates;
        this.intake = intake;
        this.records = records;
        this.uploads = uploads;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/records")
    Page records(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var files = records.files(actor, id);
        var there = FileRows.rows(files);
        var start = Math.clamp(from, 0, Math.max(0, there.size() - 1));
        var end = Math.min(start + FILES, there.size());
        var piles = Piles.of(open.file().facts());
        return Page.of(templates.records(new RecordsPage(
                desk.frame(request, open, Message.of("web.records.title")),
                id,
                uploads.open(actor, id).stream().map(RecordsPages::onTheWay).toList(),
                there.subList(start, end),
                there.size(),
                end < there.size() ? open.path() + "/records?from=" + end + "#files-heading" : null,
                files.stream()
                        .filter(file -> file.state() == StoredFile.State.REMOVED)
                        .map(FileRows::row)
                        .toList(),
                piles.entrySet().stream()
                        .map(pile -> new RecordsPage.Pile(
                                word(pile.getKey()), pile.getValue().size()))
                        .toList(),
                open.file().proposals().size(),
                records.notes(actor, id).size())));
    }

    private static RecordsPage.OnTheWay onTheWay(OpenUpload upload) {
        return new RecordsPage.OnTheWay(
                upload.id(),
                upload.name(),
                Message.of("webrecords.upload.arrived", megabytes(upload.received()), megabytes(upload.size())));
    }

    private static String megabytes(long bytes) {
        return Long.toString((bytes + (1 << 20) - 1) >> 20);
    }

    /** One file by itself: asked for again and again while it is being read. */
    @GetMapping("/cases/{id}/files/{hash}/row")
    Page row(Actor actor, @PathVariable UUID id, @PathVariable String hash, HttpServletRequest request) {
        var file = records.file(actor, id, hash).orElseThrow(ErrorPages.NotThere::new);
        var frame = Frames.plain(request, Message.of("web.records.title"));
        return Page.of(templates.fileRow(new FileRow(frame, id, FileRows.row(file))));
    }

    /** The files inside of a file, two hundred at a time. */
    @GetMapping("/cases/{id}/files/{hash}/parts")
    Page parts(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String hash,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var file = records.file(actor, id, hash).orElseThrow(ErrorPages.NotThere::new);
        var all = file.parts().size();
        var start = Math.clamp(from, 0, all);
        var more = start + PARTS < all ? open.path() + "/files/" + hash + "/parts?from=" + (start + PARTS) : null;
        return Page.of(templates.parts(new PartsPage(
                desk.frame(request, open, Message.of("webrecords.parts.title"), open.path() + "/records"),
                id,
                hash,
                file.name(),
                all,
                FileRows.parts(file, start, PARTS),
                more)));
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
        desk.open(actor, id);
        var messages = Frames.messages(request);
        var receipts = intake.receive(actor, id, sources(files));
        var said = new ArrayList<Said>();
        for (var place = 0; place < files.size(); place++) {
            said.add(new Said(name(files.get(place)), messages.say(message(receipts.get(place), messages))));
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
        desk.open(actor, id);
        var chosen = files.stream().filter(file -> !name(file).isEmpty()).toList();
        var receipts = intake.receive(actor, id, sources(chosen));
        var said = switch (receipts.size()) {
            case 0 -> Message.of("web.records.nothingChosen");
            case 1 -> message(receipts.getFirst(), messages);
            default -> Message.of("web.records.received", receipts.size());
        };
        Frames.flash(next, said);
        return "redirect:/cases/" + id + "/records";
    }

    private static List<Sent> sources(List<MultipartFile> files) {
        return files.stream().map(Sent::new).toList();
    }

    /** A file of a form. */
    private record Sent(MultipartFile file) implements Intake.Source {
        @Override
        public String name() {
            return RecordsPages.name(file);
        }

        @Override
        public InputStream open() throws IOException {
            return file.getInputStream();
        }
    }

    static Message message(Receipt receipt, Messages messages) {
        return switch (receipt) {
            case Receipt.Filed filed when filed.alreadyThere() -> Message.of("web.receipt.again");
            case Receipt.Filed filed ->
                Message.of(
                        "web.receipt." + filed.file().status().word(),
                        filed.file().facts(),
                        messages.say("web.format." + filed.file().format().word()));
            case Receipt.NeedsReview review -> Message.of("web.receipt.review", review.why());
            case Receipt.BeingRead read -> Message.of("webrecords.receipt.reading");
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
}
