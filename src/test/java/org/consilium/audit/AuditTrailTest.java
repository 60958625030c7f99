package org.consilium.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.consilium.installation.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTrailTest {
    private static final TestDatabase.Schemas DATABASE = TestDatabase.freshSchemas();

    private final Actor actor = new Actor(UUID.randomUUID());
    private final UUID caseId = UUID.randomUUID();
    private final JdbcClient application = JdbcClient.create(DATABASE.application());
    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final AuditTrail trail = new AuditTrail(new AuditStore(application));
    private final TransactionTemplate transactions =
            new TransactionTemplate(new JdbcTransactionManager(DATABASE.application()));

    @Test
    void chainsTheEntriesOfACase() {
        write(Action.CASE_OPENED);
        write(Action.CASE_RENAMED);
        var second = new AuditStore(application).last(caseId).orElseThrow();
        assertThat(second.seq()).isEqualTo(2);
        assertThat(second.previous()).isNotEqualTo(Entry.FIRST);
        assertThat(trail.verify(caseId)).isEqualTo(new Verification.Intact(2));
    }

    @Test
    void aCaseWithoutEntriesIsIntact() {
        assertThat(trail.verify(caseId)).isEqualTo(new Verification.Intact(0));
    }

    @Test
    void staysIntactWhenManyWriteAtTheSameTime() {
        try (var workers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 80).forEach(number -> workers.execute(() -> write(Action.FILE_OPENED)));
        }
        assertThat(trail.verify(caseId)).isEqualTo(new Verification.Intact(80));
    }

    @Test
    void anEntryOfARolledBackActIsNotThere() {
        write(Action.CASE_OPENED);
        transactions.executeWithoutResult(status -> {
            trail.record(actor, caseId, Action.CASE_RENAMED, "");
            status.setRollbackOnly();
        });
        assertThat(trail.verify(caseId)).isEqualTo(new Verification.Intact(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set action = 'case-renamed' where case_id = :case",
                "delete from audit.entry where case_id = :case",
                "truncate audit.entry",
                "drop table audit.entry",
                "alter table audit.entry disable trigger all",
                "alter table audit.entry owner to current_user"
            })
    void theDatabaseRefusesTheApplicationAnyChange(String sql) {
        write(Action.CASE_OPENED);
        assertThatThrownBy(() -> application.sql(sql).param("case", caseId).update())
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        assertThat(trail.verify(caseId)).isEqualTo(new Verification.Intact(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit.entry set action = 'file-opened' where case_id = :case and seq = 2",
                "update audit.entry set actor = gen_random_uuid() where case_id = :case and seq = 2",
                "update audit.entry set at = at + interval '1 microsecond' where case_id = :case and seq = 2",
                "update audit.entry set subject = 'other' where case_id = :case and seq = 2",
                "delete from audit.entry where case_id = :case and seq = 2"
            })
    void findsTheEntryThatSomebodyWithMoreRightsAltered(String sql) {
        write(Action.CASE_OPENED);
        write(Action.CASE_RENAMED);
        write(Action.CASE_ARCHIVED);
        assertThat(owner.sql(sql).param("case", caseId).update()).isOne();
        assertThat(trail.verify(caseId)).isEqualTo(new Verification.Broken(2));
    }

    @Test
    void refusesWordsOfAPatientAsSubject() {
        for (var words : List.of("chest pain", "José", "a\nb", "x".repeat(201))) {
            assertThatThrownBy(() -> transactions.executeWithoutResult(
                            status -> trail.record(actor, caseId, Action.FILE_RECEIVED, words)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .doesNotContain(words);
        }
    }

    @Test
    void showsNothingOfACaseThatIsNotTheActors() {
        write(Action.CASE_OPENED);
        assertThat(trail.of(actor, caseId, 10, Long.MAX_VALUE)).isEmpty();
    }

    private void write(Action action) {
        transactions.executeWithoutResult(status -> trail.record(actor, caseId, action, "subject-1"));
    }
}
