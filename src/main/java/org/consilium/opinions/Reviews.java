package org.consilium.opinions;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands a case to a reviewer by a link, and takes it back. The link is a key of 256 random bits, shown once; only its hash is
 * kept. It works for a time and a number of uses, for one case, and for nothing but reviewing it.
 */
@Service
public class Reviews {
    private final ReviewStore store;
    private final AfterStore after;
    private final Opinions opinions;
    private final AuditTrail trail;
    private final SecureRandom random = new SecureRandom();

    Reviews(ReviewStore store, AfterStore after, Opinions opinions, AuditTrail trail) {
        this.store = store;
        this.after = after;
        this.opinions = opinions;
        this.trail = trail;
    }

    /** A review and the key that opens it. Never logged: its words hide the key. */
    public record Invited(Review review, String token) {
        @Override
        public String toString() {
            return "Invited[" + review.id() + "]";
        }
    }

    /** Empty when this actor may not change the case, or there is no signed or finished opinion to check. */
    @Transactional
    public Optional<Invited> invite(Actor host, UUID caseId, NewReview wanted, Instant now) {
        var peerOf = wanted.peerOf();
        if (peerOf != null
                && opinions.find(host, caseId, peerOf).filter(Filed::finished).isEmpty()) {
            return Optional.empty();
        }
        var review = new Review(
                caseId,
                UUID.randomUUID(),
                peerOf == null ? Review.Kind.OPINION : Review.Kind.PEER,
                host,
                wanted.asked(),
                peerOf == null && wanted.blinded(),
                peerOf,
                begun(wanted.asked().who()),
                null,
                null,
                new Review.Link(now, now.plus(wanted.validFor()), null, 0, wanted.mostUses()));
        var token = token();
        if (!store.add(review, new Actor(UUID.randomUUID()), hash(token))) {
            return Optional.empty();
        }
        trail.record(host, caseId, Action.REVIEW_INVITED, review.id().toString());
        return Optional.of(new Invited(review, token));
    }

    private static Draft begun(String who) {
        return Draft.EMPTY.with("/author/name", who);
    }

    /** The newest first; 200 at most. */
    @Transactional(readOnly = true)
    public List<Review> list(Actor host, UUID caseId) {
        return store.list(host, caseId);
    }

    /** From now on the link opens nothing, also for who is already in. */
    @Transactional
    public boolean revoke(Actor host, UUID caseId, UUID id) {
        var done = store.revoke(host, caseId, id);
        if (done) {
            trail.record(host, caseId, Action.REVIEW_REVOKED, id.toString());
        }
        return done;
    }

    /** Whether {@link #enter} would let somebody in; counts nothing. */
    @Transactional(readOnly = true)
    public boolean opens(String token, Instant now) {
        return store.byToken(hash(token), now).isPresent();
    }

    /** Lets in whoever has the key of a link that still works, and counts the use. */
    @Transactional
    public Optional<Reviewer> enter(String token, Instant now) {
        var found = store.byToken(hash(token), now).filter(store::use);
        found.ifPresent(reviewer -> trail.record(
                reviewer.actor(),
                reviewer.caseId(),
                Action.REVIEW_OPENED,
                reviewer.review().toString()));
        return found;
    }

    /** Why each further version of a signed opinion was made, by version. */
    @Transactional(readOnly = true)
    public Map<Integer, String> reasons(Actor actor, UUID caseId, UUID opinion) {
        return after.reasons(actor, caseId, opinion);
    }

    /** What second reviewers said about an opinion, the first given first. */
    @Transactional(readOnly = true)
    public List<PeerCheck> checks(Actor actor, UUID caseId, UUID opinion) {
        return after.checks(actor, caseId, opinion);
    }

    /** What the author of this opinion concluded before seeing the first one; absent when the opinion was no blinded review. */
    @Transactional(readOnly = true)
    public Optional<Review.Commitment> firstRead(Actor actor, UUID caseId, UUID opinion) {
        return store.list(actor, caseId).stream()
                .filter(review -> review.kind() == Review.Kind.OPINION && opinion.equals(review.opinion()))
                .map(Reviews::committed)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Review.Commitment> committed(Review review) {
        final Review.@Nullable Commitment committed = review.committed();
        return Optional.ofNullable(committed);
    }

    private String token() {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
