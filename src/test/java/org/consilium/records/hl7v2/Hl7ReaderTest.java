package org.consilium.records.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Value;
import org.consilium.language.Messages;
import org.consilium.records.Excerpts;
import org.consilium.records.Format;
import org.consilium.records.Pile;
import org.consilium.records.Piles;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;

class Hl7ReaderTest {
    private static final String RESULT =
            "OBX|1|NM|718-7^Hemoglobin^LN||13.2|g/dL^gram per deciliter^UCUM|12-16|N|||F|||202603011015-0500";

    @Test
    void readsALaboratoryResult() {
        var reading = Samples.read(Samples.results("OBR|1|||58410-2^CBC^LN|||20260301|||||||||||||||||LAB|F", RESULT));

        assertThat(reading.status()).isEqualTo(Status.READ);
        var report = reading.facts().getFirst();
        assertThat(report.kind()).isEqualTo(FactKind.REPORT);
        assertThat(report.status()).isEqualTo("final");
        var lab = reading.facts().getLast();
        assertThat(lab.kind()).isEqualTo(FactKind.LAB);
        assertThat(lab.codes()).containsExactly(new Code(CodeSystems.LOINC, "718-7", "Hemoglobin"));
        assertThat(Objects.requireNonNull(lab.value()).text()).isEqualTo("13.2 g/dL");
        assertThat(lab.date()).hasToString("2026-03-01T10:15:00-05:00");
        assertThat(lab.detail(Detail.REFERENCE_RANGE)).hasValue("12-16");
        assertThat(lab.detail(Detail.INTERPRETATION)).hasValue("N");
        assertThat(lab.sources().getFirst().at()).isEqualTo("MSH[1]/OBX[1]");
        assertThat(Piles.pileOf(lab)).isEqualTo(Pile.LABS);
        assertThat(Objects.requireNonNull(reading.patient()).names()).containsExactly("Sample Patient");
    }

    @Test
    void readsEveryKindOfLineEndAndTheFramesOfTheNetwork() {
        var message = Samples.results("OBR|1|||58410-2^CBC^LN|||20260301", RESULT);
        for (var written : List.of(
                message,
                message.replace("\r", "\n"),
                message.replace("\r", "\r\n"),
                "\u000b" + message + "\u001c\r",
                "FHS|^~\\&|A\rBHS|^~\\&|A\r" + message + "BTS|1\rFTS|1\r",
                "\ufeff" + message)) {
            assertThat(Samples.read(written).facts()).as(written).hasSize(2);
        }
    }

    @Test
    void readsUnusualSeparatorsAndEscapes() {
        var message = Samples.results(
                        "OBR|1|||58410-2^CBC^LN|||20260301",
                        "OBX|1|ST|1-8^A \\T\\ B \\X41\\ \\S\\ \\Q\\^LN||x \\F\\ y\\.br\\z 100 \\% C:\\")
                .replace("|", "#")
                .replace("^", "*");

        var lab = Samples.read(message).facts().getLast();

        assertThat(lab.text()).isEqualTo("A & B A * \\Q\\");
        assertThat(lab.value()).isEqualTo(new Value.Words("x # y\nz 100 \\% C:\\"));
    }

    @Test
    void readsEveryTypeOfValue() {
        var facts = Samples.read(Samples.results(
                        "OBR|1|||24356-8^Urinalysis^LN|||20260301",
                        "OBX|1|SN|1^a^L||<^5|mg",
                        "OBX|2|SN|2^b^L||^1^:^128",
                        "OBX|3|SN|3^c^L||^10^-^20|/uL",
                        "OBX|4|CWE|4^d^L||260385009^Negative^SCT",
                        "OBX|5|DT|5^e^L||20260105",
                        "OBX|6|NM|6^f^L||1e999999999|mg",
                        "OBX|7|NM|7^g^L||\"\"|mg",
                        "OBX|8|TX|8^h^L||clear",
                        "OBX|9|NM|9^i^L||>=1.50|mg/dL"))
                .facts();

        assertThat(facts.stream()
                        .skip(1)
                        .map(fact -> fact.value() == null
                                ? "none"
                                : Objects.requireNonNull(fact.value()).text()))
                .containsExactly(
                        "<5 mg",
                        "1:128",
                        "10-20 /uL",
                        "Negative",
                        "2026-01-05",
                        "1e999999999 mg",
                        "none",
                        "clear",
                        ">=1.50 mg/dL");
    }

    @Test
    void tellsTheStatusInFhirWords() {
        var facts = Samples.read(Samples.results(
                        "OBR|1|||1-8^A^LN|||20260301|||||||||||||||||LAB|C",
                        "OBX|1|NM|1^a^L||1||||||P",
                        "OBX|2|NM|2^b^L||1||||||X",
                        "OBX|3|NM|3^c^L||1||||||W",
                        "OBX|4|NM|4^d^L||1||||||D",
                        "OBX|5|NM|5^e^L||1||||||?"))
                .facts();

        assertThat(facts)
                .extracting(Fact::status)
                .containsExactly(
                        "corrected", "preliminary", "cancelled", "entered-in-error", "entered-in-error", "unknown");
    }

    @Test
    void joinsTheLinesOfAnImagingReport() {
        var reading = Samples.read(Samples.results(
                "OBR|1|||71046^Chest X-ray 2 views^C4|||20260301|||||||||||||||||RAD|F",
                "OBX|1|TX|F^FINDINGS^L||The heart is normal.||||||F",
                "OBX|2|TX|F^FINDINGS^L||||||||F",
                "OBX|3|TX|I^IMPRESSION^L||No pneumonia.~Compare in a year.||||||F",
                "NTE|1||Dictated, not read"));

        assertThat(reading.facts()).hasSize(1);
        var report = reading.facts().getFirst();
        assertThat(report.detail(Detail.NARRATIVE))
                .hasValue(
                        "FINDINGS:\nThe heart is normal.\n\nIMPRESSION:\nNo pneumonia.\nCompare in a year.\nDictated, not read");
        assertThat(Piles.pileOf(report)).isEqualTo(Pile.IMAGING);
    }

    @Test
    void sortsAPathologyReport() {
        var reading = Samples.read(Samples.results(
                "OBR|1|||S^Surgical specimen^L|||20260301|||||||||||||||||SP|F",
                "OBX|1|FT|D^Diagnosis^L||Adenoma\\.br\\No dysplasia||||||F"));

        assertThat(reading.facts()).hasSize(1);
        assertThat(Piles.pileOf(reading.facts().getFirst())).isEqualTo(Pile.PATHOLOGY);
    }

    @Test
    void readsTheFileInsideOfAMessage() {
        var letter = Base64.getEncoder().encodeToString("Dear Dr. Example".getBytes(StandardCharsets.UTF_8));
        var reading = Samples.read(Samples.results(
                "OBR|1|||1-8^Letter^LN|||20260301",
                "OBX|1|ED|PDF^Letter^L||App^TEXT^plain^Base64^" + letter,
                "OBX|2|ED|PDF^Letter^L||App^TEXT^plain^Base64^",
                "OBX|3|RP|PDF^Picture^L||https://example.org/1^^image"));

        assertThat(reading.parts()).hasSize(1);
        assertThat(reading.parts().getFirst().place()).isEqualTo("MSH[1]/OBX[1]!");
        assertThat(reading.facts())
                .anySatisfy(fact -> assertThat(fact.detail(Detail.NARRATIVE)).hasValue("Dear Dr. Example"));
        assertThat(reading.problems())
                .extracting(problem -> problem.message().key())
                .contains("hl7v2.empty-file", "hl7v2.elsewhere");
    }

    @Test
    void readsLettersAsTheHeaderSaysTheyAreWritten() {
        for (var charset : List.of("UTF-8", "UTF-16LE", "windows-1252", "ISO-8859-2")) {
            var named = switch (charset) {
                case "UTF-8" -> "UNICODE UTF-8";
                case "ISO-8859-2" -> "8859/2";
                case "windows-1252" -> "8859/1";
                default -> "UNICODE";
            };
            var word = charset.equals("ISO-8859-2") ? "Żółć" : "Hemoglobina según";
            var message = Samples.results("OBR|1|||1-8^A^LN|||20260301", "OBX|1|ST|1^" + word + "^L||x")
                    .replace("|P|2.5.1", "|P|2.5.1||||||" + named);

            var facts = Samples.read(message.getBytes(Charset.forName(charset))).facts();

            assertThat(facts.getLast().text()).as(charset).isEqualTo(word);
        }
    }

    @Test
    void tellsOfSeveralPeopleAndOfTheHospitalsOwnSegments() {
        var one = Samples.results("ZPM|1|x", RESULT);
        var reading = Samples.read(one + one.replace("Patient^Sample||19700203", "Other^Person||19800101"));

        assertThat(reading.problems())
                .extracting(problem -> Messages.english().say(problem.message()))
                .anySatisfy(words -> assertThat(words).contains("2 people"))
                .anySatisfy(words -> assertThat(words).contains("only the sending hospital"));
        assertThat(reading.facts().getLast().sources().getFirst().at()).isEqualTo("MSH[2]/OBX[1]");
    }

    @Test
    void showsTheLinesAFactWasReadFrom() {
        var message = Samples.results("OBR|1|||1-8^A^LN|||20260301", RESULT, "NTE|1||note", "OBX|2|ST|2^b^L||second");
        var bytes = message.getBytes(StandardCharsets.UTF_8);

        assertThat(Excerpts.at(bytes, Format.HL7V2, "MSH[1]/OBX[1]")).hasValue(RESULT + "\nNTE|1||note");
        assertThat(Excerpts.at(bytes, Format.HL7V2, "MSH[1]/OBR[1]").orElseThrow())
                .contains("second");
        assertThat(Excerpts.at(bytes, Format.HL7V2, "MSH[1]").orElseThrow()).startsWith("MSH|^~\\&|");
        assertThat(Excerpts.at(bytes, Format.HL7V2, "MSH[9]/OBX[1]").orElseThrow())
                .contains("PID|");
    }

    @Test
    void saysWhenThereIsNothingInIt() {
        assertThat(Samples.read("MSH|").status()).isNotEqualTo(Status.READ);
        assertThat(Samples.read("MSH|^~\\&|A").facts()).extracting(Fact::kind).containsExactly(FactKind.DOCUMENT);
        assertThat(Samples.read("FHS|^~\\&|A\rFTS|0").status()).isEqualTo(Status.KEPT);
    }

    @Test
    void hasEverySentenceInBothLanguages() {
        var english = ResourceBundle.getBundle("messages/hl7v2", Locale.ENGLISH);
        for (var reason : Harvest.Reason.values()) {
            if (reason != Harvest.Reason.TEXT) {
                assertThat(english.keySet()).contains("hl7v2." + reason.word());
            }
        }
        english.keySet()
                .forEach(key -> assertThat(Messages.in(Locale.of("es")).say(key))
                        .isNotEqualTo(Messages.english().say(key)));
    }
}
