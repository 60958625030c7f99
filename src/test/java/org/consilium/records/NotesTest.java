package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.consilium.audit.Actor;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.junit.jupiter.api.Test;

class NotesTest {
    private static final Actor ME = new Actor(new UUID(1, 1));
    private static final Fact CANCER = fact(FactKind.CONDITION, "Left breast cancer", "active", null);
    private static final Fact LAB = fact(FactKind.LAB, "Hemoglobin", "final", "7.5");
    private static final Fact PROPOSED = fact(FactKind.LAB, "Creatinine", Fact.PROPOSED, "1.9");
    private static final CaseFile READ = CaseFile.of(List.of(CANCER, LAB, PROPOSED), List.of());

    private int count;

    @Test
    void withoutNotesNothingChanges() {
        assertThat(Notes.apply(READ, List.of())).isEqualTo(READ);
    }

    @Test
    void aCorrectionKeepsWhereItWasReadAndDropsWhatNoLongerFits() {
        var note = note(new Note.Act.Correct(
                key(CANCER), CANCER, new ByHand(FactKind.CONDITION, "Right breast cancer", CANCER.date(), null)));

        var now = only(Notes.apply(READ, List.of(note)), FactKind.CONDITION);

        assertThat(now.text()).isEqualTo("Right breast cancer");
        assertThat(now.codes()).isEmpty();
        assertThat(now.details()).doesNotContainKey(Detail.LATERALITY);
        assertThat(now.status()).isEqualTo("active");
        assertThat(now.sources())
                .containsAll(CANCER.sources())
                .contains(new Source("by-hand", note.id().toString()));
    }

    @Test
    void aCorrectedValueLosesItsJudgementAndKeepsItsName() {
        var value = new Value.Quantity(new BigDecimal("13.5"), null, "g/dL");
        var note = note(new Note.Act.Correct(key(LAB), LAB, new ByHand(FactKind.LAB, LAB.text(), LAB.date(), value)));

        var now = only(Notes.apply(READ, List.of(note)), FactKind.LAB);

        assertThat(now.value()).isEqualTo(value);
        assertThat(now.codes()).isEqualTo(LAB.codes());
        assertThat(now.details()).doesNotContainKey(Detail.INTERPRETATION);
    }

    @Test
    void aHiddenFactDoesNotCountUntilThatIsTakenBack() {
        var hide = note(new Note.Act.Hide(key(LAB), LAB));

        var hidden = Notes.apply(READ, List.of(hide));
        var back = Notes.apply(READ, List.of(hide, note(new Note.Act.Undo(hide.id()))));

        assertThat(hidden.facts()).doesNotContain(LAB);
        assertThat(hidden.hash()).isNotEqualTo(READ.hash());
        assertThat(back).isEqualTo(READ);
    }

    @Test
    void aProposalCountsOnlyWhenItIsConfirmed() {
        var confirmed = Notes.apply(READ, List.of(note(new Note.Act.Confirm(key(PROPOSED), PROPOSED, null))));
        var rejected = Notes.apply(READ, List.of(note(new Note.Act.Reject(key(PROPOSED), PROPOSED))));

        assertThat(READ.facts()).noneMatch(fact -> fact.text().equals("Creatinine"));
        assertThat(confirmed.proposals()).isEmpty();
        assertThat(confirmed.facts())
                .anyMatch(fact ->
                        fact.text().equals("Creatinine") && fact.status().equals("final") && fact.holds());
        assertThat(rejected.proposals()).isEmpty();
        assertThat(rejected.facts()).isEqualTo(READ.facts());
    }

    @Test
    void theLatestOfSeveralNotesOnOneFactStands() {
        var hide = note(new Note.Act.Hide(key(LAB), LAB));
        var correct = note(
                new Note.Act.Correct(key(LAB), LAB, new ByHand(FactKind.LAB, "Haemoglobin", LAB.date(), LAB.value())));

        assertThat(Notes.apply(READ, List.of(correct, hide)).facts())
                .anyMatch(fact -> fact.text().equals("Haemoglobin"));
    }

    @Test
    void aNoteFindsItsFactWhenAnotherFileSaysMoreAboutIt() {
        var hide = note(new Note.Act.Hide(key(LAB), LAB));
        var fuller = new Fact(
                LAB.kind(),
                List.of(LAB.codes().getFirst(), Code.of("http://snomed.info/sct", "259695003")),
                LAB.text(),
                LAB.date(),
                null,
                LAB.status(),
                LAB.value(),
                LAB.details(),
                List.of(LAB.sources().getFirst(), new Source("other", "x")));
        var elsewhere = fact(FactKind.LAB, "Sodium", "final", "7.5");

        var now = Notes.apply(CaseFile.of(List.of(CANCER, fuller, elsewhere), List.of()), List.of(hide));

        assertThat(now.facts()).extracting(Fact::text).containsExactly("Left breast cancer", "Sodium");
    }

    @Test
    void aNoteWhoseFactIsGoneDoesNothing() {
        var read = CaseFile.of(List.of(CANCER), List.of());

        assertThat(Notes.apply(read, List.of(note(new Note.Act.Hide(key(LAB), LAB))))
                        .facts())
                .isEqualTo(read.facts());
    }

    @Test
    void anAddedFactSaysWhoWroteItAndAnAnnotationChangesNothing() {
        var add = note(new Note.Act.Add(
                new ByHand(FactKind.ALLERGY, "Penicillin", new PartialDate(1999, null, null, null), null)));
        var words = note(new Note.Act.Annotate(key(LAB), LAB, "after the operation"));

        var now = Notes.apply(READ, List.of(add, words));

        var allergy = only(now, FactKind.ALLERGY);
        assertThat(allergy.status()).isEqualTo("active");
        assertThat(allergy.sources())
                .containsExactly(new Source(ByHand.FILE, add.id().toString()));
        assertThat(now.facts()).contains(LAB, CANCER);
        assertThat(Notes.annotations(List.of(words))).containsEntry(key(LAB), "after the operation");
    }

    @Test
    void whatIsStoredIsReadBackEqual() {
        var now = new ByHand(
                FactKind.LAB, "Potasio «alto»", PartialDate.parse("2024-03").orElseThrow(), LAB.value());
        for (var act : List.of(
                new Note.Act.Correct("k", LAB, now),
                new Note.Act.Hide("k", CANCER),
                new Note.Act.Annotate("k", LAB, "words\n«here»"),
                new Note.Act.Add(now),
                new Note.Act.Confirm("k", PROPOSED, null),
                new Note.Act.Confirm("k", PROPOSED, now),
                new Note.Act.Reject("k", PROPOSED),
                new Note.Act.Undo(new UUID(3, 4)))) {
            assertThat(NoteJson.read(NoteJson.word(act), NoteJson.write(act))).isEqualTo(act);
        }
    }

    @Property(tries = 300)
    void theOrderInWhichNotesAreGivenMakesNoDifferenceAndTwiceIsOnce(
            @ForAll @IntRange(min = 0, max = 12) int many, @ForAll long seed) {
        var random = new Random(seed);
        var notes = new ArrayList<Note>();
        for (var number = 0; number < many; number++) {
            notes.add(note(act(random, notes)));
        }
        var shuffled = new ArrayList<>(notes);
        Collections.shuffle(shuffled, random);

        var once = Notes.apply(READ, notes);

        assertThat(Notes.apply(READ, shuffled)).isEqualTo(once);
        assertThat(Notes.apply(once, notes)).isEqualTo(once);
        assertThat(once.facts()).noneMatch(Fact::isProposed);
        assertThat(once.proposals()).allMatch(Fact::isProposed);
    }

    private static Note.Act act(Random random, List<Note> before) {
        var fact = List.of(CANCER, LAB, PROPOSED).get(random.nextInt(3));
        var now = new ByHand(fact.kind(), "Words " + random.nextInt(3), fact.date(), fact.value());
        return switch (random.nextInt(6)) {
            case 0 ->
                fact.isProposed()
                        ? new Note.Act.Confirm(key(fact), fact, random.nextBoolean() ? now : null)
                        : new Note.Act.Correct(key(fact), fact, now);
            case 1 -> new Note.Act.Hide(key(fact), fact);
            case 2 -> new Note.Act.Annotate(key(fact), fact, "words");
            case 3 -> new Note.Act.Add(new ByHand(FactKind.ALLERGY, "Nuts " + random.nextInt(2), null, null));
            case 4 -> new Note.Act.Reject(key(PROPOSED), PROPOSED);
            default ->
                before.isEmpty()
                        ? new Note.Act.Hide(key(fact), fact)
                        : new Note.Act.Undo(
                                before.get(random.nextInt(before.size())).id());
        };
    }

    private static Fact only(CaseFile file, FactKind kind) {
        var found = file.facts().stream().filter(fact -> fact.kind() == kind).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static String key(Fact fact) {
        return FactKey.of(fact);
    }

    private Note note(Note.Act act) {
        count++;
        return new Note(new UUID(7, count), ME, Instant.EPOCH.plusSeconds(count), act);
    }

    private static Fact fact(
            FactKind kind, String text, String status, @org.jspecify.annotations.Nullable String value) {
        return new Fact(
                kind,
                List.of(new Code(CodeSystems.LOINC, "c-" + text.length(), text)),
                text,
                PartialDate.parse("2024-03-05").orElseThrow(),
                null,
                status,
                value == null ? null : new Value.Quantity(new BigDecimal(value), null, "g/dL"),
                Map.of(Detail.LATERALITY, "left", Detail.INTERPRETATION, "L"),
                List.of(new Source("file", "page 1")));
    }
}
