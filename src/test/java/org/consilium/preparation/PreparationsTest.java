package org.consilium.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.audit.Entry;
import org.consilium.clinical.Code;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;
import org.consilium.triage.Answers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class PreparationsTest {
    private static final TestRooms ROOMS = TestRooms.on(
            TestDatabase.freshSchemas(),
            Map.of("consilium.data", TestDatabase.dataFolder()),
            "org.consilium.audit",
            "org.consilium.access",
            "org.consilium.vault",
            "org.consilium.preparation");
    private static final Answers MANY = new Answers(
            List.of("dolor de pecho, «fuerte»"),
            List.of(new Answers.Planned(
                    "Knee", List.of(Code.of("http://snomed.info/sct", "609588000")), LocalDate.of(2025, 2, 3))),
            true,
            LocalDate.of(2024, 12, 1),
            LocalDate.of(2025, 2, 3),
            LocalDate.of(2025, 1, 2),
            false,
            List.of(new Code("http://hl7.org/fhir/sid/icd-10-cm", "M17.0", "Knee arthritis")),
            "low",
            "US",
            "CA");

    private final Preparations preparations = ROOMS.bean(Preparations.class);
    private final People people = ROOMS.bean(People.class);

    @AfterAll
    static void close() {
        ROOMS.close();
    }

    private UUID newCase(Actor actor) {
        return ROOMS.bean(Cases.class)
                .open(actor, new NewCase("My knee", Whose.SELF, null, "en"))
                .id();
    }

    @Test
    void keepsAnswersAndThoseThatStoodBefore() {
        var actor = people.add();
        var kase = newCase(actor);
        assertThat(preparations.answers(actor, kase)).isEqualTo(Answers.NONE);

        assertThat(preparations.save(actor, kase, MANY)).isEqualTo(new AnswersChange.Saved());
        assertThat(preparations.save(actor, kase, MANY)).isEqualTo(new AnswersChange.Unchanged());
        assertThat(preparations.answers(actor, kase)).isEqualTo(MANY);
        preparations.save(actor, kase, Answers.NONE);

        assertThat(preparations.answers(actor, kase)).isEqualTo(Answers.NONE);
        assertThat(preparations.history(actor, kase))
                .extracting(SavedAnswers::answers)
                .containsExactly(Answers.NONE, MANY);
        assertThat(ROOMS.bean(AuditTrail.class).of(actor, kase, 10, Long.MAX_VALUE))
                .extracting(Entry::action)
                .containsExactly(Action.ANSWERS_CHANGED, Action.ANSWERS_CHANGED, Action.CASE_OPENED);
    }

    @Test
    void aStrangerSeesNothingAndChangesNothing() {
        var actor = people.add();
        var stranger = people.add();
        var kase = newCase(actor);
        preparations.save(actor, kase, MANY);

        assertThat(preparations.answers(stranger, kase)).isEqualTo(Answers.NONE);
        assertThat(preparations.history(stranger, kase)).isEmpty();
        assertThat(preparations.save(stranger, kase, Answers.NONE)).isEqualTo(new AnswersChange.NotFound());
        assertThat(preparations.save(actor, UUID.randomUUID(), MANY)).isEqualTo(new AnswersChange.NotFound());
        assertThat(preparations.answers(actor, kase)).isEqualTo(MANY);
    }
}
