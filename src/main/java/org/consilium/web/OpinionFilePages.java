package org.consilium.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.opinions.Opinions;
import org.consilium.opinions.Reviews;
import org.consilium.sharing.OpinionFhir;
import org.consilium.sharing.OpinionPdf;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** An opinion that leaves: as a FHIR document and on paper, in the person's language. */
@Controller
class OpinionFilePages {
    private static final MediaType FHIR = MediaType.parseMediaType("application/fhir+json");

    private final Opinions opinions;
    private final Reviews reviews;
    private final Desk desk;

    OpinionFilePages(Opinions opinions, Reviews reviews, Desk desk) {
        this.opinions = opinions;
        this.reviews = reviews;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/opinions/{opinion}/fhir")
    ResponseEntity<byte[]> fhir(
            Actor actor, @PathVariable UUID id, @PathVariable UUID opinion, HttpServletRequest request) {
        var messages = messages(actor, id, request);
        var document = OpinionFhir.write(whole(actor, id, opinion), reviews.checks(actor, id, opinion), messages);
        return file(FHIR, "opinion.fhir.json", document.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/cases/{id}/opinions/{opinion}/pdf")
    ResponseEntity<byte[]> pdf(
            Actor actor, @PathVariable UUID id, @PathVariable UUID opinion, HttpServletRequest request)
            throws IOException {
        var messages = messages(actor, id, request);
        var out = new ByteArrayOutputStream();
        OpinionPdf.write(whole(actor, id, opinion), reviews.checks(actor, id, opinion), messages, out);
        return file(MediaType.APPLICATION_PDF, "opinion.pdf", out.toByteArray());
    }

    private Messages messages(Actor actor, UUID id, HttpServletRequest request) {
        return desk.frame(request, desk.open(actor, id), Message.of("fhirdoc.title"))
                .messages();
    }

    private Draft whole(Actor actor, UUID id, UUID opinion) {
        return opinions.find(actor, id, opinion)
                .filter(filed -> filed.opinion().isPresent())
                .orElseThrow(ErrorPages.NotThere::new)
                .draft();
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(content);
    }
}
