package org.consilium.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.opinions.Draft;
import org.consilium.opinions.Review;
import org.consilium.records.ByHand;
import org.consilium.records.CaseFile;
import org.consilium.records.Format;
import org.consilium.records.Note;
import org.consilium.records.Reading;
import org.consilium.records.StoredFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PacketTest {
    private static final Instant ASKED = Instant.parse("2026-03-02T10:00:00Z");
    private static final String LETTER = "a".repeat(64);
    private static final String RECORDS = "b".repeat(64);
    private static final Fact IN_RECORDS = fact(FactKind.CONDITION, "Rotator cuff tear", RECORDS, Map.of());
    private static final Fact IN_LETTER = fact(
            FactKind.CONDITION, "Rotator cuff tear", LETTER, Map.of(Detail.BODY_SITE, "Supraspinatus, needs repair"));

    @Test
    void whatOnlyAFileKeptBackSaysIsKeptBack() {
        var packet = packet(true, fact(FactKind.CONDITION, "Frozen shoulder", LETTER, Map.of()), IN_RECORDS);

        assertThat(packet.facts()).containsExactly(IN_RECORDS);
        assertThat(packet.factsKeptBack()).isOne();
        assertThat(packet.files()).extracting(StoredFile::hash).containsExactly(RECORDS);
        assertThat(packet.filesKeptBack()).isOne();
    }

    @Test
    void whatAFileKeptBackAddsToAFactOfAnOpenFileIsKeptBack() {
        var merged = caseFile(Set.of(), IN_RECORDS, IN_LETTER).facts();
        assertThat(merged)
                .singleElement()
                .satisfies(fact -> assertThat(fact.details()).containsKey(Detail.BODY_SITE));

        var packet = packet(true, IN_RECORDS, IN_LETTER);

        assertThat(packet.facts()).containsExactly(IN_RECORDS);
        assertThat(packet.toString()).doesNotContain("needs repair");
        assertThat(packet.factsKeptBack()).as("the fact itself is shown").isZero();
    }

    @Test
    void aPlanIsKeptBackWithTheOriginalOfItsFile() {
        var planned = fact(FactKind.PLANNED_PROCEDURE, "Repair of the cuff", RECORDS, Map.of());

        var packet = packet(true, planned, IN_RECORDS);

        assertThat(packet.facts()).containsExactly(IN_RECORDS);
        assertThat(packet.files()).isEmpty();
        assertThat(packet.file(RECORDS)).isEmpty();
    }

    @Test
    void aReviewThatIsNotBlindSeesEverything() {
        var packet = packet(false, IN_RECORDS, IN_LETTER);

        assertThat(packet.facts()).hasSize(1).allMatch(fact -> fact.sources().size() == 2);
        assertThat(packet.files()).hasSize(2);
        assertThat(packet.factsKeptBack() + packet.filesKeptBack()).isZero();
    }

    @Test
    void newWordsByHandForAnIllnessDoNotCountAndANewDateDoes() {
        assertThat(Packet.heeds(corrected("Full tear, needs repair", null))).isFalse();
        assertThat(Packet.heeds(
                        corrected("Rotator cuff tear", PartialDate.parse("2026").orElseThrow())))
                .isTrue();
        var same = new ByHand(FactKind.CONDITION, "Rotator cuff tear", null, null);
        var other = new ByHand(FactKind.CONDITION, "Full tear, needs repair", null, null);
        assertThat(Packet.heeds(note(new Note.Act.Confirm("x", IN_RECORDS, null))))
                .isTrue();
        assertThat(Packet.heeds(note(new Note.Act.Confirm("x", IN_RECORDS, same))))
                .isTrue();
        assertThat(Packet.heeds(note(new Note.Act.Confirm("x", IN_RECORDS, other))))
                .isFalse();
        assertThat(Packet.heeds(note(new Note.Act.Hide("x", IN_RECORDS)))).isTrue();
    }

    @Test
    void aMedicineNamedAnewByHandCounts() {
        var medicine = new ByHand(FactKind.MEDICATION, "Ibuprofen 400 mg", null, null);

        assertThat(Packet.heeds(note(new Note.Act.Correct("x", IN_RECORDS, medicine))))
                .isTrue();
    }

    private static Note corrected(String text, @Nullable PartialDate date) {
        return note(new Note.Act.Correct("x", IN_RECORDS, new ByHand(FactKind.CONDITION, text, date, null)));
    }

    private static Note note(Note.Act act) {
        return new Note(UUID.randomUUID(), new Actor(UUID.randomUUID()), ASKED, act);
    }

    private static Packet packet(boolean blinded, Fact... facts) {
        var review = new Review(
                UUID.randomUUID(),
                UUID.randomUUID(),
                Review.Kind.OPINION,
                new Actor(UUID.randomUUID()),
                new Review.Asked("Dr. B", "", Set.of(LETTER)),
                blinded,
                null,
                Draft.EMPTY,
                null,
                null,
                new Review.Link(ASKED, ASKED.plusSeconds(3600), null, 0, 1));
        return Packet.of(
                review,
                caseFile(Set.of(), facts),
                List.of(file(LETTER, "letter.txt"), file(RECORDS, "records.json")),
                List.of(),
                closed -> caseFile(closed, facts));
    }

    private static CaseFile caseFile(Set<String> without, Fact... facts) {
        return CaseFile.of(
                Arrays.stream(facts)
                        .filter(fact ->
                                !without.contains(fact.sources().getFirst().file()))
                        .toList(),
                List.of());
    }

    private static Fact fact(FactKind kind, String text, String file, Map<Detail, String> details) {
        return new Fact(
                kind,
                text.startsWith("Frozen") ? List.of() : List.of(Code.of(CodeSystems.ICD10CM, "M75.101")),
                text,
                null,
                null,
                "active",
                null,
                details,
                List.of(new Source(file, "/1")));
    }

    private static StoredFile file(String hash, String name) {
        return new StoredFile(
                hash,
                name,
                1,
                ASKED.minusSeconds(60),
                StoredFile.State.FILED,
                Format.TEXT,
                Reading.Status.READ,
                Map.of(),
                List.of(),
                null,
                List.of());
    }
}
