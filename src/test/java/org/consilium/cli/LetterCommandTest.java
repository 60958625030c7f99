package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.Application;
import org.consilium.letters.Forms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class LetterCommandTest {
    @TempDir
    Path folder;

    @Test
    void saysEachFieldWithItsSentence() throws IOException {
        var said = run(letter("letter.txt", Forms.text()));

        assertThat(said.code).isZero();
        assertThat(said.out)
                .contains("Nothing of it counts until a person has checked it", "/author/name = Helen Ward")
                .contains("    line 7: Complete rotator cuff tear of the right shoulder.");
    }

    @Test
    void saysTheSameAsJson() throws IOException {
        var said = run(letter("consult.xml", Forms.consultNote()), "--json");

        assertThat(said.code).isZero();
        var fields = JsonMapper.builder().build().readTree(said.out).path("fields");
        assertThat(fields.isArray()).isTrue();
        var coded = 0;
        for (var field : fields) {
            assertThat(field.path("path").asString()).startsWith("/");
            assertThat(field.path("value").asString()).isNotBlank();
            assertThat(field.path("sentence").asString()).isNotBlank();
            assertThat(field.path("at").asString()).startsWith("/ClinicalDocument");
            assertThat(field.path("confidence").asString()).isIn("said", "implied", "unsure");
            assertThat(field.path("end").intValue())
                    .isGreaterThan(field.path("start").intValue());
            for (var code : field.path("codes")) {
                coded++;
                assertThat(code.path("system").asString()).startsWith("http");
                assertThat(code.path("code").asString()).isNotBlank();
            }
        }
        assertThat(coded).isEqualTo(2);
    }

    @Test
    void refusesWhatItCannotReadInOneLine() throws IOException {
        var missing = run(folder.resolve("none.txt").toString());
        var directory = run(folder.toString());
        var locked = run(letter("locked.pdf", Forms.pdf(Forms.LETTER, "secret")));
        var empty = run(letter("empty.txt", new byte[0]), "--json");

        assertThat(List.of(missing, directory, locked, empty)).allSatisfy(said -> {
            assertThat(said.code).isEqualTo(Cli.UNUSABLE_INPUT);
            assertThat(said.out).isEmpty();
            assertThat(said.err).startsWith("consilium: ").hasLineCount(1);
        });
        assertThat(missing.err).contains("there is no such file");
        assertThat(locked.err).contains("locked with a password");
    }

    @Test
    void whatIsNoLetterGivesNoFields() throws IOException {
        var said = run(letter("list.txt", "milk\nbread\n".getBytes(StandardCharsets.UTF_8)), "--json");

        assertThat(said.code).isZero();
        assertThat(JsonMapper.builder().build().readTree(said.out).path("fields"))
                .isEmpty();
    }

    @Test
    void helpsAndWantsAFile() {
        assertThat(run("--help").out).contains("Usage: consilium letter", "FILE", "--json", "--data");
        assertThat(run().code).isNotZero();
        assertThat(run("a", "b").code).isNotZero();
    }

    private String letter(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private record Said(int code, String out, String err) {}

    private Said run(String... words) {
        var all = new ArrayList<>(List.of("letter"));
        all.addAll(List.of(words));
        if (words.length > 0 && !words[0].startsWith("-")) {
            all.addAll(List.of("--data", folder.resolve("data").toString()));
        }
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Cli.run(
                all,
                new Program(Application.class, context -> "/"),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return new Said(code, out.toString(), err.toString());
    }
}
