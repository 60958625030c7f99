package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** Letters on the command line. */
class RequestsCommandTest {
    private static final String COLON = """
            {"resourceType": "Condition", "id": "c", "clinicalStatus": {"coding": [{"code": "active"}]},
             "code": {"text": "Colon cancer", "coding": [
               {"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "C18.7"}]}, "recordedDate": "2026-03-01"}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path record;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        record = Files.writeString(folder.resolve("record.json"), COLON);
    }

    private int requests(String... words) {
        return new CommandLine(new RequestsCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    @Test
    void eachDepartmentGetsItsLetterByTheLawOfTheCountry() {
        assertThat(requests(record.toString(), "--on", "2026-03-20", "--country", "us"))
                .isZero();
        assertThat(out.toString())
                .contains("Imaging department", "Pathology department", "Medical records", "45 CFR 164.524", "DICOM");
    }

    @Test
    void lettersAreOneJsonObjectAndPdfFiles() {
        var pdfs = folder.resolve("letters");

        assertThat(requests(record.toString(), "--json", "--language", "es", "--pdf", pdfs.toString()))
                .isZero();

        var json = JsonMapper.builder().build().readTree(out.toString());
        assertThat(json.path("group").asString()).isEqualTo("CA-CRC");
        assertThat(json.at("/letters/0/department").asString()).isEqualTo("imaging");
        assertThat(json.at("/letters/0/text").asString()).contains("Solicitud de copias");
        assertThat(json.at("/letters/0/items/0/status").asString()).isEqualTo("missing");
        assertThat(pdfs.resolve("letter-imaging.pdf")).isNotEmptyFile();
    }

    @Test
    void unusableInputIsOneClearLine() throws IOException {
        var nothing = Files.writeString(folder.resolve("p.json"), "{\"resourceType\": \"Patient\", \"id\": \"p\"}");

        assertThat(requests(nothing.toString())).isEqualTo(Cli.UNUSABLE_INPUT);
        assertThat(requests(folder.resolve("gone.json").toString())).isEqualTo(Cli.UNUSABLE_INPUT);
        assertThat(requests(record.toString(), "--on", "soon")).isEqualTo(Cli.UNUSABLE_INPUT);
        assertThat(requests(record.toString(), "--pdf", record.toString())).isEqualTo(Cli.UNUSABLE_INPUT);
        assertThat(err.toString().lines()).hasSize(4).allMatch(line -> line.startsWith("consilium: "));
    }
}
