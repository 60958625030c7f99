package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.Verification;
import org.consilium.clinical.FactKind;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private final OpenCase open = new OpenCase();
    private final Intake intake = open.intake;
    private final Records records = open.records;
    private final Actor actor = open.actor;
    private final UUID caseId = open.caseId;

    @Test
    void filesWhatItReads() {
        var file = open.file("a.json", Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer")));
        assertThat(file.name()).isEqualTo("a.json");
        assertThat(file.format()).isEqualTo(Format.FHIR_R4);
        assertThat(file.counts()).containsEntry(FactKind.CONDITION, 1);
        var caseFile = records.caseFile(actor, caseId);
        assertThat(caseFile.facts()).hasSize(1);
        assertThat(caseFile.facts().getFirst().sources().getFirst().file()).isEqualTo(file.hash());
        assertThat(caseFile.birthDate()).hasToString("1961-04-09");
        assertThat(open.actions()).containsExactly(Action.FILE_RECEIVED, Action.CASE_OPENED);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        var first = open.file("a.json", content);
        var before = records.caseFile(actor, caseId);
        assertThat(open.receive("b.json", content)).isEqualTo(new Receipt.Filed(first, true));
        assertThat(records.files(actor, caseId)).containsExactly(first);
        assertThat(records.caseFile(actor, caseId)).isEqualTo(before);
        assertThat(open.actions()).containsExactly(Action.FILE_RECEIVED, Action.CASE_OPENED);
    }

    @Test
    void theSameFileFromManyAtOnceIsOneFile() throws Exception {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        Callable<Receipt> call = () -> open.receive("a.json", content);
        try (var workers = Executors.newFixedThreadPool(6)) {
            for (Future<Receipt> receipt : workers.invokeAll(List.of(call, call, call, call, call, call))) {
                assertThat(receipt.get()).isInstanceOf(Receipt.Filed.class);
            }
        }
        assertThat(records.files(actor, caseId)).hasSize(1);
        assertThat(open.actions()).containsExactly(Action.FILE_RECEIVED, Action.CASE_OPENED);
        assertThat(open.blobs()).hasSize(1);
        assertThat(open.trail.verify(caseId)).isEqualTo(new Verification.Intact(2));
    }

    @Test
    void theSameFactFromTwoFilesIsOneFactWithTwoSources() {
        var condition = Bundles.condition("C50.911", "Breast cancer");
        var one = open.file("a.json", Bundles.of(Bundles.ada(), condition));
        var other = open.file("b.json", Bundles.of(Bundles.ada(), Bundles.lab(7), condition));
        var conditions = records.caseFile(actor, caseId).facts().stream()
                .filter(fact -> fact.kind() == FactKind.CONDITION)
                .toList();
        assertThat(conditions).hasSize(1);
        assertThat(conditions.getFirst().sources())
                .extracting("file")
                .containsExactlyInAnyOrder(one.hash(), other.hash());
    }

    @Test
    void theRecordOfSomeoneElseWaitsUntilAPersonDecides() {
        open.file("a.json", Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer")));
        var before = records.caseFile(actor, caseId);
        var receipt = open.receive(
                "b.json",
                Bundles.of(
                        Bundles.patient("Ada", "Quintana", "1984-11-30", "female"),
                        Bundles.condition("M54.5", "Back pain")));
        var waiting = assertThat(receipt)
                .asInstanceOf(InstanceOfAssertFactories.type(Receipt.NeedsReview.class))
                .actual();
        assertThat(waiting.why().key()).isEqualTo("records.review.born");
        assertThat(waiting.file().state()).isEqualTo(StoredFile.State.WAITING);
        assertThat(records.caseFile(actor, caseId)).isEqualTo(before);
        assertThat(intake.accept(actor, caseId, waiting.file().hash())).isInstanceOf(FileChange.Changed.class);
        assertThat(records.caseFile(actor, caseId).facts()).hasSize(2);
        assertThat(intake.accept(actor, caseId, waiting.file().hash())).isEqualTo(new FileChange.NotFound());
        assertThat(open.actions())
                .containsExactly(Action.FILE_ACCEPTED, Action.FILE_HELD, Action.FILE_RECEIVED, Action.CASE_OPENED);
    }

    @Test
    void removingAFileCanBeUndone() {
        var file = open.file("a.json", Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer")));
        var before = records.caseFile(actor, caseId);
        assertThat(intake.remove(actor, caseId, file.hash())).isInstanceOf(FileChange.Changed.class);
        assertThat(records.caseFile(actor, caseId).facts()).isEmpty();
        assertThat(records.files(actor, caseId))
                .extracting(StoredFile::state)
                .containsExactly(StoredFile.State.REMOVED);
        assertThat(intake.restore(actor, caseId, file.hash())).isEqualTo(new FileChange.Changed(file));
        assertThat(records.caseFile(actor, caseId)).isEqualTo(before);
    }

    @Test
    void aRemovedFileComesBackWhenItIsHandedInAgain() {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        var file = open.file("a.json", content);
        intake.remove(actor, caseId, file.hash());
        assertThat(open.receive("a.json", content)).isEqualTo(new Receipt.Filed(file, true));
        assertThat(open.actions().getFirst()).isEqualTo(Action.FILE_RESTORED);
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsTooLarge() {
        assertThat(OpenCase.refused(open.receive("a.json", ""))).isEqualTo("records.empty");
        assertThat(OpenCase.refused(open.receive("a.json", " ".repeat((1 << 20) + 1))))
                .isEqualTo("records.refused.too-large");
        assertThat(records.files(actor, caseId)).isEmpty();
        assertThat(open.actions()).containsExactly(Action.CASE_OPENED);
        assertThat(OpenCase.DATA.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void anotherPersonSeesAndChangesNothing() {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        var file = open.file("a.json", content);
        records.caseFile(actor, caseId);
        var stranger = OpenCase.newPerson();
        assertThat(records.caseFile(stranger, caseId).facts()).isEmpty();
        assertThat(records.caseFile(stranger, caseId).birthDate()).isNull();
        assertThat(records.files(stranger, caseId)).isEmpty();
        assertThat(records.file(stranger, caseId, file.hash())).isEmpty();
        assertThat(records.open(stranger, caseId, file.hash())).isEmpty();
        assertThat(OpenCase.refused(intake.receive(stranger, caseId, Bundles.file("a.json", content))))
                .isEqualTo("records.refused.no-case");
        assertThat(intake.accept(stranger, caseId, file.hash())).isEqualTo(new FileChange.NotFound());
        assertThat(intake.remove(stranger, caseId, file.hash())).isEqualTo(new FileChange.NotFound());
        assertThat(intake.restore(stranger, caseId, file.hash())).isEqualTo(new FileChange.NotFound());
        assertThat(records.files(actor, caseId)).containsExactly(file);
        assertThat(open.actions()).containsExactly(Action.FILE_RECEIVED, Action.CASE_OPENED);
    }
}
