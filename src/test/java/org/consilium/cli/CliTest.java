package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.Application;
import org.consilium.installation.Claim;
import org.consilium.installation.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CliTest {
    private record Answer(int code, String out, String err) {}

    @TempDir
    Path temp;

    @Test
    void tellsItsVersionAndItsCommands() {
        assertThat(run("--version").out()).startsWith("Consilium ");
        assertThat(run("--help").out()).contains("serve");
        assertThat(run("serve", "--help").out()).contains("--data", "--port").doesNotContain("rehearse");
    }

    @Test
    void answersAnUnknownWordWithOneLine() {
        for (var words : List.of(List.of("nonsense"), List.of("--nonsense"), List.of("serve", "--port", "many"))) {
            var answer = run(words.toArray(String[]::new));
            assertThat(answer.code()).isEqualTo(2);
            assertThat(answer.err().lines()).hasSize(1).first().asString().startsWith("consilium: ");
            assertThat(answer.out()).isEmpty();
        }
    }

    @Test
    void refusesATakenPortThatWasAskedFor() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            var port = Integer.toString(taken.getLocalPort());
            var answer = run("--data", temp.toString(), "--port", port);
            assertThat(answer.code()).isEqualTo(2);
            assertThat(answer.err()).contains("Port " + port + " is taken");
        }
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        assertThat(run("--data", temp.toString(), "--port", "70000")).satisfies(answer -> {
            assertThat(answer.code()).isEqualTo(2);
            assertThat(answer.err()).contains("does not exist");
        });
    }

    @Test
    void saysWhereTheFirstProgramRunsWhenAFolderIsUsedTwice() {
        try (var first = (Claim.Held) DataFolder.open(temp).claim()) {
            first.announce("http://127.0.0.1:4711");
            var answer = run("--data", temp.toString());
            assertThat(answer.code()).isEqualTo(2);
            assertThat(answer.err().lines()).hasSize(1).first().asString().contains("http://127.0.0.1:4711");
        }
    }

    @Test
    void saysThatAFileIsNoDataFolder() throws IOException {
        var file = Files.writeString(temp.resolve("file"), "text");
        var answer = run("--data", file.toString());
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("is a file");
    }

    private static Answer run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Cli.run(
                List.of(words),
                new Program(Application.class, context -> "/"),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return new Answer(code, out.toString(), err.toString());
    }
}
