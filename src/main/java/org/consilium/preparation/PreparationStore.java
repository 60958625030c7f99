package org.consilium.preparation;

import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.triage.Answers;
import org.consilium.triage.AnswersJson;
import org.consilium.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreparationStore {
    private final JdbcClient jdbc;
    private final Vault vault;

    PreparationStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    boolean mayChange(Actor actor, UUID caseId) {
        return jdbc.sql("""
                        select count(*)
                        from access.visible_case seen
                        where seen.case_id = :case and seen.person_id = :actor and seen.may_write
                        """)
                        .param("case", caseId)
                        .param("actor", actor.person())
                        .query(Long.class)
                        .single()
                > 0;
    }

    void add(Actor actor, UUID caseId, UUID id, Answers answers) {
        jdbc.sql("""
                insert into preparation.answers (case_id, answers_id, saved, saved_by, sealed)
                select seen.case_id, :id, clock_timestamp(), seen.person_id, :sealed
                from access.visible_case seen
                where seen.case_id = :case and seen.person_id = :actor and seen.may_write
                """)
                .param("id", id)
                .param("sealed", vault.seal(place(caseId, id), AnswersJson.write(answers)))
                .param("case", caseId)
                .param("actor", actor.person())
                .update();
    }

    List<SavedAnswers> newest(Actor actor, UUID caseId, int limit) {
        return jdbc.sql("""
                select given.answers_id, given.saved, given.saved_by, given.content, given.sealed
                from preparation.answers given
                join access.visible_case seen on seen.case_id = given.case_id and seen.person_id = :actor
                where given.case_id = :case
                order by given.saved desc, given.answers_id
                limit :limit
                """)
                .param("actor", actor.person())
                .param("case", caseId)
                .param("limit", limit)
                .query((row, number) -> saved(caseId, row))
                .list();
    }

    private SavedAnswers saved(UUID caseId, ResultSet row) throws SQLException {
        var id = row.getObject("answers_id", UUID.class);
        return new SavedAnswers(
                id,
                answers(words(caseId, id, row)),
                row.getObject("saved", OffsetDateTime.class).toInstant(),
                row.getObject("saved_by", UUID.class));
    }

    private static Answers answers(String content) {
        return switch (AnswersJson.read(content)) {
            case AnswersJson.Parsed.Read read -> read.answers();
            case AnswersJson.Parsed.Unusable unusable ->
                throw new IllegalStateException(
                        "stored answers do not read: " + unusable.why().key());
        };
    }

    private static String place(UUID caseId, UUID id) {
        return "preparation/" + caseId + "/" + id;
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
                select case_id, answers_id, content
                from preparation.answers
                where content is not null
                limit 100
                """)
                .query((row, number) -> new Plain(
                        row.getObject("case_id", UUID.class),
                        row.getObject("answers_id", UUID.class),
                        row.getString("content")))
                .list();
    }

    private void seal(Plain plain) {
        jdbc.sql("""
                update preparation.answers set sealed = :sealed, content = null
                where case_id = :caseId and answers_id = :id and content is not null
                """)
                .param("sealed", vault.seal(place(plain.caseId(), plain.id()), plain.words()))
                .param("caseId", plain.caseId())
                .param("id", plain.id())
                .update();
    }
}
