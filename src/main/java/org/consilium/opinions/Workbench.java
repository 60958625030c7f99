package org.consilium.opinions;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.audit.Action;
import org.consilium.audit.AuditTrail;
import org.consilium.language.Message;
import org.consilium.opinions.OpinionJson.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a reviewer writes an opinion. A blinded review has an order that nothing goes around: read the packet, commit to a
 * diagnosis and a plan, see what others concluded, keep or change, sign. Both readings are stored.
 */
@Service
public class Workbench {
    private static final String KNEW = "/basis/knewFirstOpinion";

    private final ReviewStore store;
    private final AfterStore after;
    private final OpinionStore opinions;
    private final AuthorKeys keys;
    private final AuditTrail trail;

    Workbench(ReviewStore store, AfterStore after, OpinionStore opinions, AuthorKeys keys, AuditTrail trail) {
        this.store = store;
        this.after = after;
        this.opinions = opinions;
        this.keys = keys;
        this.trail = trail;
    }

    /** The review of this reviewer; empty when the link has ended. */
    @Transactional(readOnly = true)
    public Optional<Review> find(Reviewer reviewer, Instant now) {
        return store.find(reviewer, now);
    }

    /** What others concluded: nothing at all while the review is blind. A peer sees the one opinion to check. */
    @Transactional(readOnly = true)
    public List<Filed> conclusions(Reviewer reviewer, Instant now) {
        var review = store.find(reviewer, now);
        if (review.isEmpty() || review.get().isBlind()) {
            return List.of();
        }
        var own = review.get().opinion();
        var peer = review.get().kind() == Review.Kind.PEER;
        return opinions.list(review.get().host(), review.get().caseId()).stream()
                .filter(filed -> filed.finished() && !filed.removed())
                .filter(filed -> filed.id().equals(own) == peer)
                .toList();
    }

    /** The opinion this reviewer signed, as it stands. */
    @Transactional(readOnly = true)
    public Optional<Filed> signed(Reviewer reviewer, Instant now) {
        return store.find(reviewer, now)
                .filter(review -> review.kind() == Review.Kind.OPINION)
                .flatMap(review -> Optional.ofNullable(review.opinion())
                        .flatMap(id -> opinions.find(review.host(), review.caseId(), id)));
    }

    /** Keeps what was typed so far. */
    @Transactional
    public ReviewStep save(Reviewer reviewer, Draft draft, Instant now) {
        return step(
                reviewer,
                now,
                review -> review.kind() != Review.Kind.OPINION || review.isSigned()
                        ? new ReviewStep.NotNow()
                        : write(with(review, draft, review.opinion(), review.amending())));
    }

    /** Stores what the reviewer concludes now, for good; only then is the first opinion shown. */
    @Transactional
    public ReviewStep commit(Reviewer reviewer, Instant now) {
        return step(reviewer, now, review -> {
            if (!review.isBlind()) {
                return new ReviewStep.NotNow();
            }
            var draft = review.draft().with(KNEW, "false");
            var problems = WholeOpinion.problems(draft);
            if (!problems.isEmpty()) {
                return new ReviewStep.Incomplete(problems);
            }
            store.commit(review, new Review.Commitment(draft, OpinionSignature.hash(draft), now));
            trail.record(
                    reviewer.actor(),
                    review.caseId(),
                    Action.REVIEW_COMMITTED,
                    review.id().toString());
            return new ReviewStep.Done(store.find(reviewer, now).orElseThrow());
        });
    }

    /** Signs the opinion with the reviewer's key and files it in the case. */
    @Transactional
    public ReviewStep sign(Reviewer reviewer, Instant now) {
        return step(reviewer, now, review -> {
            if (review.kind() != Review.Kind.OPINION || review.isBlind() || review.isSigned()) {
                return new ReviewStep.NotNow();
            }
            var problems = new ArrayList<>(WholeOpinion.problems(review.draft()));
            if (review.draft().answer("/conflictOfInterest").isEmpty()) {
                problems.add(new Problem("/conflictOfInterest", Message.of("workbench.problem.conflict")));
            }
            return problems.isEmpty() ? file(reviewer, review, now) : new ReviewStep.Incomplete(problems);
        });
    }

    private ReviewStep file(Reviewer reviewer, Review review, Instant now) {
        var earlier = review.opinion();
        var id = earlier == null ? UUID.randomUUID() : earlier;
        var draft = review.draft().with("/id", id.toString()).with(KNEW, String.valueOf(knew(review)));
        var signed = OpinionSignature.sign(draft, keys.of(reviewer.actor()), now);
        var there = earlier == null
                ? opinions.add(review.host(), review.caseId(), id)
                : opinions.lock(review.host(), review.caseId(), id);
        if (!there) {
            return new ReviewStep.NotNow();
        }
        opinions.addVersion(review.host(), review.caseId(), id, signed.json().getBytes(StandardCharsets.UTF_8), true);
        var reason = review.amending();
        if (reason != null) {
            var version = opinions.find(review.host(), review.caseId(), id)
                    .orElseThrow()
                    .version();
            after.addReason(review.host(), review.caseId(), id, version, reason);
        }
        var action = reason == null ? Action.OPINION_SIGNED : Action.OPINION_AMENDED;
        trail.record(reviewer.actor(), review.caseId(), action, id.toString());
        return write(with(review, draft, id, null));
    }

    /** False for what was concluded before the first opinion was shown and stayed as it was. */
    private boolean knew(Review review) {
        var first = review.committed();
        if (first != null) {
            return !WholeOpinion.sameConclusion(first.draft(), review.draft());
        }
        return opinions.list(review.host(), review.caseId()).stream()
                .anyMatch(filed ->
                        filed.finished() && !filed.removed() && !filed.id().equals(review.opinion()));
    }

    /** Opens the signed opinion again, for a reason; the signed one stays readable. */
    @Transactional
    public ReviewStep amend(Reviewer reviewer, String reason, Instant now) {
        return step(reviewer, now, review -> {
            if (!review.isSigned()) {
                return new ReviewStep.NotNow();
            }
            if (reason.isBlank() || reason.length() > NewReview.LONGEST_TEXT) {
                return new ReviewStep.Incomplete(
                        List.of(new Problem("/reason", Message.of("workbench.problem.reason"))));
            }
            return write(with(review, review.draft(), review.opinion(), reason.strip()));
        });
    }

    /** What a second reviewer says; the opinion's text stays as it is. Once per link. */
    @Transactional
    public ReviewStep check(Reviewer reviewer, String name, boolean agrees, String comment, Instant now) {
        return step(reviewer, now, review -> {
            var opinion = review.opinion();
            if (review.kind() != Review.Kind.PEER || opinion == null) {
                return new ReviewStep.NotNow();
            }
            if (name.isBlank() || name.length() > 200 || comment.length() > NewReview.LONGEST_TEXT) {
                return new ReviewStep.Incomplete(List.of(new Problem("/name", Message.of("workbench.problem.name"))));
            }
            var looked = opinions.find(review.host(), review.caseId(), opinion);
            if (looked.isEmpty()) {
                return new ReviewStep.NotNow();
            }
            var said = new PeerCheck(
                    name.strip(), agrees, comment.strip(), looked.get().version(), now);
            if (!after.addCheck(review, opinion, said)) {
                return new ReviewStep.NotNow();
            }
            trail.record(reviewer.actor(), review.caseId(), Action.OPINION_CHECKED, opinion.toString());
            return new ReviewStep.Done(review);
        });
    }

    private ReviewStep step(Reviewer reviewer, Instant now, Function<Review, ReviewStep> act) {
        return store.hold(reviewer, now)
                ? store.find(reviewer, now).map(act).orElseGet(ReviewStep.NotNow::new)
                : new ReviewStep.NotNow();
    }

    private ReviewStep write(Review review) {
        store.write(review);
        return new ReviewStep.Done(review);
    }

    private static Review with(
            Review review,
            Draft draft,
            @org.jspecify.annotations.Nullable UUID opinion,
            @org.jspecify.annotations.Nullable String amending) {
        return new Review(
                review.caseId(),
                review.id(),
                review.kind(),
                review.host(),
                review.asked(),
                review.blinded(),
                opinion,
                draft,
                review.committed(),
                amending,
                review.link());
    }
}
