package org.consilium.requests;

import jakarta.annotation.PostConstruct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class RequestStore {
    private static final int MOST_STEPS = 5000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final Vault vault;

    RequestStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Row(UUID request, Step step) {}

    /** False when the actor may not change this case. */
    boolean add(Actor actor, UUID caseId, UUID request, Step step) {
        return jdbc.sql("""
                        insert into requests.step
                            (case_id, request_id, step_id, saved, saved_by, event, happened, method, undoes, sealed)
                        select seen.case_id, :request, :step, clock_timestamp(), seen.person_id, :event,
                            cast(:happened as date), cast(:method as text), cast(:undoes as uuid), :sealed
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
                        .param(
                                "sealed",
                                step.details() == null
                                        ? null
                                        : vault.seal(place(caseId, step.id()), JSON.writeValueAsString(step.details())),
                                Types.BINARY)
                        .param("case", caseId)
                        .param("actor", actor.person())
                        .update()
                == 1;
    }

    /** Oldest first. */
    List<RecordRequest> all(Actor actor, UUID caseId) {
        var rows = jdbc.sql("""
                select noted.request_id, noted.step_id, noted.saved, noted.event, noted.happened, noted.method,
                    noted.undoes, noted.letter, noted.sealed
                from requests.step noted
                join access.visible_case seen on seen.case_id = noted.case_id and seen.person_id = :actor
                where noted.case_id = :case
                order by noted.saved, noted.step_id
                limit :limit
                """)
                .param("actor", actor.person())
                .param("case", caseId)
                .param("limit", MOST_STEPS)
                .query((row, number) -> row(caseId, row))
                .list();
        var byRequest = new LinkedHashMap<UUID, List<Step>>();
        rows.forEach(row -> byRequest
                .computeIfAbsent(row.request(), fresh -> new ArrayList<>())
                .add(row.step()));
        return byRequest.entrySet().stream()
                .map(each -> RecordRequest.of(each.getKey(), each.getValue()))
                .toList();
    }

    private Row row(UUID caseId, ResultSet row) throws SQLException {
        var id = row.getObject("step_id", UUID.class);
        var letter = words(caseId, id, row);
        var method = row.getString("method");
        return new Row(
                row.getObject("request_id", UUID.class),
                new Step(
                        id,
                        Step.Event.ofWord(row.getString("event")),
                        row.getObject("happened", LocalDate.class),
                        method == null ? null : Method.valueOf(method),
                        row.getObject("undoes", UUID.class),
                        letter == null ? null : JSON.readValue(letter, Details.class),
                        row.getObject("saved", OffsetDateTime.class).toInstant()));
    }

    private static String place(UUID caseId, UUID id) {
        return "requests/" + caseId + "/" + id;
    }

    /** As JSON, from the sealed value or from what an earlier program stored in clear. */
    private @Nullable String words(UUID caseId, UUID id, ResultSet row) throws SQLException {
        var sealed = row.getBytes("sealed");
        return sealed == null ? row.getString("letter") : vault.words(place(caseId, id), sealed);
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
                select case_id, step_id, letter
                from requests.step
                where letter is not null
                limit 100
                """)
                .query((row, number) -> new Plain(
                        row.getObject("case_id", UUID.class),
                        row.getObject("step_id", UUID.class),
                        row.getString("letter")))
                .list();
    }

    private void seal(Plain plain) {
        jdbc.sql("""
                update requests.step set sealed = :sealed, letter = null
                where case_id = :caseId and step_id = :id and letter is not null
                """)
                .param("sealed", vault.seal(place(plain.caseId(), plain.id()), plain.words()))
                .param("caseId", plain.caseId())
                .param("id", plain.id())
                .update();
    }
}
