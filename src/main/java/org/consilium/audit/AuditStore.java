package org.consilium.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AuditStore {
    private final JdbcClient jdbc;

    AuditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends, for this case only. */
    void lock(UUID caseId) {
        jdbc.sql("""
                select 1 from (select pg_advisory_xact_lock(hashtextextended(:caseId::text, 1)))
                """).param("caseId", caseId).query(Integer.class).single();
    }

    Optional<Entry> last(UUID caseId) {
        return jdbc.sql("""
                select case_id, seq, at, actor, action, subject, previous, hash
                from audit.entry
                where case_id = :caseId
                order by seq desc
                limit 1
                """).param("caseId", caseId).query(AuditStore::entry).optional();
    }

    /** Entries of one case by one actor. */
    void add(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into audit.entry (case_id, seq, at, actor, action, subject, previous, hash)
                select :caseId, made.seq, made.at, :actor, made.action, made.subject, made.previous, made.hash
                from unnest(:seq::bigint[], :at::text[]::timestamptz[], :action::text[], :subject::text[],
                    :previous::text[], :hash::text[])
                    as made (seq, at, action, subject, previous, hash)
                """)
                .param("caseId", entries.getFirst().caseId())
                .param("actor", entries.getFirst().actor())
                .param("seq", entries.stream().map(Entry::seq).toArray(Long[]::new))
                .param("at", entries.stream().map(it -> it.at().toString()).toArray(String[]::new))
                .param("action", entries.stream().map(it -> it.action().word()).toArray(String[]::new))
                .param("subject", entries.stream().map(Entry::subject).toArray(String[]::new))
                .param("previous", entries.stream().map(Entry::previous).toArray(String[]::new))
                .param("hash", entries.stream().map(Entry::hash).toArray(String[]::new))
                .update();
    }

    List<Entry> visible(Actor actor, UUID caseId, int limit, long beforeSeq) {
        return jdbc.sql("""
                select entry.case_id, entry.seq, entry.at, entry.actor, entry.action, entry.subject,
                    entry.previous, entry.hash
                from audit.entry
                join access.visible_case seen on seen.case_id = entry.case_id and seen.person_id = :actor
                where entry.case_id = :caseId and entry.seq < :beforeSeq
                order by entry.seq desc
                limit :limit
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("beforeSeq", beforeSeq)
                .param("limit", limit)
                .query(AuditStore::entry)
                .list();
    }

    List<Entry> after(UUID caseId, long seq, int limit) {
        return jdbc.sql("""
                select case_id, seq, at, actor, action, subject, previous, hash
                from audit.entry
                where case_id = :caseId and seq > :seq
                order by seq
                limit :limit
                """)
                .param("caseId", caseId)
                .param("seq", seq)
                .param("limit", limit)
                .query(AuditStore::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("case_id", UUID.class),
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("actor", UUID.class),
                Action.ofWord(row.getString("action")),
                row.getString("subject"),
                row.getString("previous"),
                row.getString("hash"));
    }
}
