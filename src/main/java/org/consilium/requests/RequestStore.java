package org.consilium.requests;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RequestStore {
    private static final int MOST_STEPS = 5000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Row(UUID request, Step step) {}

    /** False when the actor may not change this case. */
    boolean add(Actor actor, UUID caseId, UUID request, Step step) {
        return jdbc.sql("""
                        insert into requests.step
                            (case_id, request_id, step_id, saved, saved_by, event, happened, method, undoes, letter)
                        select seen.case_id, :request, :step, clock_timestamp(), seen.person_id, :event,
                            cast(:happened as date), cast(:method as text), cast(:undoes as uuid), cast(:letter as jsonb)
                        from access.visible_case seen
                        where seen.case_id = :case and seen.person_id = :actor and seen.may_write
                        """)
                        .param("request", request)
                        .param("step", step.id())
                        .param("event", step.event().word())
                        .param("happened", step.on())
                        .param(
                                "method",
                                step.method() == null ? null : step.method().name())
                        .param("undoes", step.undoes())
                        .param("letter", step.details() == null ? null : JSON.writeValueAsString(step.details()))
                        .param("case", caseId)
                        .param("actor", actor.person())
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<RecordRequest> all(Actor actor, UUID caseId) {
        var rows = jdbc.sql("""
                select noted.request_id, noted.step_id, noted.saved, noted.event, noted.happened, noted.method,
                    noted.undoes, noted.letter
                from requests.step noted
                join access.visible_case seen on seen.case_id = noted.case_id and seen.person_id = :actor
                where noted.case_id = :case
                order by noted.saved, noted.step_id
                limit :limit
                """)
                .param("actor", actor.person())
                .param("case", caseId)
                .param("limit", MOST_STEPS)
                .query(RequestStore::row)
                .list();
        var byRequest = new LinkedHashMap<UUID, List<Step>>();
        rows.forEach(row -> byRequest
                .computeIfAbsent(row.request(), fresh -> new ArrayList<>())
                .add(row.step()));
        return byRequest.entrySet().stream()
                .map(each -> RecordRequest.of(each.getKey(), each.getValue()))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        var letter = row.getString("letter");
        var method = row.getString("method");
        return new Row(
                row.getObject("request_id", UUID.class),
                new Step(
                        row.getObject("step_id", UUID.class),
                        Step.Event.ofWord(row.getString("event")),
                        row.getObject("happened", LocalDate.class),
                        method == null ? null : Method.valueOf(method),
                        row.getObject("undoes", UUID.class),
                        letter == null ? null : JSON.readValue(letter, Details.class),
                        row.getObject("saved", OffsetDateTime.class).toInstant()));
    }
}
