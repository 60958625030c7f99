package org.consilium.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AccessStore {
    private final JdbcClient jdbc;

    AccessStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<UUID> owner() {
        return jdbc.sql("select person_id from access.person where owner")
                .query(UUID.class)
                .optional();
    }

    /** Does nothing when there is an owner already. */
    void addOwner(UUID person) {
        jdbc.sql("""
                insert into access.person (person_id, owner, created)
                values (:person, true, clock_timestamp())
                on conflict (owner) where owner do nothing
                """).param("person", person).update();
    }

    void addPerson(UUID person) {
        jdbc.sql("""
                insert into access.person (person_id, owner, created)
                values (:person, false, clock_timestamp())
                """).param("person", person).update();
    }

    void addCase(UUID id, NewCase wanted) {
        jdbc.sql("""
                insert into access.clinical_case (case_id, title, whose, carer, language, sample, created)
                values (:id, :title, :whose, :carer, :language, :sample, clock_timestamp())
                """)
                .param("id", id)
                .param("title", wanted.title())
                .param("whose", wanted.whose().word())
                .param("carer", wanted.carer())
                .param("language", wanted.language())
                .param("sample", wanted.sample())
                .update();
    }

    void addMember(UUID id, Actor actor, Role role) {
        jdbc.sql("""
                insert into access.member (case_id, person_id, role)
                values (:id, :person, :role)
                """)
                .param("id", id)
                .param("person", actor.person())
                .param("role", role.word())
                .update();
    }

    Optional<ClinicalCase> find(Actor actor, UUID id) {
        return jdbc.sql("""
                select kase.case_id, kase.title, kase.whose, kase.carer, kase.language, kase.created, kase.archived,
                    kase.sample, seen.role
                from access.clinical_case kase
                join access.visible_case seen on seen.case_id = kase.case_id and seen.person_id = :actor
                where kase.case_id = :id
                """)
                .param("actor", actor.person())
                .param("id", id)
                .query(AccessStore::clinicalCase)
                .optional();
    }

    List<ClinicalCase> list(Actor actor) {
        return jdbc.sql("""
                select kase.case_id, kase.title, kase.whose, kase.carer, kase.language, kase.created, kase.archived,
                    kase.sample, seen.role
                from access.clinical_case kase
                join access.visible_case seen on seen.case_id = kase.case_id and seen.person_id = :actor
                order by kase.created desc, kase.case_id
                limit 500
                """)
                .param("actor", actor.person())
                .query(AccessStore::clinicalCase)
                .list();
    }

    boolean rename(Actor actor, UUID id, String title) {
        return jdbc.sql("""
                update access.clinical_case kase
                set title = :title
                from access.visible_case seen
                where kase.case_id = :id and seen.case_id = kase.case_id and seen.person_id = :actor and seen.may_write
                """)
                        .param("title", title)
                        .param("id", id)
                        .param("actor", actor.person())
                        .update()
                > 0;
    }

    boolean archive(Actor actor, UUID id) {
        return jdbc.sql("""
                update access.clinical_case kase
                set archived = coalesce(kase.archived, clock_timestamp())
                from access.visible_case seen
                where kase.case_id = :id and seen.case_id = kase.case_id and seen.person_id = :actor and seen.may_write
                """).param("id", id).param("actor", actor.person()).update() > 0;
    }

    boolean restore(Actor actor, UUID id) {
        return jdbc.sql("""
                update access.clinical_case kase
                set archived = null
                from access.visible_case seen
                where kase.case_id = :id and seen.case_id = kase.case_id and seen.person_id = :actor and seen.may_write
                """).param("id", id).param("actor", actor.person()).update() > 0;
    }

    private static ClinicalCase clinicalCase(ResultSet row, int number) throws SQLException {
        var archived = row.getObject("archived", OffsetDateTime.class);
        return new ClinicalCase(
                row.getObject("case_id", UUID.class),
                row.getString("title"),
                Whose.ofWord(row.getString("whose")),
                row.getString("carer"),
                row.getString("language"),
                row.getObject("created", OffsetDateTime.class).toInstant(),
                archived == null ? null : archived.toInstant(),
                row.getBoolean("sample"),
                Role.ofWord(row.getString("role")));
    }
}
