package org.consilium.records;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoteStore {
    /** A note as stored: what it says is encrypted. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Row(UUID id, String kind, byte[] content, UUID by, Instant at) {}

    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean add(Actor actor, UUID caseId, UUID id, String kind, byte[] content) {
        return jdbc.sql("""
                insert into records.note (case_id, note_id, kind, content, noted_by, noted)
                select seen.case_id, :id, :kind, :content, seen.person_id, clock_timestamp()
                from access.visible_case seen
                where seen.case_id = :caseId and seen.person_id = :actor and seen.may_write
                """)
                        .param("id", id)
                        .param("kind", kind)
                        .param("content", content)
                        .param("caseId", caseId)
                        .param("actor", actor.person())
                        .update()
                > 0;
    }

    /** In the order they were written. */
    List<Row> list(Actor actor, UUID caseId) {
        return jdbc.sql("""
                select note.note_id, note.kind, note.content, note.noted_by, note.noted
                from records.note
                join access.visible_case seen on seen.case_id = note.case_id and seen.person_id = :actor
                where note.case_id = :caseId
                order by note.noted, note.note_id
                limit 20000
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .query((row, number) -> new Row(
                        row.getObject("note_id", UUID.class),
                        row.getString("kind"),
                        row.getBytes("content"),
                        row.getObject("noted_by", UUID.class),
                        row.getObject("noted", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Notes are only ever added: their number tells whether there are new ones. */
    int count(Actor actor, UUID caseId) {
        return jdbc.sql("""
                select count(*)
                from records.note
                join access.visible_case seen on seen.case_id = note.case_id and seen.person_id = :actor
                where note.case_id = :caseId
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .query(Integer.class)
                .single();
    }
}
