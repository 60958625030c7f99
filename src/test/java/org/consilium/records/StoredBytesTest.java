package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is on disk and in the database, and what happens when that is not as it was. */
class StoredBytesTest {
    private final OpenCase open = new OpenCase();
    private final Intake intake = open.intake;
    private final Records records = open.records;
    private final Actor actor = open.actor;
    private final UUID caseId = open.caseId;

    @Test
    void nothingOfAFileIsReadableOnDiskOrInTheDatabase() throws IOException {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        var before = incoming();
        var file = open.file("Quintana.json", content);
        assertNothingNewIn(before);
        for (var blob : open.blobs()) {
            assertThat(Files.readString(blob, StandardCharsets.ISO_8859_1)).doesNotContain("Quintana", "C50.911");
            assertThat(Files.getPosixFilePermissions(blob)).hasSize(2);
        }
        assertThat(Files.getPosixFilePermissions(OpenCase.DATA.resolve("secrets/master-key.json")))
                .hasSize(2);
        assertThat(inDatabase()).doesNotContain("Quintana", "C50.911", "1961").contains(file.hash());
    }

    private String inDatabase() {
        return JdbcClient.create(OpenCase.DATABASE.owner())
                .sql("select hash, about || facts || identity as bytes from records.file where case_id = :case")
                .param("case", caseId)
                .query((row, number) ->
                        row.getString("hash") + new String(row.getBytes("bytes"), StandardCharsets.ISO_8859_1))
                .single();
    }

    @Test
    void anAlteredFileIsNoticedAndNothingElseIsLost() throws IOException {
        var content = Bundles.of(Bundles.ada(), Bundles.condition("C50.911", "Breast cancer"));
        var file = open.file("a.json", content);
        var blob = open.blobs().getFirst();
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
        assertThat(open.receive("a.json", content)).isEqualTo(new Receipt.Filed(file, true));
        try (var opened = records.open(actor, caseId, file.hash()).orElseThrow()) {
            assertThat(opened.bytes()).hasContent(content);
        }
    }

    @Test
    void aStoredFileCannotStandInForAnother() throws IOException {
        var one = open.file("a.json", Bundles.of(Bundles.ada(), Bundles.lab(1)));
        var first = open.blobs().getFirst();
        var other = open.file("b.json", Bundles.of(Bundles.ada(), Bundles.lab(2)));
        var second = open.blobs().stream()
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
    void aFileOfNothingButBlanksIsRefusedAndLeavesNothing() {
        assertThat(OpenCase.refused(open.receive("a.txt", "  \n\n "))).isEqualTo("records.empty");
        assertThat(open.blobs()).isEmpty();
        assertThat(records.files(actor, caseId)).isEmpty();
    }

    @Test
    void plainCopiesThatAKilledProgramLeftAreRemovedAtTheNextStart() throws IOException {
        var elsewhere = Files.createDirectories(
                OpenCase.DATA.resolveSibling(java.util.UUID.randomUUID().toString()));
        var left = Files.createDirectory(elsewhere.resolve("incoming")).resolve("left");
        Files.writeString(left, "plain");
        RecordsFolder.open(elsewhere);
        assertThat(left).doesNotExist();
    }

    @Test
    void aLostMasterKeyIsSaidAndNeverReplacedWhileThereAreRecords() throws IOException {
        var elsewhere = Files.createDirectories(
                OpenCase.DATA.resolveSibling(java.util.UUID.randomUUID().toString()));
        var folder = RecordsFolder.open(elsewhere);
        Files.createDirectory(folder.blobs().resolve("a-case"));
        RecordsFolder.open(elsewhere);
        var key = elsewhere.resolve("secrets/master-key.json");
        Files.delete(key);
        assertThatThrownBy(() -> RecordsFolder.open(elsewhere))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("missing");
        assertThat(key).doesNotExist();
    }

    @Test
    void aFileThatCannotBeMadeDurableIsNotAcknowledged() throws IOException {
        Files.writeString(
                OpenCase.DATA.resolve("blobs").resolve(caseId.toString()), "a file where the folder should be");
        assertThatThrownBy(() -> open.receive("a.json", Bundles.of(Bundles.ada(), Bundles.lab(3))))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(records.files(actor, caseId)).isEmpty();
        assertThat(open.actions()).containsExactly(Action.CASE_OPENED);
    }

    @Test
    void anUnreadableFileIsKeptAsItIs() throws IOException {
        var bytes = new byte[] {0, 1, 2, (byte) 0xff, 4, 5, 0, 7};
        var file = OpenCase.filed(
                intake.receive(actor, caseId, new Incoming("scan.xyz", new ByteArrayInputStream(bytes))));
        assertThat(file.status()).isEqualTo(Reading.Status.KEPT);
        assertThat(file.problems()).isNotEmpty();
        try (var opened = records.open(actor, caseId, file.hash()).orElseThrow()) {
            assertThat(opened.bytes().readAllBytes()).isEqualTo(bytes);
        }
        assertThat(open.actions().getFirst()).isEqualTo(Action.FILE_OPENED);
    }

    @Test
    void aFileThatStopsArrivingLeavesNothing() throws IOException {
        var half = new ByteArrayInputStream("{\"resourceType\"".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int from, int count) {
                var read = super.read(buffer, from, count);
                if (read < 0) {
                    throw new UncheckedIOException(new IOException("connection lost"));
                }
                return read;
            }
        };
        var before = incoming();
        assertThatThrownBy(() -> intake.receive(actor, caseId, new Incoming("a.json", half)))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(records.files(actor, caseId)).isEmpty();
        assertNothingNewIn(before);
    }

    /** Plain copies there are now; a reading in the background of another test may have some of its own. */
    private static Set<Path> incoming() throws IOException {
        try (var files = Files.list(OpenCase.DATA.resolve("incoming"))) {
            return files.collect(Collectors.toSet());
        }
    }

    private static void assertNothingNewIn(Set<Path> before) throws IOException {
        assertThat(incoming()).isSubsetOf(before);
    }
}
