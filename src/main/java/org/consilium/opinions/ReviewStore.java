package org.consilium.opinions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of reviews. A host reaches them by membership, a reviewer by being the reviewer of a link that still works. */
@Repository
class ReviewStore {
    private final JdbcClient jdbc;
    private final SealedReview sealing;

    ReviewStore(JdbcClient jdbc, SealedReview sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    /** False when the host may not change the case. */
    boolean add(Review review, Actor reviewer, String tokenHash) {
        return jdbc.sql("""
                insert into opinions.review (case_id, review_id, kind, host, reviewer, token_hash, blinded, about, draft,
                    opinion_id, most_uses, created, expires)
                select seen.case_id, :id, :kind, seen.person_id, :reviewer, :tokenHash, :blinded, :about, :draft,
                    :opinion, :mostUses, :created, :expires
                from access.visible_case seen
                where seen.case_id = :caseId and seen.person_id = :host and seen.may_write
                """)
                        .param("id", review.id())
                        .param("kind", SealedReview.word(review.kind()))
                        .param("reviewer", reviewer.person())
                        .param("tokenHash", tokenHash)
                        .param("blinded", review.blinded())
                        .param("about", sealing.asked(review.id(), review.asked()))
                        .param("draft", sealing.draft(review.id(), review.draft()))
                        .param("opinion", review.opinion())
                        .param("mostUses", review.link().mostUses())
                        .param("created", at(review.link().created()))
                        .param("expires", at(review.link().expires()))
                        .param("caseId", review.caseId())
                        .param("host", review.host().person())
                        .update()
                == 1;
    }

    List<Review> list(Actor host, UUID caseId) {
        return jdbc.sql("""
                select review.case_id, review.review_id, review.kind, review.host, review.blinded, review.about,
                    review.draft, review.opinion_id, review.amending, review.uses, review.most_uses, review.created,
                    review.expires, review.revoked, first.document, first.hash, first.committed
                from opinions.review
                join access.visible_case seen on seen.case_id = review.case_id and seen.person_id = :host
                left join opinions.commitment first
                    on first.case_id = review.case_id and first.review_id = review.review_id
                where review.case_id = :caseId
                order by review.created desc, review.review_id
                limit 200
                """)
                .param("host", host.person())
                .param("caseId", caseId)
                .query(this::review)
                .list();
    }

    boolean revoke(Actor host, UUID caseId, UUID id) {
        return jdbc.sql("""
                update opinions.review set revoked = clock_timestamp()
                from access.visible_case seen
                where review.case_id = :caseId and review.review_id = :id and review.revoked is null
                    and seen.case_id = review.case_id and seen.person_id = :host and seen.may_write
                """)
                        .param("host", host.person())
                        .param("caseId", caseId)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whom a link lets in; counts nothing. */
    Optional<Reviewer> byToken(String tokenHash, Instant now) {
        return jdbc.sql("""
                select review.case_id, review.review_id, review.reviewer
                from opinions.review
                where review.token_hash = :tokenHash and review.revoked is null and review.expires > :now
                    and review.uses < review.most_uses
                """)
                .param("tokenHash", tokenHash)
                .param("now", at(now))
                .query((row, number) -> new Reviewer(
                        row.getObject("case_id", UUID.class),
                        row.getObject("review_id", UUID.class),
                        new Actor(row.getObject("reviewer", UUID.class))))
                .optional();
    }

    /** Counts one more use; false when there is none left. */
    boolean use(Reviewer reviewer) {
        return jdbc.sql("""
                update opinions.review set uses = uses + 1
                where case_id = :caseId and review_id = :id and reviewer = :reviewer and uses < most_uses
                """)
                        .param("caseId", reviewer.caseId())
                        .param("id", reviewer.review())
                        .param("reviewer", reviewer.actor().person())
                        .update()
                == 1;
    }

    /** The review of this reviewer, as long as the link works; held until the transaction ends. */
    boolean hold(Reviewer reviewer, Instant now) {
        return jdbc.sql("""
                select 1 from opinions.review
                where case_id = :caseId and review_id = :id and reviewer = :reviewer
                    and revoked is null and expires > :now
                for update
                """)
                .param("caseId", reviewer.caseId())
                .param("id", reviewer.review())
                .param("reviewer", reviewer.actor().person())
                .param("now", at(now))
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The review of this reviewer, as long as the link works and its host may see the case. */
    Optional<Review> find(Reviewer reviewer, Instant now) {
        return jdbc.sql("""
                select review.case_id, review.review_id, review.kind, review.host, review.blinded, review.about,
                    review.draft, review.opinion_id, review.amending, review.uses, review.most_uses, review.created,
                    review.expires, review.revoked, first.document, first.hash, first.committed
                from opinions.review
                join access.visible_case seen on seen.case_id = review.case_id and seen.person_id = review.host
                left join opinions.commitment first
                    on first.case_id = review.case_id and first.review_id = review.review_id
                where review.case_id = :caseId and review.review_id = :id and review.reviewer = :reviewer
                    and review.revoked is null and review.expires > :now
                """)
                .param("caseId", reviewer.caseId())
                .param("id", reviewer.review())
                .param("reviewer", reviewer.actor().person())
                .param("now", at(now))
                .query(this::review)
                .optional();
    }

    void write(Review review) {
        jdbc.sql("""
                update opinions.review set draft = :draft, opinion_id = :opinion, amending = :amending
                where case_id = :caseId and review_id = :id and revoked is null
                """)
                .param("draft", sealing.draft(review.id(), review.draft()))
                .param("opinion", review.opinion())
                .param("amending", sealing.words(review.id(), review.amending()))
                .param("caseId", review.caseId())
                .param("id", review.id())
                .update();
    }

    void commit(Review review, Review.Commitment first) {
        jdbc.sql("""
                insert into opinions.commitment (case_id, review_id, document, hash, committed)
                values (:caseId, :id, :document, :hash, :at)
                """)
                .param("caseId", review.caseId())
                .param("id", review.id())
                .param("document", sealing.draft(review.id(), first.draft()))
                .param("hash", first.hash())
                .param("at", at(first.at()))
                .update();
    }

    private Review review(ResultSet row, int number) throws SQLException {
        var id = row.getObject("review_id", UUID.class);
        var committed = instant(row, "committed");
        return new Review(
                row.getObject("case_id", UUID.class),
                id,
                SealedReview.kind(row.getString("kind")),
                new Actor(row.getObject("host", UUID.class)),
                sealing.openAsked(id, row.getBytes("about")),
                row.getBoolean("blinded"),
                row.getObject("opinion_id", UUID.class),
                sealing.openDraft(id, row.getBytes("draft")),
                committed == null
                        ? null
                        : new Review.Commitment(
                                sealing.openDraft(id, row.getBytes("document")), row.getString("hash"), committed),
                sealing.openWords(id, row.getBytes("amending")),
                new Review.Link(
                        row.getObject("created", OffsetDateTime.class).toInstant(),
                        row.getObject("expires", OffsetDateTime.class).toInstant(),
                        instant(row, "revoked"),
                        row.getInt("uses"),
                        row.getInt("most_uses")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
