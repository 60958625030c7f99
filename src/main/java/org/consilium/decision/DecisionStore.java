package org.consilium.decision;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DecisionStore {
    static final Kind<Preferences> PREFERENCES = new Kind<>("preferences", Preferences.class);
    static final Kind<ReadinessCheck> READINESS = new Kind<>("readiness", ReadinessCheck.class);
    static final Kind<DecisionRecord> DECISION = new Kind<>("decision", DecisionRecord.class);
    static final Kind<FollowUp> FOLLOW_UP = new Kind<>("follow-up", FollowUp.class);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    DecisionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A kind of entry: its word in the table, and what its content reads as. */
    record Kind<T>(String word, Class<T> type) {}

    /** False when the actor may not change this case. */
    <T> boolean add(Actor actor, UUID caseId, Kind<T> kind, UUID id, T content) {
        return jdbc.sql("""
                        insert into decision.entry (case_id, kind, entry_id, saved, saved_by, content)
                        select seen.case_id, :kind, :id, clock_timestamp(), seen.person_id, cast(:content as jsonb)
                        from access.visible_case seen
                        where seen.case_id = :case and seen.person_id = :actor and seen.may_write
                        """)
                        .param("kind", kind.word())
                        .param("id", id)
                        .param("content", JSON.writeValueAsString(content))
                        .param("case", caseId)
                        .param("actor", actor.person())
                        .update()
                == 1;
    }

    <T> Optional<T> newest(Actor actor, UUID caseId, Kind<T> kind) {
        return newest(actor, caseId, kind, 1).stream().findFirst();
    }

    <T> List<T> newest(Actor actor, UUID caseId, Kind<T> kind, int limit) {
        return jdbc.sql("""
                select kept.content
                from decision.entry kept
                join access.visible_case seen on seen.case_id = kept.case_id and seen.person_id = :actor
                where kept.case_id = :case and kept.kind = :kind
                order by kept.saved desc, kept.entry_id
                limit :limit
                """)
                .param("actor", actor.person())
                .param("case", caseId)
                .param("kind", kind.word())
                .param("limit", limit)
                .query((row, number) -> JSON.readValue(row.getString("content"), kind.type()))
                .list();
    }
}
