package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WatchingTest {
    @TempDir
    Path folder;

    @Test
    void handsOnNewAndChangedFilesOnceTheyStayAsTheyAre() throws Exception {
        var old = Files.writeString(folder.resolve("old.txt"), "here before");
        var seen = new LinkedBlockingQueue<Path>();
        try (var watching = Watching.of(folder, Duration.ofMillis(300))) {
            var thread = Thread.ofPlatform().start(() -> {
                try {
                    watching.run(seen::add);
                } catch (java.io.IOException failed) {
                    throw new java.io.UncheckedIOException(failed);
                }
            });
            var fresh = folder.resolve("new.txt");
            Files.writeString(fresh, "one");
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(fresh);
            Files.writeString(old, "changed in size");
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(old);
            Files.writeString(folder.resolve(".hidden"), "not looked at");
            var deep = Files.createDirectories(folder.resolve("a/b")).resolve("deep.txt");
            Files.writeString(deep, "two");
            assertThat(seen.poll(20, TimeUnit.SECONDS)).isEqualTo(deep);
            thread.interrupt();
            thread.join();
            assertThat(seen).isEmpty();
        }
    }

    @Test
    void refusesAFolderThatIsNotThereAndExplainsItself() {
        var out = new StringWriter();
        var err = new StringWriter();
        var line =
                new CommandLine(new ReadCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

        assertThat(line.execute("--watch", folder.resolve("none").toString())).isEqualTo(Cli.UNUSABLE_INPUT);
        assertThat(err.toString()).startsWith("consilium: There is no folder");
        assertThat(line.execute("--help")).isZero();
        assertThat(out.toString()).contains("--watch");
    }
}
