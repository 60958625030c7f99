package org.consilium.opinions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What comes after a signature: why an opinion was changed, and what a second reviewer said about it. Only ever added. */
@Repository
class AfterStore {
    private final JdbcClient jdbc;
    private final SealedReview sealing;

    AfterStore(JdbcClient jdbc, SealedReview sealing) {
        this.jdbc = jdbc;
        this.sealing = sealing;
    }

    void addReason(Actor host, UUID caseId, UUID opinion, int version, String reason) {
        jdbc.sql("""
                insert into opinions.amendment (case_id, opinion_id, version, reason)
                select seen.case_id, :opinion, :version, :reason
                from access.visible_case seen
                where seen.case_id = :caseId and seen.person_id = :host and seen.may_write
                """)
                .param("opinion", opinion)
                .param("version", version)
                .param("reason", sealing.words(opinion, reason))
                .param("caseId", caseId)
                .param("host", host.person())
                .update();
    }

    /** By version; at most 1000. */
    Map<Integer, String> reasons(Actor actor, UUID caseId, UUID opinion) {
        var reasons = new LinkedHashMap<Integer, String>();
        jdbc.sql("""
                select amendment.version, amendment.reason
                from opinions.amendment
                join access.visible_case seen on seen.case_id = amendment.case_id and seen.person_id = :actor
                where amendment.case_id = :caseId and amendment.opinion_id = :opinion
                order by amendment.version
                limit 1000
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("opinion", opinion)
                .query((ResultSet row) -> {
                    var words = sealing.openWords(opinion, row.getBytes("reason"));
                    reasons.put(row.getInt("version"), words == null ? "" : words);
                });
        return reasons;
    }

    /** False when this review has given its check already, or the host may no longer change the case. */
    boolean addCheck(Review review, UUID opinion, PeerCheck check) {
        return jdbc.sql("""
                insert into opinions.peer_check (case_id, review_id, opinion_id, version, content, checked)
                select seen.case_id, :id, :opinion, :version, :content, :at
                from access.visible_case seen
                where seen.case_id = :caseId and seen.person_id = :host and seen.may_write
                on conflict (case_id, review_id) do nothing
                """)
                        .param("id", review.id())
                        .param("opinion", opinion)
                        .param("version", check.version())
                        .param("content", sealing.check(review.id(), check))
                        .param("at", at(check.at()))
                        .param("caseId", review.caseId())
                        .param("host", review.host().person())
                        .update()
                == 1;
    }

    /** The first given first; at most 100. */
    List<PeerCheck> checks(Actor actor, UUID caseId, UUID opinion) {
        return jdbc.sql("""
                select peer.review_id, peer.version, peer.content, peer.checked
                from opinions.peer_check peer
                join access.visible_case seen on seen.case_id = peer.case_id and seen.person_id = :actor
                where peer.case_id = :caseId and peer.opinion_id = :opinion
                order by peer.checked, peer.review_id
                limit 100
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("opinion", opinion)
                .query(this::check)
                .list();
    }

    private PeerCheck check(ResultSet row, int number) throws SQLException {
        return sealing.openCheck(
                row.getObject("review_id", UUID.class),
                row.getBytes("content"),
                row.getInt("version"),
                row.getObject("checked", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
