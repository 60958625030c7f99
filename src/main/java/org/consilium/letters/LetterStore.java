package org.consilium.letters;

import jakarta.annotation.PostConstruct;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LetterStore {
    private static final String SEEN = """
            from letters.letter
            join access.visible_case seen on seen.case_id = letter.case_id and seen.person_id = :actor
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    LetterStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    record Row(
            UUID id,
            String fileHash,
            LetterReading reading,
            @Nullable UUID opinion) {}

    /** False when the actor may not write in the case, or the case has a letter of this file. */
    boolean add(Actor actor, UUID caseId, UUID id, String fileHash, byte[] reading) {
        return jdbc.sql("""
                insert into letters.letter (case_id, letter_id, file_hash, reading, sealed, created, created_by)
                select seen.case_id, :id, :fileHash, :reading, true, clock_timestamp(), :actor
                from access.visible_case seen
                where seen.case_id = :caseId and seen.person_id = :actor and seen.may_write
                on conflict (case_id, file_hash) do nothing
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("id", id)
                        .param("fileHash", fileHash)
                        .param("reading", vault.seal(place(caseId, id), reading))
                        .update()
                == 1;
    }

    Optional<Row> find(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("select letter.letter_id, letter.file_hash, letter.reading, letter.sealed, letter.opinion_id "
                        + SEEN + "where letter.case_id = :caseId and letter.letter_id = :id")
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .query((row, number) -> new Row(
                        row.getObject("letter_id", UUID.class),
                        row.getString("file_hash"),
                        LetterJson.read(plain(caseId, id, row.getBoolean("sealed"), row.getBytes("reading"))),
                        row.getObject("opinion_id", UUID.class)))
                .optional();
    }

    Optional<UUID> ofFile(Actor actor, UUID caseId, String fileHash) {
        return jdbc.sql("select letter.letter_id " + SEEN
                        + "where letter.case_id = :caseId and letter.file_hash = :fileHash")
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("fileHash", fileHash)
                .query(UUID.class)
                .optional();
    }

    /** The first read first. */
    List<UUID> list(Actor actor, UUID caseId) {
        return jdbc.sql("select letter.letter_id " + SEEN
                        + "where letter.case_id = :caseId order by letter.created, letter.letter_id limit 100")
                .param("actor", actor.person())
                .param("caseId", caseId)
                .query(UUID.class)
                .list();
    }

    /** What counts for each proposal, in the order of the steps. */
    Map<Integer, Answer> answers(Actor actor, UUID caseId, UUID id) {
        var answers = new LinkedHashMap<Integer, Answer>();
        jdbc.sql("""
                select step.proposal, step.said, step.words, step.sealed
                from letters.step
                join access.visible_case seen on seen.case_id = step.case_id and seen.person_id = :actor
                where step.case_id = :caseId and step.letter_id = :id and not step.undone
                order by step.step
                limit 10000
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .query(row -> {
                    answers.put(row.getInt("proposal"), answer(row.getString("said"), words(caseId, id, row)));
                });
        return answers;
    }

    private byte @Nullable [] words(UUID caseId, UUID id, ResultSet row) throws SQLException {
        var stored = row.getBytes("words");
        return stored == null ? null : plain(caseId, id, row.getBoolean("sealed"), stored);
    }

    private byte[] plain(UUID caseId, UUID id, boolean sealed, byte[] stored) {
        return sealed ? vault.open(place(caseId, id), stored) : stored;
    }

    private static String place(UUID caseId, UUID id) {
        return "letters/" + caseId + "/" + id;
    }

    private static Answer answer(String said, byte @Nullable [] words) {
        return switch (said) {
            case "confirmed" -> new Answer.Confirmed();
            case "rejected" -> new Answer.Rejected();
            default -> new Answer.Corrected(words == null ? "?" : new String(words, StandardCharsets.UTF_8));
        };
    }

    /** Until the transaction ends; false when the actor may not change it. */
    boolean lock(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                select 1
                from letters.letter
                join access.visible_case seen
                    on seen.case_id = letter.case_id and seen.person_id = :actor and seen.may_write
                where letter.case_id = :caseId and letter.letter_id = :id
                for update of letter
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** The caller holds the letter. */
    void addStep(Actor actor, UUID caseId, UUID id, int proposal, Answer answer) {
        var said = switch (answer) {
            case Answer.Confirmed confirmed -> "confirmed";
            case Answer.Corrected corrected -> "corrected";
            case Answer.Rejected rejected -> "rejected";
        };
        jdbc.sql("""
                insert into letters.step (case_id, letter_id, step, proposal, said, words, sealed, written, written_by)
                select seen.case_id, :id,
                    (select coalesce(max(step.step), 0) + 1 from letters.step
                        where step.case_id = :caseId and step.letter_id = :id),
                    :proposal, :said, :words, true, clock_timestamp(), :actor
                from access.visible_case seen
                where seen.case_id = :caseId and seen.person_id = :actor and seen.may_write
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .param("proposal", proposal)
                .param("said", said)
                .param(
                        "words",
                        answer instanceof Answer.Corrected(var value)
                                ? vault.seal(place(caseId, id), value.getBytes(StandardCharsets.UTF_8))
                                : null,
                        java.sql.Types.BINARY)
                .update();
    }

    /** Takes back the last step that counts; false when there is none. */
    boolean undo(Actor actor, UUID caseId, UUID id) {
        return jdbc.sql("""
                update letters.step set undone = true
                from access.visible_case seen
                where step.case_id = :caseId and step.letter_id = :id
                    and seen.case_id = step.case_id and seen.person_id = :actor and seen.may_write
                    and step.step = (select max(last.step) from letters.step last
                        where last.case_id = :caseId and last.letter_id = :id and not last.undone)
                """)
                        .param("actor", actor.person())
                        .param("caseId", caseId)
                        .param("id", id)
                        .update()
                == 1;
    }

    void became(Actor actor, UUID caseId, UUID id, UUID opinion) {
        jdbc.sql("""
                update letters.letter set opinion_id = :opinion
                from access.visible_case seen
                where letter.case_id = :caseId and letter.letter_id = :id
                    and seen.case_id = letter.case_id and seen.person_id = :actor and seen.may_write
                """)
                .param("actor", actor.person())
                .param("caseId", caseId)
                .param("id", id)
                .param("opinion", opinion)
                .update();
    }

    /** Seals, when the program starts, what an earlier program stored as it was. */
    @PostConstruct
    void sealAll() {
        for (var plain = plainReadings(); !plain.isEmpty(); plain = plainReadings()) {
            plain.forEach(this::sealReading);
        }
        for (var plain = plainWords(); !plain.isEmpty(); plain = plainWords()) {
            plain.forEach(this::sealWords);
        }
    }

    /** A value as an earlier program stored it; {@code step} is 0 for a reading. */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Plain(UUID caseId, UUID id, int step, byte[] stored) {
        static Plain of(ResultSet row, int number) throws SQLException {
            return new Plain(
                    row.getObject("case_id", UUID.class),
                    row.getObject("letter_id", UUID.class),
                    row.getInt("step"),
                    row.getBytes("stored"));
        }
    }

    private List<Plain> plainReadings() {
        return jdbc.sql("""
                select case_id, letter_id, 0 as step, reading as stored
                from letters.letter
                where not sealed
                limit 100
                """).query(Plain::of).list();
    }

    private void sealReading(Plain plain) {
        jdbc.sql("""
                update letters.letter set reading = :sealed, sealed = true
                where case_id = :caseId and letter_id = :id and not sealed
                """)
                .param("sealed", vault.seal(place(plain.caseId(), plain.id()), plain.stored()))
                .param("caseId", plain.caseId())
                .param("id", plain.id())
                .update();
    }

    private List<Plain> plainWords() {
        return jdbc.sql("""
                select case_id, letter_id, step, words as stored
                from letters.step
                where not sealed and words is not null
                limit 100
                """).query(Plain::of).list();
    }

    private void sealWords(Plain plain) {
        jdbc.sql("""
                update letters.step set words = :sealed, sealed = true
                where case_id = :caseId and letter_id = :id and step = :step and not sealed
                """)
                .param("sealed", vault.seal(place(plain.caseId(), plain.id()), plain.stored()))
                .param("caseId", plain.caseId())
                .param("id", plain.id())
                .param("step", plain.step())
                .update();
    }
}
