package org.consilium.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.records.OpenUpload;
import org.consilium.records.UploadStep;
import org.consilium.records.Uploads;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Large files, piece by piece, after the manner of the open tus protocol: {@code Upload-Offset} says where a piece begins and
 * how much is there.
 */
@Controller
class UploadPages {
    private static final String OFFSET = "Upload-Offset";
    private static final String LENGTH = "Upload-Length";

    private final Cases cases;
    private final Uploads uploads;

    UploadPages(Cases cases, Uploads uploads) {
        this.cases = cases;
        this.uploads = uploads;
    }

    /** What the script needs to know of a file on its way. */
    record OnItsWay(UUID id, String name, long size, long received, String modified) {
        static OnItsWay of(OpenUpload upload) {
            return new OnItsWay(upload.id(), upload.name(), upload.size(), upload.received(), upload.modified());
        }
    }

    /** A sentence for the person. */
    record Sentence(String says) {}

    @GetMapping(path = "/cases/{id}/uploads", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<List<OnItsWay>> open(Actor actor, @PathVariable UUID id) {
        open(actor, id, cases);
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .body(uploads.open(actor, id).stream().map(OnItsWay::of).toList());
    }

    @PostMapping(path = "/cases/{id}/uploads", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> begin(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam String name,
            @RequestParam long size,
            @RequestParam(defaultValue = "") String modified,
            HttpServletRequest request) {
        open(actor, id, cases);
        return answer(uploads.begin(actor, id, name, size, modified), HttpStatus.CREATED, request);
    }

    /** Answers HEAD too. */
    @GetMapping(path = "/cases/{id}/uploads/{upload}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OnItsWay> find(Actor actor, @PathVariable UUID id, @PathVariable UUID upload) {
        return at(uploads.find(actor, id, upload).orElseThrow(ErrorPages.NotThere::new), HttpStatus.OK);
    }

    @PatchMapping(path = "/cases/{id}/uploads/{upload}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> append(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID upload,
            @RequestHeader(OFFSET) long offset,
            HttpServletRequest request)
            throws IOException {
        try (var bytes = request.getInputStream()) {
            return answer(uploads.append(actor, id, upload, offset, bytes), HttpStatus.OK, request);
        }
    }

    @PostMapping(path = "/cases/{id}/uploads/{upload}/finish", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Sentence> finish(
            Actor actor, @PathVariable UUID id, @PathVariable UUID upload, HttpServletRequest request) {
        var messages = Frames.messages(request);
        var receipt = uploads.finish(actor, id, upload).orElseThrow(ErrorPages.NotThere::new);
        return ResponseEntity.ok(new Sentence(messages.say(RecordsPages.message(receipt, messages))));
    }

    @PostMapping("/cases/{id}/uploads/{upload}/cancel")
    String cancel(Actor actor, @PathVariable UUID id, @PathVariable UUID upload, RedirectAttributes next) {
        if (!uploads.cancel(actor, id, upload)) {
            throw new ErrorPages.NotThere();
        }
        Frames.flash(next, Message.of("webrecords.upload.cancelled"));
        return "redirect:/cases/" + id + "/records";
    }

    private static void open(Actor actor, UUID id, Cases cases) {
        if (cases.find(actor, id).isEmpty()) {
            throw new ErrorPages.NotThere();
        }
    }

    private static ResponseEntity<?> answer(UploadStep step, HttpStatus fine, HttpServletRequest request) {
        return switch (step) {
            case UploadStep.At at -> at(at.upload(), fine);
            case UploadStep.WrongOffset wrong -> at(wrong.upload(), HttpStatus.CONFLICT);
            case UploadStep.NotFound missing -> throw new ErrorPages.NotThere();
            case UploadStep.Refused refused ->
                ResponseEntity.unprocessableContent()
                        .body(new Sentence(Frames.messages(request).say(refused.why())));
        };
    }

    private static ResponseEntity<OnItsWay> at(OpenUpload upload, HttpStatus status) {
        return ResponseEntity.status(status)
                .header("Cache-Control", "no-store")
                .header(OFFSET, Long.toString(upload.received()))
                .header(LENGTH, Long.toString(upload.size()))
                .body(OnItsWay.of(upload));
    }
}
