package org.consilium.records;

import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may see and change a case, and its wrapped keys. */
@Repository
class KeyStore {
    private final JdbcClient jdbc;

    KeyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean sees(Actor actor, UUID caseId) {
        return jdbc.sql("""
                select exists (
                    select 1 from access.visible_case seen
                    where seen.case_id = :caseId and seen.person_id = :actor)
                """)
                .param("caseId", caseId)
                .param("actor", actor.person())
                .query(Boolean.class)
                .single();
    }

    boolean mayWrite(Actor actor, UUID caseId) {
        return jdbc.sql("""
                select exists (
                    select 1 from access.visible_case seen
                    where seen.case_id = :caseId and seen.person_id = :actor and seen.may_write)
                """)
                .param("caseId", caseId)
                .param("actor", actor.person())
                .query(Boolean.class)
                .single();
    }

    Optional<CaseKeys.Wrapped> caseKeys(Actor actor, UUID caseId) {
        return jdbc.sql("""
                select key.originals, key.readings, key.identities
                from records.case_key key
                join access.visible_case seen on seen.case_id = key.case_id and seen.person_id = :actor
                where key.case_id = :caseId
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .query((row, number) -> new CaseKeys.Wrapped(
                        row.getBytes("originals"), row.getBytes("readings"), row.getBytes("identities")))
                .optional();
    }

    /** Does nothing when the case has keys already. */
    void addCaseKeys(Actor actor, UUID caseId, CaseKeys.Wrapped keys) {
        jdbc.sql("""
                insert into records.case_key (case_id, originals, readings, identities, created)
                select seen.case_id, :originals, :readings, :identities, clock_timestamp()
                from access.visible_case seen
                where seen.case_id = :caseId and seen.person_id = :actor and seen.may_write
                on conflict (case_id) do nothing
                """)
                .param("originals", keys.originals())
                .param("readings", keys.readings())
                .param("identities", keys.identities())
                .param("caseId", caseId)
                .param("actor", actor.person())
                .update();
    }
}
