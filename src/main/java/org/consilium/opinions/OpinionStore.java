package org.consilium.opinions;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OpinionStore {
    private final JdbcClient jdbc;
    private final Vault vault;

    OpinionStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** False when the actor may not write in the case. */
    boolean add(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                insert into opinions.opinion (case_id, opinion_id, current_version, created)
                select seen.case_id, :id, 0, clock_timestamp()
                from access.visible_case seen
                where seen.case_id = :caseId and seen.person_id = :actor and seen.may_write
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Until the transaction ends; false when the actor may not change it or it is set aside. */
    boolean lock(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                select 1
                from opinions.opinion
                join access.visible_case seen
                    on seen.case_id = opinion.case_id and seen.person_id = :actor and seen.may_write
                where opinion.case_id = :caseId and opinion.opinion_id = :id and opinion.removed is null
                for update of opinion
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The new version becomes the current one; the caller holds the opinion. */
    void addVersion(Actor actor, UUID caseId, UUID id, byte[] document, boolean finished) {
        var version = newVersion(actor, caseId, id, document, finished);
        jdbc.sql("""
                update opinions.opinion set current_version = :version
                from access.visible_case seen
                where opinion.case_id = :caseId and opinion.opinion_id = :id
                    and seen.case_id = opinion.case_id and seen.person_id = :actor and seen.may_write
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .param("version", version)
                .update();
    }

    private int newVersion(Actor actor, UUID caseId, UUID id, byte[] document, boolean finished) {
        return jdbc.sql("""
                insert into opinions.version
                    (case_id, opinion_id, version, previous, finished, document, sealed, written, written_by)
                select opinion.case_id, opinion.opinion_id,
                    1 + coalesce((
                        select max(version.version) from opinions.version
                        where version.case_id = opinion.case_id and version.opinion_id = opinion.opinion_id), 0),
                    nullif(opinion.current_version, 0), :finished, :document, true, clock_timestamp(), :actor
                from opinions.opinion
                join access.visible_case seen
                    on seen.case_id = opinion.case_id and seen.person_id = :actor and seen.may_write
                where opinion.case_id = :caseId and opinion.opinion_id = :id
                returning version
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .param("finished", finished)
                .param("document", vault.seal(place(caseId, id), document))
                .query(Integer.class)
                .single();
    }

    boolean undo(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                update opinions.opinion set current_version = version.previous
                from opinions.version, access.visible_case seen
                where opinion.case_id = :caseId and opinion.opinion_id = :id and opinion.removed is null
                    and version.case_id = opinion.case_id and version.opinion_id = opinion.opinion_id
                    and version.version = opinion.current_version and version.previous is not null
                    and seen.case_id = opinion.case_id and seen.person_id = :actor and seen.may_write
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean remove(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                update opinions.opinion set removed = clock_timestamp()
                from access.visible_case seen
                where opinion.case_id = :caseId and opinion.opinion_id = :id and opinion.removed is null
                    and seen.case_id = opinion.case_id and seen.person_id = :actor and seen.may_write
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean restore(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                update opinions.opinion set removed = null
                from access.visible_case seen
                where opinion.case_id = :caseId and opinion.opinion_id = :id and opinion.removed is not null
                    and seen.case_id = opinion.case_id and seen.person_id = :actor and seen.may_write
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Filed> find(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                select opinion.case_id, opinion.opinion_id, version.version, version.finished,
                    opinion.removed is not null as set_aside, version.written, version.document,
                    version.sealed
                from opinions.opinion
                join opinions.version on version.case_id = opinion.case_id
                    and version.opinion_id = opinion.opinion_id and version.version = opinion.current_version
                join access.visible_case seen on seen.case_id = opinion.case_id and seen.person_id = :actor
                where opinion.case_id = :caseId and opinion.opinion_id = :id
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .query(this::filed)
                .optional();
    }

    List<Filed> list(Actor actor, UUID caseId) {
        return jdbc.sql("""
                select opinion.case_id, opinion.opinion_id, version.version, version.finished,
                    opinion.removed is not null as set_aside, version.written, version.document,
                    version.sealed
                from opinions.opinion
                join opinions.version on version.case_id = opinion.case_id
                    and version.opinion_id = opinion.opinion_id and version.version = opinion.current_version
                join access.visible_case seen on seen.case_id = opinion.case_id and seen.person_id = :actor
                where opinion.case_id = :caseId
                order by opinion.created, opinion.opinion_id
                limit 100
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .query(this::filed)
                .list();
    }

    List<Filed> history(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                select version.case_id, version.opinion_id, version.version, version.finished,
                    opinion.removed is not null as set_aside, version.written, version.document,
                    version.sealed
                from opinions.version
                join opinions.opinion on opinion.case_id = version.case_id
                    and opinion.opinion_id = version.opinion_id
                join access.visible_case seen on seen.case_id = opinion.case_id and seen.person_id = :actor
                where version.case_id = :caseId and version.opinion_id = :id
                order by version.version desc
                limit 1000
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .query(this::filed)
                .list();
    }

    /** The next 100 documents that an earlier program stored as they were; empty when there are none left. */
    List<Plain> plain() {
        return jdbc.sql("""
                select case_id, opinion_id, version, document
                from opinions.version
                where not sealed
                limit 100
                """)
                .query((row, number) -> new Plain(
                        row.getObject("case_id", UUID.class),
                        row.getObject("opinion_id", UUID.class),
                        row.getInt("version"),
                        row.getBytes("document")))
                .list();
    }

    /** Closes a document that an earlier program stored as it was; its content stays. */
    void seal(Plain plain) {
        jdbc.sql("""
                update opinions.version set document = :document, sealed = true
                where case_id = :caseId and opinion_id = :id and version = :version and not sealed
                """)
                .param("document", vault.seal(place(plain.caseId(), plain.id()), plain.document()))
                .param("caseId", plain.caseId())
                .param("id", plain.id())
                .param("version", plain.version())
                .update();
    }

    /** A document as an earlier program stored it. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Plain(UUID caseId, UUID id, int version, byte[] document) {}

    private static String place(UUID caseId, UUID id) {
        return "opinions/" + caseId + "/" + id;
    }

    private Filed filed(ResultSet row, int number) throws SQLException {
        var id = row.getObject("opinion_id", UUID.class);
        var stored = row.getBytes("document");
        var document =
                row.getBoolean("sealed") ? vault.open(place(row.getObject("case_id", UUID.class), id), stored) : stored;
        return new Filed(
                id,
                row.getInt("version"),
                row.getBoolean("finished"),
                row.getBoolean("set_aside"),
                row.getObject("written", OffsetDateTime.class).toInstant(),
                new Draft(new String(document, StandardCharsets.UTF_8)));
    }
}
