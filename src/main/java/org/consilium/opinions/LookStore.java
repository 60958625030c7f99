package org.consilium.opinions;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LookStore {
    private final JdbcClient jdbc;

    LookStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Seen(UUID opinion, int version, Instant at) {}

    /** In the order of the opinions' ids; 100 at most. */
    List<Seen> of(Actor actor, UUID caseId) {
        return jdbc.sql("""
                select looked.opinion_id, looked.version, looked.looked
                from opinions.looked
                join access.visible_case seen
                    on seen.case_id = looked.case_id and seen.person_id = looked.person_id
                where looked.case_id = :caseId and looked.person_id = :actor
                order by looked.opinion_id
                limit 100
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .query((row, number) -> new Seen(
                        row.getObject("opinion_id", UUID.class),
                        row.getInt("version"),
                        row.getObject("looked", OffsetDateTime.class).toInstant()))
                .list();
    }

    void forget(Actor actor, UUID caseId) {
        jdbc.sql("""
                delete from opinions.looked
                using access.visible_case seen
                where looked.case_id = :caseId and looked.person_id = :actor
                    and seen.case_id = looked.case_id and seen.person_id = looked.person_id
                """).param("actor", actor.person()).param("caseId", caseId).update();
    }

    void add(Actor actor, UUID caseId, UUID opinion, int version) {
        jdbc.sql("""
                insert into opinions.looked (case_id, person_id, opinion_id, version, looked)
                select seen.case_id, seen.person_id, :opinion, :version, clock_timestamp()
                from access.visible_case seen
                where seen.case_id = :caseId and seen.person_id = :actor
                on conflict (case_id, person_id, opinion_id) do nothing
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("opinion", opinion)
                .param("version", version)
                .update();
    }
}
