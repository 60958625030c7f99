package org.consilium.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.consilium.audit.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RecordsStore {
    /** A file as stored: what was read is encrypted. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Row(String hash, long size, StoredFile.State state, Instant received, byte[] about) {}

    /** What was read in a file, encrypted. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Sealed(String hash, byte[] about, byte[] facts) {}

    private final JdbcClient jdbc;

    RecordsStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Until the transaction ends: one file at a time is judged against the files of the case. */
    void lock(UUID caseId) {
        jdbc.sql("""
                select 1 from (select pg_advisory_xact_lock(hashtextextended(:caseId::text, 2)))
                """).param("caseId", caseId).query(Integer.class).single();
    }

    /** The different people the filed files of a case say they are about. */
    List<byte[]> identities(Actor actor, UUID caseId) {
        return jdbc.sql("""
                select distinct file.identity
                from records.file
                join access.visible_case seen on seen.case_id = file.case_id and seen.person_id = :actor
                where file.case_id = :caseId and file.state = 'filed' and file.identity is not null
                limit 100
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .query(byte[].class)
                .list();
    }

    /** A file to add, with what was read in it and whose it says it is, encrypted. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record NewFile(Row row, byte @Nullable [] identity, byte[] facts) {}

    /** Adds files in this order; false, and nothing is added, when the actor may not write in the case. */
    boolean add(Actor actor, UUID caseId, List<NewFile> files) {
        return jdbc.sql("""
                insert into records.file (case_id, hash, size, state, received, received_by, identity, about, facts)
                select seen.case_id, made.hash, made.size, made.state, clock_timestamp(), seen.person_id,
                    made.identity, made.about, made.facts
                from access.visible_case seen
                cross join unnest(:hash::text[], :size::bigint[], :state::text[], :identity::bytea[], :about::bytea[],
                    :facts::bytea[]) as made (hash, size, state, identity, about, facts)
                where seen.case_id = :caseId and seen.person_id = :actor and seen.may_write
                """)
                        .param("hash", files.stream().map(it -> it.row().hash()).toArray(String[]::new))
                        .param("size", files.stream().map(it -> it.row().size()).toArray(Long[]::new))
                        .param(
                                "state",
                                files.stream()
                                        .map(it -> it.row().state().word())
                                        .toArray(String[]::new))
                        .param("identity", files.stream().map(NewFile::identity).toArray(byte[][]::new))
                        .param(
                                "about",
                                files.stream().map(it -> it.row().about()).toArray(byte[][]::new))
                        .param("facts", files.stream().map(NewFile::facts).toArray(byte[][]::new))
                        .param("caseId", caseId)
                        .param("actor", actor.person())
                        .update()
                > 0;
    }

    /** What was read in a file that was received before; false when it is not waiting to be read. */
    boolean read(Actor actor, UUID caseId, Row row, byte @Nullable [] identity, byte[] facts) {
        return jdbc.sql("""
                update records.file
                set state = case when file.state = 'removed' then 'removed' else :state end,
                    state_before = case when file.state = 'removed' then :state else null end,
                    identity = :identity, about = :about, facts = :facts
                from access.visible_case seen
                where seen.case_id = file.case_id and seen.person_id = :actor and seen.may_write
                    and file.case_id = :caseId and file.hash = :hash
                    and (file.state = 'reading' or file.state_before = 'reading')
                """)
                        .param("state", row.state().word())
                        .param("identity", identity, java.sql.Types.BINARY)
                        .param("about", row.about())
                        .param("facts", facts)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("hash", row.hash())
                        .update()
                > 0;
    }

    /** The file waits to be read once more; what was read before stays until then, and does not count. */
    boolean readAgain(Actor actor, UUID caseId, String hash) {
        return jdbc.sql("""
                update records.file
                set state = 'reading', attempts = 0
                from access.visible_case seen
                where seen.case_id = file.case_id and seen.person_id = :actor and seen.may_write
                    and file.case_id = :caseId and file.hash = :hash and file.state = 'filed'
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("hash", hash)
                        .update()
                > 0;
    }

    /** On whose behalf a file is read: who handed it in, or somebody else who may write in the case. */
    Optional<Actor> reader(UUID caseId, String hash) {
        return jdbc.sql("""
                select seen.person_id
                from records.file
                join access.visible_case seen on seen.case_id = file.case_id and seen.may_write
                where file.case_id = :caseId and file.hash = :hash
                    and (file.state = 'reading' or file.state_before = 'reading')
                order by seen.person_id <> file.received_by, seen.person_id
                limit 1
                """)
                .param("caseId", caseId)
                .param("hash", hash)
                .query(UUID.class)
                .optional()
                .map(Actor::new);
    }

    /** Counts a further attempt to read a file. */
    int attempt(Actor actor, UUID caseId, String hash) {
        return jdbc.sql("""
                update records.file
                set attempts = file.attempts + 1
                from access.visible_case seen
                where seen.case_id = file.case_id and seen.person_id = :actor and seen.may_write
                    and file.case_id = :caseId and file.hash = :hash
                returning file.attempts
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("hash", hash)
                .query(Integer.class)
                .single();
    }

    Optional<Row> find(Actor actor, UUID caseId, String hash) {
        return find(actor, caseId, List.of(hash)).stream().findFirst();
    }

    /** Those of the hashes that the case has, in no order. */
    List<Row> find(Actor actor, UUID caseId, List<String> hashes) {
        return jdbc.sql("""
                select file.hash, file.size, file.state, file.received, file.about
                from records.file
                join access.visible_case seen on seen.case_id = file.case_id and seen.person_id = :actor
                where file.case_id = :caseId and file.hash = any(:hashes::text[])
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("hashes", hashes.toArray(String[]::new))
                .query(RecordsStore::row)
                .list();
    }

    List<Row> list(Actor actor, UUID caseId, int limit) {
        return jdbc.sql("""
                select file.hash, file.size, file.state, file.received, file.about
                from records.file
                join access.visible_case seen on seen.case_id = file.case_id and seen.person_id = :actor
                where file.case_id = :caseId
                order by file.received desc, file.hash
                limit :limit
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("limit", limit)
                .query(RecordsStore::row)
                .list();
    }

    List<String> filed(Actor actor, UUID caseId) {
        return jdbc.sql("""
                select file.hash
                from records.file
                join access.visible_case seen on seen.case_id = file.case_id and seen.person_id = :actor
                where file.case_id = :caseId and file.state = 'filed'
                order by file.hash
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .query(String.class)
                .list();
    }

    /** Hands over one file after the other, so that the encrypted form of all is never in memory at once. */
    void readings(Actor actor, UUID caseId, Consumer<Sealed> consumer) {
        jdbc.sql("""
                select file.hash, file.about, file.facts
                from records.file
                join access.visible_case seen on seen.case_id = file.case_id and seen.person_id = :actor
                where file.case_id = :caseId and file.state = 'filed'
                order by file.hash
                """)
                .withFetchSize(8)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .query(row -> {
                    consumer.accept(new Sealed(row.getString("hash"), row.getBytes("about"), row.getBytes("facts")));
                });
    }

    boolean accept(Actor actor, UUID caseId, String hash) {
        return jdbc.sql("""
                update records.file
                set state = 'filed'
                from access.visible_case seen
                where seen.case_id = file.case_id and seen.person_id = :actor and seen.may_write
                    and file.case_id = :caseId and file.hash = :hash and file.state = 'waiting'
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("hash", hash)
                        .update()
                > 0;
    }

    /** Takes acceptance back. */
    boolean hold(Actor actor, UUID caseId, String hash) {
        return jdbc.sql("""
                update records.file
                set state = 'waiting'
                from access.visible_case seen
                where seen.case_id = file.case_id and seen.person_id = :actor and seen.may_write
                    and file.case_id = :caseId and file.hash = :hash and file.state = 'filed'
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("hash", hash)
                        .update()
                > 0;
    }

    boolean remove(Actor actor, UUID caseId, String hash) {
        return jdbc.sql("""
                update records.file
                set state = 'removed', state_before = file.state
                from access.visible_case seen
                where seen.case_id = file.case_id and seen.person_id = :actor and seen.may_write
                    and file.case_id = :caseId and file.hash = :hash and file.state <> 'removed'
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("hash", hash)
                        .update()
                > 0;
    }

    /** Back to what it was before it was removed. */
    boolean restore(Actor actor, UUID caseId, String hash) {
        return jdbc.sql("""
                update records.file
                set state = file.state_before, state_before = null
                from access.visible_case seen
                where seen.case_id = file.case_id and seen.person_id = :actor and seen.may_write
                    and file.case_id = :caseId and file.hash = :hash and file.state = 'removed'
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("hash", hash)
                        .update()
                > 0;
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("hash"),
                row.getLong("size"),
                StoredFile.State.ofWord(row.getString("state")),
                row.getObject("received", OffsetDateTime.class).toInstant(),
                row.getBytes("about"));
    }
}
