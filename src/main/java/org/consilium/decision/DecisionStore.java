package org.consilium.decision;

import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.vault.Vault;
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
    private final Vault vault;

    DecisionStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** A kind of entry: its word in the table, and what its content reads as. */
    record Kind<T>(String word, Class<T> type) {}

    /** False when the actor may not change this case. */
    <T> boolean add(Actor actor, UUID caseId, Kind<T> kind, UUID id, T content) {
        return jdbc.sql("""
                        insert into decision.entry (case_id, kind, entry_id, saved, saved_by, sealed)
                        select seen.case_id, :kind, :id, clock_timestamp(), seen.person_id, :sealed
                        from access.visible_case seen
                        where seen.case_id = :case and seen.person_id = :actor and seen.may_write
                        """)
                        .param("kind", kind.word())
                        .param("id", id)
                        .param("sealed", vault.seal(place(caseId, id), JSON.writeValueAsString(content)))
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
                select kept.entry_id, kept.content, kept.sealed
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
                .query((row, number) ->
                        JSON.readValue(words(caseId, row.getObject("entry_id", UUID.class), row), kind.type()))
                .list();
    }

    private static String place(UUID caseId, UUID id) {
        return "decision/" + caseId + "/" + id;
    }

    /** As JSON, from the sealed value or from what an earlier program stored in clear. */
    private String words(UUID caseId, UUID id, ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed");
        return sealed == null ? row.getString("content") : vault.words(place(caseId, id), sealed);
    }

    /** Seals, when the program starts, what an earlier program stored in clear. */
    @PostConstruct
    void sealAll() {
        for (var plain = plain(); !plain.isEmpty(); plain = plain()) {
            plain.forEach(this::seal);
        }
    }

    private record Plain(UUID caseId, UUID id, String words) {}

    private List<Plain> plain() {
        return jdbc.sql("""
                select case_id, entry_id, content
                from decision.entry
                where content is not null
                limit 100
                """)
                .query((row, number) -> new Plain(
                        row.getObject("case_id", UUID.class),
                        row.getObject("entry_id", UUID.class),
                        row.getString("content")))
                .list();
    }

    private void seal(Plain plain) {
        jdbc.sql("""
                update decision.entry set sealed = :sealed, content = null
                where case_id = :caseId and entry_id = :id and content is not null
                """)
                .param("sealed", vault.seal(place(plain.caseId(), plain.id()), plain.words()))
                .param("caseId", plain.caseId())
                .param("id", plain.id())
                .update();
    }
}
