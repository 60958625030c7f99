package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.audit.Actor;
import org.consilium.decision.Decisions;
import org.consilium.decision.DoctorLetter;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.web.pages.LettersPage;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Letters to the doctors about what was decided. */
@Controller
class LetterPages {
    private final Templates templates;
    private final Decisions decisions;
    private final Comparing comparing;
    private final Desk desk;

    LetterPages(Templates templates, Decisions decisions, Comparing comparing, Desk desk) {
        this.templates = templates;
        this.decisions = decisions;
        this.comparing = comparing;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/decide/letters")
    Object letters(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var history = decisions.history(actor, id);
        var compared = comparing.compare(actor, open);
        if (history.isEmpty() || compared.isEmpty()) {
            return "redirect:" + open.path() + "/decide";
        }
        return Page.of(templates.letters(new LettersPage(
                desk.frame(request, open, Message.of("decision.letter.title"), open.path() + "/decide"),
                id,
                desk.today(),
                DoctorLetter.of(compared.get().comparison(), history.getFirst()),
                history.subList(1, history.size()))));
    }

    /** One letter as plain text, to paste into a portal or a mail. */
    @GetMapping("/cases/{id}/decide/letters/{number}.txt")
    ResponseEntity<byte[]> text(
            Actor actor, @PathVariable UUID id, @PathVariable int number, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var decision = decisions.decision(actor, id).orElseThrow(ErrorPages.NotThere::new);
        var letters = comparing
                .compare(actor, open)
                .map(compared -> DoctorLetter.of(compared.comparison(), decision))
                .orElseThrow(ErrorPages.NotThere::new);
        if (number < 1 || number > letters.size()) {
            throw new ErrorPages.NotThere();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("consilium-letter-" + number + ".txt")
                                .build()
                                .toString())
                .body(plain(letters.get(number - 1), Frames.messages(request)).getBytes(StandardCharsets.UTF_8));
    }

    private String plain(DoctorLetter letter, Messages messages) {
        return letter.paragraphs().stream()
                .map(messages::say)
                .collect(Collectors.joining("\r\n\r\n", messages.day(desk.today()) + "\r\n\r\n", "\r\n"));
    }
}
