package org.consilium.preparation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.triage.Answers;
import org.consilium.triage.AnswersJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PreparationStore {
    private final JdbcClient jdbc;

    PreparationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
                insert into preparation.answers (case_id, answers_id, saved, saved_by, content)
                select seen.case_id, :id, clock_timestamp(), seen.person_id, cast(:content as jsonb)
                from access.visible_case seen
                where seen.case_id = :case and seen.person_id = :actor and seen.may_write
                """)
                .param("id", id)
                .param("content", AnswersJson.write(answers))
                .param("case", caseId)
                .param("actor", actor.person())
                .update();
    }

    List<SavedAnswers> newest(Actor actor, UUID caseId, int limit) {
        return jdbc.sql("""
                select given.answers_id, given.saved, given.saved_by, given.content
                from preparation.answers given
                join access.visible_case seen on seen.case_id = given.case_id and seen.person_id = :actor
                where given.case_id = :case
                order by given.saved desc, given.answers_id
                limit :limit
                """)
                .param("actor", actor.person())
                .param("case", caseId)
                .param("limit", limit)
                .query(PreparationStore::saved)
                .list();
    }

    private static SavedAnswers saved(ResultSet row, int number) throws SQLException {
        return new SavedAnswers(
                row.getObject("answers_id", UUID.class),
                answers(row.getString("content")),
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
}
