package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.audit.Actor;
import org.consilium.comparison.Comparison;
import org.consilium.decision.Decisions;
import org.consilium.decision.DoctorLetter;
import org.consilium.decision.StepLetters;
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

/** Letters to the doctors: about what was decided, and about what to do when opinions differ. */
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
                open.path() + "/decide/letters",
                Message.of("decision.letter.lede"),
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
        return text(letters, number, request);
    }

    /** What to write to each doctor when opinions differ, for one of the steps of the comparison. */
    @GetMapping("/cases/{id}/compare/letters/{wanted}")
    Object steps(Actor actor, @PathVariable UUID id, @PathVariable String wanted, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var letters = letters(actor, open, wanted);
        if (letters.isEmpty()) {
            return "redirect:" + open.path() + "/compare";
        }
        return Page.of(templates.letters(new LettersPage(
                desk.frame(request, open, Message.of("nextstep.letter.title." + wanted), open.path() + "/compare"),
                open.path() + "/compare/letters/" + wanted,
                Message.of("nextstep.letter.lede"),
                desk.today(),
                letters,
                List.of())));
    }

    @GetMapping("/cases/{id}/compare/letters/{wanted}/{number}.txt")
    ResponseEntity<byte[]> step(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String wanted,
            @PathVariable int number,
            HttpServletRequest request) {
        return text(letters(actor, desk.open(actor, id), wanted), number, request);
    }

    private List<DoctorLetter> letters(Actor actor, Desk.OpenCase open, String wanted) {
        var step = Arrays.stream(Comparison.Step.values())
                .filter(each -> each.word().equals(wanted))
                .findFirst()
                .orElseThrow(ErrorPages.NotThere::new);
        return comparing
                .compare(actor, open)
                .map(compared -> StepLetters.of(step, compared.comparison()))
                .orElse(List.of());
    }

    private ResponseEntity<byte[]> text(List<DoctorLetter> letters, int number, HttpServletRequest request) {
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
