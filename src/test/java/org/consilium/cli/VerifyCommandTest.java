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
import org.consilium.opinions.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
    private static final String UNSIGNED =
            "{\"author\": {\"name\": \"Dr. A\"}, \"date\": \"2026-03-04\", \"diagnoses\": [{\"text\": \"Sciatica\"}]}";

    @TempDir
    Path folder;

    @Test
    void anOpinionAsItWasSignedIsIntact() throws IOException {
        var signed = Samples.signed(UNSIGNED);

        var intact = run(file("signed.json", signed.getBytes(StandardCharsets.UTF_8)));
        var changed =
                run(file("changed.json", signed.replace("Sciatica", "Gout").getBytes(StandardCharsets.UTF_8)));
        var unreadable =
                run(file("odd.json", signed.replace("Ed25519", "Ed00000").getBytes(StandardCharsets.UTF_8)));

        assertThat(intact.code).isZero();
        assertThat(intact.out).contains("intact: signed at 2026-03-04T10:00:00Z with the key");
        assertThat(changed.code).isEqualTo(1);
        assertThat(changed.out).contains("changed after signing");
        assertThat(unreadable.code).isNotZero();
    }

    @Test
    void anOpinionThatNobodySignedIsNotIntact() throws IOException {
        var said = run(file("plain.json", UNSIGNED.getBytes(StandardCharsets.UTF_8)));

        assertThat(said.code).isEqualTo(1);
        assertThat(said.out).contains("unsigned: nobody signed this opinion");
    }

    @Test
    void refusesWhatIsNoOpinionInOneLine() throws IOException {
        var refused = List.of(
                run(folder.resolve("none.json").toString()),
                run(folder.toString()),
                run(file("empty.json", new byte[0])),
                run(file("letter.pdf", Forms.pdf())),
                run(file("other.json", "{\"resourceType\": \"Patient\"}".getBytes(StandardCharsets.UTF_8))));

        assertThat(refused).allSatisfy(said -> {
            assertThat(said.code).isEqualTo(Cli.UNUSABLE_INPUT);
            assertThat(said.out).isEmpty();
            assertThat(said.err).startsWith("consilium: ").hasLineCount(1);
        });
        assertThat(refused.getFirst().err).contains("there is no such file");
    }

    @Test
    void helpsAndWantsAFile() {
        assertThat(run("--help").out).contains("Usage: consilium verify", "FILE");
        assertThat(run().code).isNotZero();
    }

    private String file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    private record Said(int code, String out, String err) {}

    private static Said run(String... words) {
        var all = new ArrayList<>(List.of("verify"));
        all.addAll(List.of(words));
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
