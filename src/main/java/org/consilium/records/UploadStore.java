package org.consilium.records;

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

@Repository
class UploadStore {
    /**
     * An upload as stored.
     *
     * @param about its name and date, encrypted
     * @param hash the file it became, absent while it is on its way
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Row(
            UUID id,
            long size,
            long received,
            byte[] about,
            @Nullable String hash,
            Instant touched) {}

    /** Which upload of which case. */
    record Named(UUID caseId, UUID id) {}

    private final JdbcClient jdbc;

    UploadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Does nothing when the same file is on its way already, or the actor may not write in the case. */
    void add(Actor actor, UUID caseId, UUID id, long size, byte[] matching, byte[] about) {
        jdbc.sql("""
                insert into records.upload (case_id, upload_id, size, matching, about, begun_by, begun, touched)
                select seen.case_id, :id, :size, :matching, :about, seen.person_id, clock_timestamp(), clock_timestamp()
                from access.visible_case seen
                where seen.case_id = :caseId and seen.person_id = :actor and seen.may_write
                on conflict do nothing
                """)
                .param("id", id)
                .param("size", size)
                .param("matching", matching)
                .param("about", about)
                .param("caseId", caseId)
                .param("actor", actor.person())
                .update();
    }

    Optional<Row> matching(Actor actor, UUID caseId, byte[] matching) {
        return jdbc.sql("""
                select upload.upload_id, upload.size, upload.received, upload.about, upload.hash, upload.touched
                from records.upload
                join access.visible_case seen
                    on seen.case_id = upload.case_id and seen.person_id = :actor and seen.may_write
                where upload.case_id = :caseId and upload.matching = :matching and upload.hash is null
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("matching", matching)
                .query(UploadStore::row)
                .optional();
    }

    Optional<Row> find(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                select upload.upload_id, upload.size, upload.received, upload.about, upload.hash, upload.touched
                from records.upload
                join access.visible_case seen
                    on seen.case_id = upload.case_id and seen.person_id = :actor and seen.may_write
                where upload.case_id = :caseId and upload.upload_id = :id
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .query(UploadStore::row)
                .optional();
    }

    List<Row> open(Actor actor, UUID caseId, int limit) {
        return jdbc.sql("""
                select upload.upload_id, upload.size, upload.received, upload.about, upload.hash, upload.touched
                from records.upload
                join access.visible_case seen
                    on seen.case_id = upload.case_id and seen.person_id = :actor and seen.may_write
                where upload.case_id = :caseId and upload.hash is null
                order by upload.begun, upload.upload_id
                limit :limit
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("limit", limit)
                .query(UploadStore::row)
                .list();
    }

    /** Holds the upload until the transaction ends, and says how much of it is there. */
    Optional<Long> lock(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                select upload.received
                from records.upload
                join access.visible_case seen
                    on seen.case_id = upload.case_id and seen.person_id = :actor and seen.may_write
                where upload.case_id = :caseId and upload.upload_id = :id and upload.hash is null
                for update of upload
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    void received(Actor actor, UUID caseId, UUID id, long received) {
        jdbc.sql("""
                update records.upload
                set received = :received, touched = clock_timestamp()
                from access.visible_case seen
                where seen.case_id = upload.case_id and seen.person_id = :actor and seen.may_write
                    and upload.case_id = :caseId and upload.upload_id = :id
                """)
                .param("received", received)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .update();
    }

    void became(Actor actor, UUID caseId, UUID id, String hash) {
        jdbc.sql("""
                update records.upload
                set hash = :hash, touched = clock_timestamp()
                from access.visible_case seen
                where seen.case_id = upload.case_id and seen.person_id = :actor and seen.may_write
                    and upload.case_id = :caseId and upload.upload_id = :id
                """)
                .param("hash", hash)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .update();
    }

    boolean remove(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                delete from records.upload
                using access.visible_case seen
                where seen.case_id = upload.case_id and seen.person_id = :actor and seen.may_write
                    and upload.case_id = :caseId and upload.upload_id = :id and upload.hash is null
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Of all cases: it is about time passed, and nobody's data is read. */
    List<Named> removeUntouchedSince(Instant moment) {
        return jdbc.sql("""
                delete from records.upload
                where upload.touched < :moment
                returning upload.case_id, upload.upload_id
                """)
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        new Named(row.getObject("case_id", UUID.class), row.getObject("upload_id", UUID.class)))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("upload_id", UUID.class),
                row.getLong("size"),
                row.getLong("received"),
                row.getBytes("about"),
                row.getString("hash"),
                row.getObject("touched", OffsetDateTime.class).toInstant());
    }
}
