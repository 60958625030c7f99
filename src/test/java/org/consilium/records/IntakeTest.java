package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.audit.Entry;
import org.consilium.audit.Verification;
import org.consilium.clinical.FactKind;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IntakeTest {
    private static final TestDatabase.Schemas DATABASE = TestDatabase.freshSchemas();

    private static final Path DATA =
            Path.of("target", "test-records", UUID.randomUUID().toString());
    private static final TestRooms ROOMS = TestRooms.on(
            DATABASE,
            Map.of("consilium.data", folder().toString(), "consilium.records.largest-file", "1MB"),
            "org.consilium.audit",
            "org.consilium.access",
            "org.consilium.records");

    private final Intake intake = ROOMS.bean(Intake.class);
    private final Records records = ROOMS.bean(Records.class);
    private final AuditTrail trail = ROOMS.bean(AuditTrail.class);
    private final Actor actor = ROOMS.bean(People.class).add();
    private final UUID caseId = ROOMS.bean(Cases.class)
            .open(actor, new NewCase("My breast", Whose.SELF, null, "en"))
            .id();

    private static Path folder() {
        try {
            return Files.createDirectories(DATA);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void close() {
        ROOMS.close();
    }

    @Test
    void filesWhatItReads() {
        var file = filed(receive("a.json", Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"))));
        assertThat(file.name()).isEqualTo("a.json");
        assertThat(file.format()).isEqualTo(Format.FHIR_R4);
        assertThat(file.counts()).containsEntry(FactKind.CONDITION, 1);
        var caseFile = records.caseFile(actor, caseId);
        assertThat(caseFile.facts()).hasSize(1);
        assertThat(caseFile.facts().getFirst().sources().getFirst().file()).isEqualTo(file.hash());
        assertThat(caseFile.birthDate()).hasToString("1961-04-09");
        assertThat(actions()).containsExactly(Action.FILE_RECEIVED, Action.CASE_OPENED);
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        var first = filed(receive("a.json", content));
        var before = records.caseFile(actor, caseId);
        assertThat(receive("b.json", content)).isEqualTo(new Receipt.Filed(first, true));
        assertThat(records.files(actor, caseId)).containsExactly(first);
        assertThat(records.caseFile(actor, caseId)).isEqualTo(before);
        assertThat(actions()).containsExactly(Action.FILE_RECEIVED, Action.CASE_OPENED);
    }

    @Test
    void theSameFileFromManyAtOnceIsOneFile() throws Exception {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        Callable<Receipt> call = () -> receive("a.json", content);
        try (var workers = Executors.newFixedThreadPool(6)) {
            for (Future<Receipt> receipt : workers.invokeAll(List.of(call, call, call, call, call, call))) {
                assertThat(receipt.get()).isInstanceOf(Receipt.Filed.class);
            }
        }
        assertThat(records.files(actor, caseId)).hasSize(1);
        assertThat(actions()).containsExactly(Action.FILE_RECEIVED, Action.CASE_OPENED);
        assertThat(blobs()).hasSize(1);
        assertThat(trail.verify(caseId)).isEqualTo(new Verification.Intact(2));
    }

    @Test
    void theSameFactFromTwoFilesIsOneFactWithTwoSources() {
        var condition = Bundles.condition("C50.911", "Breast cancer");
        var one = filed(receive("a.json", Bundles.of(Bundles.ada(), condition)));
        var other = filed(receive("b.json", Bundles.of(Bundles.ada(), Bundles.lab(7), condition)));
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
        filed(receive("a.json", Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"))));
        var before = records.caseFile(actor, caseId);
        var receipt = receive(
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
        assertThat(actions())
                .containsExactly(Action.FILE_ACCEPTED, Action.FILE_HELD, Action.FILE_RECEIVED, Action.CASE_OPENED);
    }

    @Test
    void removingAFileCanBeUndone() {
        var file = filed(receive("a.json", Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"))));
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
        var file = filed(receive("a.json", content));
        intake.remove(actor, caseId, file.hash());
        assertThat(receive("a.json", content)).isEqualTo(new Receipt.Filed(file, true));
        assertThat(actions().getFirst()).isEqualTo(Action.FILE_RESTORED);
    }

    @Test
    void anUnreadableFileIsKeptAsItIs() throws IOException {
        var bytes = new byte[] {0, 1, 2, (byte) 0xff, 4, 5, 0, 7};
        var file = filed(intake.receive(actor, caseId, new Incoming("scan.xyz", new ByteArrayInputStream(bytes))));
        assertThat(file.status()).isEqualTo(Reading.Status.KEPT);
        assertThat(file.problems()).isNotEmpty();
        try (var opened = records.open(actor, caseId, file.hash()).orElseThrow()) {
            assertThat(opened.bytes().readAllBytes()).isEqualTo(bytes);
        }
        assertThat(actions().getFirst()).isEqualTo(Action.FILE_OPENED);
    }

    @Test
    void refusesAnEmptyFileAndOneThatIsTooLarge() {
        assertThat(refused(receive("a.json", ""))).isEqualTo("records.empty");
        assertThat(refused(receive("a.json", " ".repeat((1 << 20) + 1)))).isEqualTo("records.refused.too-large");
        assertThat(records.files(actor, caseId)).isEmpty();
        assertThat(actions()).containsExactly(Action.CASE_OPENED);
        assertThat(DATA.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void aFileThatStopsArrivingLeavesNothing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection lost");
            }
        };
        var half = new SequenceInputStream(
                new ByteArrayInputStream("{\"resourceType\"".getBytes(StandardCharsets.UTF_8)), broken);
        assertThatThrownBy(() -> intake.receive(actor, caseId, new Incoming("a.json", half)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(records.files(actor, caseId)).isEmpty();
        assertThat(DATA.resolve("incoming")).isEmptyDirectory();
    }

    @Test
    void nothingOfAFileIsReadableOnDiskOrInTheDatabase() throws IOException {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        var file = filed(receive("Quintana.json", content));
        assertThat(DATA.resolve("incoming")).isEmptyDirectory();
        for (var blob : blobs()) {
            assertThat(Files.readString(blob, StandardCharsets.ISO_8859_1)).doesNotContain("Quintana", "C50.911");
            assertThat(Files.getPosixFilePermissions(blob)).hasSize(2);
        }
        assertThat(Files.getPosixFilePermissions(DATA.resolve("secrets/master-key.json")))
                .hasSize(2);
        assertThat(inDatabase()).doesNotContain("Quintana", "C50.911", "1961").contains(file.hash());
    }

    private String inDatabase() {
        return JdbcClient.create(DATABASE.owner())
                .sql("select hash, about || facts || identity as bytes from records.file where case_id = :case")
                .param("case", caseId)
                .query((row, number) ->
                        row.getString("hash") + new String(row.getBytes("bytes"), StandardCharsets.ISO_8859_1))
                .single();
    }

    @Test
    void anAlteredFileIsNoticedAndNothingElseIsLost() throws IOException {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        var file = filed(receive("a.json", content));
        var blob = blobs().getFirst();
        var bytes = Files.readAllBytes(blob);
        bytes[bytes.length - 20] ^= 1;
        Files.write(blob, bytes);
        assertThatThrownBy(() -> {
                    try (var opened = records.open(actor, caseId, file.hash()).orElseThrow()) {
                        opened.bytes().readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("the stored file " + file.hash() + " was altered or damaged");
        assertThat(records.caseFile(actor, caseId).facts()).hasSize(1);
        assertThat(receive("a.json", content)).isEqualTo(new Receipt.Filed(file, true));
        try (var opened = records.open(actor, caseId, file.hash()).orElseThrow()) {
            assertThat(opened.bytes()).hasContent(content);
        }
    }

    @Test
    void aStoredFileCannotStandInForAnother() throws IOException {
        var one = filed(receive("a.json", Bundles.of(Bundles.ada(), Bundles.lab(1))));
        var first = blobs().getFirst();
        var other = filed(receive("b.json", Bundles.of(Bundles.ada(), Bundles.lab(2))));
        var second = blobs().stream()
                .filter(path -> path.endsWith(other.hash()))
                .findFirst()
                .orElseThrow();
        Files.copy(first, second, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(one.hash()).isNotEqualTo(other.hash());
        assertThatThrownBy(() -> {
                    try (var opened = records.open(actor, caseId, other.hash()).orElseThrow()) {
                        opened.bytes().readAllBytes();
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void anotherPersonSeesAndChangesNothing() {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        var file = filed(receive("a.json", content));
        records.caseFile(actor, caseId);
        var stranger = ROOMS.bean(People.class).add();
        assertThat(records.caseFile(stranger, caseId).facts()).isEmpty();
        assertThat(records.caseFile(stranger, caseId).birthDate()).isNull();
        assertThat(records.files(stranger, caseId)).isEmpty();
        assertThat(records.file(stranger, caseId, file.hash())).isEmpty();
        assertThat(records.open(stranger, caseId, file.hash())).isEmpty();
        assertThat(refused(intake.receive(stranger, caseId, Bundles.file("a.json", content))))
                .isEqualTo("records.refused.no-case");
        assertThat(intake.accept(stranger, caseId, file.hash())).isEqualTo(new FileChange.NotFound());
        assertThat(intake.remove(stranger, caseId, file.hash())).isEqualTo(new FileChange.NotFound());
        assertThat(intake.restore(stranger, caseId, file.hash())).isEqualTo(new FileChange.NotFound());
        assertThat(records.files(actor, caseId)).containsExactly(file);
        assertThat(actions()).containsExactly(Action.FILE_RECEIVED, Action.CASE_OPENED);
    }

    @Test
    void aFileThatCannotBeMadeDurableIsNotAcknowledged() throws IOException {
        Files.writeString(DATA.resolve("blobs").resolve(caseId.toString()), "a file where the folder should be");
        assertThatThrownBy(() -> receive("a.json", Bundles.of(Bundles.ada(), Bundles.lab(3))))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(records.files(actor, caseId)).isEmpty();
        assertThat(actions()).containsExactly(Action.CASE_OPENED);
    }

    private Receipt receive(String name, String content) {
        return intake.receive(actor, caseId, Bundles.file(name, content));
    }

    private static StoredFile filed(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Filed.class);
        return ((Receipt.Filed) receipt).file();
    }

    private static String refused(Receipt receipt) {
        assertThat(receipt).isInstanceOf(Receipt.Refused.class);
        return ((Receipt.Refused) receipt).why().key();
    }

    private List<Action> actions() {
        return trail.of(actor, caseId, 100, Long.MAX_VALUE).stream()
                .map(Entry::action)
                .toList();
    }

    private List<Path> blobs() {
        try (var files = Files.walk(DATA.resolve("blobs").resolve(caseId.toString()))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
