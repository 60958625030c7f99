package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.opinions.Filed;
import org.consilium.opinions.OpinionJson;
import org.consilium.opinions.Opinions;
import org.consilium.opinions.Review;
import org.consilium.opinions.Reviews;
import org.consilium.sharing.OpinionDocument;
import org.consilium.web.pages.Frame;
import org.consilium.web.pages.OpinionHistoryPage;
import org.consilium.web.pages.OpinionPage;
import org.consilium.web.pages.OpinionVersionPage;
import org.consilium.web.pages.VerifyPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** How an opinion came to be: its signatures, its earlier forms and why they changed, the first read, and what peers said. */
@Controller
class OpinionHistoryPages {
    private final Templates templates;
    private final Opinions opinions;
    private final Reviews reviews;
    private final Desk desk;

    OpinionHistoryPages(Templates templates, Opinions opinions, Reviews reviews, Desk desk) {
        this.templates = templates;
        this.opinions = opinions;
        this.reviews = reviews;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/opinions/{opinion}/history")
    Page history(Actor actor, @PathVariable UUID id, @PathVariable UUID opinion, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var now = opinions.find(actor, id, opinion).orElseThrow(ErrorPages.NotThere::new);
        var frame =
                desk.frame(request, open, Message.of("workbench.history.title"), open.path() + "/opinions/" + opinion);
        var reasons = reviews.reasons(actor, id, opinion);
        var versions = opinions.history(actor, id, opinion).stream()
                .filter(Filed::finished)
                .map(filed -> new OpinionHistoryPage.Row(
                        filed.version(),
                        filed.version() == now.version(),
                        when(filed.written(), frame.messages()),
                        reasons.getOrDefault(filed.version(), ""),
                        SignatureWords.of(filed.draft(), frame.messages())))
                .toList();
        var checks = reviews.checks(actor, id, opinion).stream()
                .map(check -> new OpinionHistoryPage.Check(
                        check.name(),
                        check.agrees(),
                        check.comment(),
                        check.version(),
                        when(check.at(), frame.messages())))
                .toList();
        var first = reviews.firstRead(actor, id, opinion)
                .map(committed -> first(committed, frame.messages()))
                .orElse(null);
        return Page.of(templates.opinionHistory(new OpinionHistoryPage(frame, id, opinion, versions, checks, first)));
    }

    private static OpinionHistoryPage.First first(Review.Commitment committed, Messages messages) {
        return new OpinionHistoryPage.First(
                when(committed.at(), messages), committed.hash(), filled(committed.draft(), messages));
    }

    private static String when(Instant at, Messages messages) {
        var local = at.atZone(ZoneId.systemDefault());
        return messages.day(local.toLocalDate()) + ", " + "%02d:%02d".formatted(local.getHour(), local.getMinute());
    }

    /** An earlier form, to read. */
    @GetMapping("/cases/{id}/opinions/{opinion}/history/{version}")
    Page version(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID opinion,
            @PathVariable int version,
            HttpServletRequest request) {
        var open = desk.open(actor, id);
        var filed = opinions.history(actor, id, opinion).stream()
                .filter(each -> each.version() == version && each.finished())
                .findFirst()
                .orElseThrow(ErrorPages.NotThere::new);
        var frame = desk.frame(
                request,
                open,
                Message.of("workbench.version.title", version),
                open.path() + "/opinions/" + opinion + "/history");
        return Page.of(templates.opinionVersion(new OpinionVersionPage(
                frame, SignatureWords.of(filed.draft(), frame.messages()), filled(filed.draft(), frame.messages()))));
    }

    @GetMapping("/verify")
    Page verify(HttpServletRequest request) {
        return Page.of(templates.verify(
                new VerifyPage(Frames.of(request, Message.of("workbench.verify.title"), null, "/"), null, "")));
    }

    /** Says of a file whether it is an opinion and still as it was signed; nothing of it is kept. */
    @PostMapping("/verify")
    Page verify(@RequestParam("file") MultipartFile file, HttpServletRequest request) throws IOException {
        var frame = Frames.of(request, Message.of("workbench.verify.title"), null, "/");
        try (var in = file.getInputStream()) {
            var bytes = in.readNBytes(OpinionDocument.LARGEST + 1);
            return switch (OpinionDocument.read(bytes)) {
                case OpinionDocument.Reading.Whole(var draft) -> verified(frame, draft, bytes);
                case OpinionDocument.Reading.Refused(var why) -> unusable(frame, why);
                case OpinionDocument.Reading.NotFhir other -> verified(frame, null, bytes);
            };
        }
    }

    private Page verified(Frame frame, @Nullable Draft fromFhir, byte[] bytes) {
        return switch (fromFhir == null ? OpinionJson.read(bytes) : fromFhir.finish()) {
            case OpinionJson.Reading.Rejected(var problems) ->
                unusable(frame, problems.getFirst().text());
            case OpinionJson.Reading.Parsed parsed ->
                Page.of(templates.verify(new VerifyPage(
                        frame,
                        SignatureWords.of(fromFhir == null ? Draft.ofWhole(bytes) : fromFhir, frame.messages()),
                        parsed.opinion().author().name())));
        };
    }

    private Page unusable(Frame frame, Message why) {
        return new Page(templates.verify(new VerifyPage(frame, null, frame.say(why))), 422);
    }

    /** The parts that say something. */
    private static List<OpinionPage.Part> filled(Draft draft, Messages messages) {
        return new OpinionForm(draft, messages)
                .parts().stream().filter(part -> !part.answers().isEmpty()).toList();
    }
}
