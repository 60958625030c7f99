package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReadCommandTest {
    private static final String GOUT =
            "{\"resourceType\":\"Condition\",\"code\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"90560007\",\"display\":\"Gout\"}]},\"onsetDateTime\":\"2020-05\"}";
    private static final String WEIGHT =
            "{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"text\":\"Weight\"},\"valueQuantity\":{\"value\":70.50,\"unit\":\"kg\"}}";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void writesOneJsonObjectWithFilesAndFacts() throws IOException {
        var first = write("a.json", GOUT);
        write("b.json", GOUT);
        write("c.json", WEIGHT);
        write("d.pdf", "%PDF-1.4");
        write("e.json", "{oops");
        write(".hidden.json", GOUT);
        Files.createSymbolicLink(folder.resolve("link.json"), first);

        var code = read(folder.toString(), "--json");

        assertThat(code).isZero();
        assertThat(err.toString()).isEmpty();
        var json = JsonMapper.shared().readTree(out.toString());
        assertThat(words(json.get("files"), "status")).containsExactly("read", "read", "read", "kept", "kept");
        assertThat(words(json.get("files"), "format"))
                .containsExactly("fhir-r4", "fhir-r4", "fhir-r4", "pdf", "unknown");
        assertThat(json.at("/files/4/problems/0/severity").asString()).isEqualTo("error");
        assertThat(words(json.get("facts"), "kind")).containsExactly("condition", "lab", "document", "document");
        assertThat(json.at("/facts/0/date").asString()).isEqualTo("2020-05");
        assertThat(json.at("/facts/0/codes/0/system").asString()).isEqualTo("http://snomed.info/sct");
        assertThat(json.at("/facts/0/sources")).hasSize(2);
        assertThat(json.at("/facts/1/value").isNumber()).isTrue();
        assertThat(json.at("/facts/1/unit").asString()).isEqualTo("kg");
    }

    @Test
    void writesATableForAPerson() throws IOException {
        var code = read(write("a.json", GOUT).toString());

        assertThat(code).isZero();
        assertThat(out.toString()).contains("fhir-r4", "read", "a.json", "1  condition");
    }

    @Test
    void answersUnusableInputWithOneLineAndCodeTwo() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        for (var arguments : List.of(
                new String[] {},
                new String[] {folder.resolve("missing.json").toString()},
                new String[] {folder.resolve("empty").toString(), "--json"},
                new String[] {write("empty.json", "").toString()},
                new String[] {
                    write("wrong.json", "{\"resourceType\":\"Condition\",").toString(), "--json"
                })) {
            out.getBuffer().setLength(0);
            err.getBuffer().setLength(0);

            var code = read(arguments);

            assertThat(code).isEqualTo(2);
            assertThat(err.toString().lines()).hasSize(1);
            assertThat(out.toString()).isEmpty();
        }
    }

    private int read(String... arguments) {
        return new CommandLine(new ReadCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> words(JsonNode all, String field) {
        var words = new ArrayList<String>();
        all.forEach(one -> words.add(one.get(field).asString()));
        return words;
    }
}
