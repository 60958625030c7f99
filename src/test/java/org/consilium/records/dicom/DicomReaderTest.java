package org.consilium.records.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Sex;
import org.consilium.records.Format;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DicomReaderTest {
    @TempDir
    Path folder;

    @Test
    void tellsWhichExaminationASliceBelongsToHoweverItIsWritten() throws IOException {
        for (var syntax : new TransferSyntax[] {
            TransferSyntax.EXPLICIT,
            TransferSyntax.IMPLICIT,
            TransferSyntax.BIG_ENDIAN,
            TransferSyntax.of("1.2.840.10008.1.2.1.99")
        }) {
            var reading = Samples.read(
                    folder,
                    "slice",
                    Samples.pixels(Samples.slice(new Written(syntax, true), "1.2.3", 1, 1))
                            .file());

            assertThat(reading.format()).isEqualTo(Format.DICOM);
            assertThat(reading.status()).as(syntax.uid()).isEqualTo(Status.READ);
            assertThat(reading.problems()).isEmpty();
            assertThat(reading.patient()).isNotNull();
            assertThat(Objects.requireNonNull(reading.patient()).names()).containsExactly("Ana Example");
            assertThat(Objects.requireNonNull(reading.patient()).birthDate()).hasToString("1970-01-31");
            assertThat(Objects.requireNonNull(reading.patient()).sex()).isEqualTo(Sex.FEMALE);
            assertThat(Objects.requireNonNull(reading.patient()).identifiers()).containsExactly("|4711");
            assertThat(reading.facts()).hasSize(1);
            var fact = reading.facts().getFirst();
            assertThat(fact.kind()).isEqualTo(FactKind.IMAGING);
            assertThat(fact.text()).isEqualTo("CT chest with contrast");
            assertThat(fact.date()).hasToString("2024-03-05T10:15:30");
            assertThat(fact.status()).isEqualTo("available");
            assertThat(fact.codes()).containsExactly(Code.of(CodeSystems.DICOM, "CT"));
            assertThat(fact.details())
                    .containsAllEntriesOf(Map.of(
                            Detail.MODALITY, "CT",
                            Detail.BODY_SITE, "CHEST",
                            Detail.STUDY, "1.2.3",
                            Detail.IMAGES, "yes",
                            Detail.SERIES, "1",
                            Detail.INSTANCES, "1"));
        }
    }

    @Test
    void readsAFileWithoutPreambleAndMetaInformation() throws IOException {
        for (var syntax :
                new TransferSyntax[] {TransferSyntax.EXPLICIT, TransferSyntax.IMPLICIT, TransferSyntax.BIG_ENDIAN}) {
            var reading = Samples.read(
                    folder,
                    "bare",
                    Samples.pixels(Samples.slice(new Written(syntax, false), "1.2.3", 1, 1))
                            .bytes());

            assertThat(reading.format()).as(syntax.uid()).isEqualTo(Format.DICOM);
            assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("CT chest with contrast");
            assertThat(reading.problems())
                    .extracting(problem -> problem.message().key())
                    .containsExactly("dicom.trouble.unannounced");
        }
    }

    @Test
    void saysWhenAFileEndsTooSoonAndShowsWhatItHolds() throws IOException {
        var whole =
                Samples.pixels(Samples.slice(Written.explicit(), "1.2.3", 1, 1)).file();

        var reading = Samples.read(folder, "cut", Arrays.copyOf(whole, whole.length - 20));

        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(reading.problems())
                .extracting(problem -> problem.message().key())
                .containsExactly("dicom.trouble.cut");
        assertThat(reading.facts()).extracting(fact -> fact.text()).containsExactly("CT chest with contrast");
    }

    @Test
    void keepsAFileInWhichNothingCanBeRead() throws IOException {
        var reading = Samples.read(
                folder, "scan", (" ".repeat(128) + "DICM").getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(reading.format()).isEqualTo(Format.DICOM);
        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(reading.facts()).extracting(fact -> fact.kind()).containsExactly(FactKind.DOCUMENT);
        assertThat(reading.problems())
                .extracting(problem -> problem.message().key())
                .containsExactly("dicom.unreadable");
    }
}
