package org.consilium.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import org.consilium.audit.Action;
import org.consilium.audit.AuditTrail;
import org.consilium.audit.Entry;
import org.consilium.audit.Verification;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CasesTest {
    private static final TestDatabase.Schemas DATABASE = TestDatabase.freshSchemas();
    private static final TestRooms ROOMS = TestRooms.on(DATABASE, "org.consilium.audit", "org.consilium.access");

    private final Cases cases = ROOMS.bean(Cases.class);
    private final People people = ROOMS.bean(People.class);
    private final AuditTrail trail = ROOMS.bean(AuditTrail.class);

    @AfterAll
    static void close() {
        ROOMS.close();
    }

    @Test
    void theOwnerIsTheSamePersonEveryTime() {
        var found = new ConcurrentSkipListSet<UUID>();
        try (var workers = Executors.newFixedThreadPool(8)) {
            for (var call = 0; call < 16; call++) {
                workers.execute(() -> found.add(people.owner().person()));
            }
        }
        assertThat(found).hasSize(1).contains(people.owner().person());
    }

    @Test
    void opensACaseInThePersonsOwnWords() {
        var actor = people.add();
        var opened = cases.open(actor, new NewCase("  My back ", Whose.RELATIVE, "Ana", "es"));
        assertThat(cases.find(actor, opened.id())).contains(opened);
        assertThat(cases.list(actor)).containsExactly(opened);
        assertThat(opened.title()).isEqualTo("My back");
        assertThat(opened.role()).isEqualTo(Role.OWNER);
        assertThat(opened.carer()).isEqualTo("Ana");
        assertThat(opened.archived()).isNull();
    }

    @Test
    void archivingCanBeUndone() {
        var actor = people.add();
        var opened = cases.open(actor, new NewCase("My back", Whose.SELF, null, "en"));
        assertThat(cases.archive(actor, opened.id()))
                .isInstanceOfSatisfying(
                        CaseChange.Changed.class,
                        changed -> assertThat(changed.now().archived()).isNotNull());
        assertThat(cases.restore(actor, opened.id())).isEqualTo(new CaseChange.Changed(opened));
        assertThat(trail.of(actor, opened.id(), 10, Long.MAX_VALUE))
                .extracting(Entry::action)
                .containsExactly(Action.CASE_RESTORED, Action.CASE_ARCHIVED, Action.CASE_OPENED);
        assertThat(trail.verify(opened.id())).isEqualTo(new Verification.Intact(3));
    }

    @Test
    void anotherPersonSeesNothingAndChangesNothing() {
        var actor = people.add();
        var stranger = people.add();
        var opened = cases.open(actor, new NewCase("My back", Whose.SELF, null, "en"));
        assertThat(cases.find(stranger, opened.id())).isEmpty();
        assertThat(cases.list(stranger)).isEmpty();
        assertThat(cases.rename(stranger, opened.id(), "Mine")).isEqualTo(new CaseChange.NotFound());
        assertThat(cases.archive(stranger, opened.id())).isEqualTo(new CaseChange.NotFound());
        assertThat(cases.restore(stranger, opened.id())).isEqualTo(new CaseChange.NotFound());
        assertThat(trail.of(stranger, opened.id(), 10, Long.MAX_VALUE)).isEmpty();
        assertThat(cases.find(actor, opened.id())).contains(opened);
        assertThat(trail.verify(opened.id())).isEqualTo(new Verification.Intact(1));
    }

    @Test
    void aReaderLooksAndDoesNotChange() {
        var actor = people.add();
        var reader = people.add();
        var opened = cases.open(actor, new NewCase("My back", Whose.SELF, null, "en"));
        JdbcClient.create(DATABASE.owner())
                .sql("insert into access.member (case_id, person_id, role) values (:case, :person, 'reader')")
                .param("case", opened.id())
                .param("person", reader.person())
                .update();
        assertThat(cases.find(reader, opened.id()))
                .hasValueSatisfying(seen -> assertThat(seen.role().mayWrite()).isFalse());
        assertThat(cases.rename(reader, opened.id(), "Other")).isEqualTo(new CaseChange.NotFound());
        assertThat(cases.archive(reader, opened.id())).isEqualTo(new CaseChange.NotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\0b"})
    void refusesATitleThatIsNone(String title) {
        assertThat(NewCase.titleFits(title)).isFalse();
        assertThatThrownBy(() -> new NewCase(title, Whose.SELF, null, "en"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(NewCase.titleFits("x".repeat(201))).isFalse();
        assertThat(NewCase.titleFits("x".repeat(200))).isTrue();
    }

    @Test
    void renamesInTheSameCase() {
        var actor = people.add();
        var opened = cases.open(actor, new NewCase("My back", Whose.SELF, null, "en"));
        assertThat(cases.rename(actor, opened.id(), "Back and leg"))
                .isInstanceOfSatisfying(
                        CaseChange.Changed.class,
                        changed -> assertThat(changed.now().title()).isEqualTo("Back and leg"));
    }

    @Test
    void anEntryNeedsTheTransactionOfItsAct() {
        var actor = people.add();
        var opened = cases.open(actor, new NewCase("My back", Whose.SELF, null, "en"));
        assertThatThrownBy(() -> trail.record(actor, opened.id(), Action.FILE_OPENED, ""))
                .isInstanceOf(org.springframework.transaction.IllegalTransactionStateException.class);
    }
}
