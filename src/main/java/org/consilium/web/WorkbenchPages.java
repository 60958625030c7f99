package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.language.Messages;
import org.consilium.opinions.Filed;
import org.consilium.opinions.Review;
import org.consilium.opinions.Reviewer;
import org.consilium.sharing.Packet;
import org.consilium.web.pages.OpinionPage;
import org.consilium.web.pages.ReviewFirstPage;
import org.consilium.web.pages.ReviewPage;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a reviewer reads: the packet, its files, and, once committed, what others concluded. */
@Controller
class WorkbenchPages {
    private static final int MOST_OF_A_KIND = 300;

    private final Templates templates;
    private final ReviewDesk desk;

    WorkbenchPages(Templates templates, ReviewDesk desk) {
        this.templates = templates;
        this.desk = desk;
    }

    @GetMapping("/review")
    Page packet(Reviewer reviewer, HttpServletRequest request) {
        var review = desk.open(reviewer);
        var frame = desk.frame(request, "workbench.packet.title");
        var packet = desk.packet(review);
        return Page.of(templates.review(new ReviewPage(
                new org.consilium.web.pages.Frame(
                        frame.messages(), frame.title(), frame.csrf(), frame.path(), frame.flash(), null, null),
                review,
                kinds(packet, frame.messages()),
                packet.files().stream()
                        .map(file -> new ReviewPage.File(file.hash(), file.name()))
                        .toList(),
                packet.filesKeptBack(),
                packet.factsKeptBack(),
                review.kind() == Review.Kind.PEER ? read(desk.conclusions(reviewer), frame.messages()) : List.of())));
    }

    private static List<ReviewPage.Kind> kinds(Packet packet, Messages messages) {
        return Arrays.stream(FactKind.values())
                .map(kind -> {
                    var facts = packet.facts().stream()
                            .filter(fact -> fact.kind() == kind)
                            .toList();
                    return new ReviewPage.Kind(
                            messages.say("web.kind." + kind.word()),
                            facts.stream()
                                    .limit(MOST_OF_A_KIND)
                                    .map(fact -> row(fact, messages))
                                    .toList(),
                            Math.max(0, facts.size() - MOST_OF_A_KIND));
                })
                .filter(kind -> !kind.facts().isEmpty())
                .toList();
    }

    private static ReviewPage.Row row(Fact fact, Messages messages) {
        return new ReviewPage.Row(
                FactWords.when(fact.date(), messages),
                FactNames.of(fact, messages.locale()),
                FactWords.value(fact),
                FactWords.status(fact, messages),
                fact.detail(Detail.NARRATIVE).orElse(""));
    }

    /** The bytes of a file, always as a download; one that is kept back is not there. */
    @GetMapping("/review/files/{hash}")
    ResponseEntity<InputStreamResource> file(Reviewer reviewer, @PathVariable String hash) {
        var opened = desk.file(desk.open(reviewer), hash);
        var disposition = ContentDisposition.attachment()
                .filename(opened.file().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new InputStreamResource(opened.bytes()));
    }

    /** What others concluded, beside one's own first read; before that is stored, the way back to the packet. */
    @GetMapping("/review/first")
    Object first(Reviewer reviewer, HttpServletRequest request) {
        var review = desk.open(reviewer);
        if (review.isBlind() || review.kind() == Review.Kind.PEER) {
            return "redirect:/review";
        }
        var frame = desk.frame(request, "workbench.first.title");
        var committed = review.committed();
        return Page.of(templates.reviewFirst(new ReviewFirstPage(
                frame,
                committed,
                review.openQuestions(),
                committed == null ? List.of() : new OpinionForm(committed.draft(), frame.messages()).parts(),
                read(desk.conclusions(reviewer), frame.messages()))));
    }

    private static List<ReviewFirstPage.Read> read(List<Filed> conclusions, Messages messages) {
        return conclusions.stream()
                .map(filed -> new ReviewFirstPage.Read(
                        filed.draft().answer("/author/name").orElse(""),
                        filed.draft().answer("/author/specialty").orElse(""),
                        filled(new OpinionForm(filed.draft(), messages).parts())))
                .toList();
    }

    private static List<OpinionPage.Part> filled(List<OpinionPage.Part> parts) {
        return parts.stream().filter(part -> !part.answers().isEmpty()).toList();
    }
}
