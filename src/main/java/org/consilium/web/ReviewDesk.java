package org.consilium.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.opinions.Filed;
import org.consilium.opinions.Opinions;
import org.consilium.opinions.Review;
import org.consilium.opinions.Reviewer;
import org.consilium.opinions.Workbench;
import org.consilium.records.OpenedFile;
import org.consilium.records.Records;
import org.consilium.sharing.Packet;
import org.consilium.web.pages.Frame;
import org.springframework.stereotype.Component;

/**
 * The one way from a reviewer to a case: every page of the workbench takes what it shows from here, and here nothing leaves
 * that {@link Packet} and {@link Workbench} keep back.
 */
@Component
class ReviewDesk {
    private final Workbench workbench;
    private final Opinions opinions;
    private final Records records;
    private final Clock clock;

    ReviewDesk(Workbench workbench, Opinions opinions, Records records, Clock clock) {
        this.workbench = workbench;
        this.opinions = opinions;
        this.records = records;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @throws ErrorPages.Ended when the link has expired or was taken back */
    Review open(Reviewer reviewer) {
        return workbench.find(reviewer, now()).orElseThrow(ErrorPages.Ended::new);
    }

    Packet packet(Review review) {
        return Packet.of(
                review,
                records.caseFile(review.host(), review.caseId()),
                records.files(review.host(), review.caseId()),
                authors(review.host(), review.caseId()),
                closed -> records.without(review.host(), review.caseId(), closed, Packet::heeds));
    }

    /** The names of the doctors whose opinions are in a case. */
    List<String> authors(Actor host, UUID caseId) {
        return opinions.list(host, caseId).stream()
                .flatMap(filed -> filed.draft().answer("/author/name").stream())
                .toList();
    }

    /** @throws ErrorPages.NotThere when there is no such file, or it is kept back */
    OpenedFile file(Review review, String hash) {
        return packet(review)
                .file(hash)
                .flatMap(shown -> records.open(review.host(), review.caseId(), shown.hash()))
                .orElseThrow(ErrorPages.NotThere::new);
    }

    List<Filed> conclusions(Reviewer reviewer) {
        return workbench.conclusions(reviewer, now());
    }

    Frame frame(HttpServletRequest request, String title) {
        return Frames.of(request, Message.of(title), null, "/review");
    }
}
