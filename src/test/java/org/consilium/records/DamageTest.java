package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand damaged files: each is read to an end, soon, without failing, and with something said. */
class DamageTest {
    private static final int DAMAGES = 10_000;
    private static final long SEED = 20_260_301;

    @TempDir
    Path folder;

    @Test
    @Timeout(900)
    void noDamagedFileStopsTheReadingOrIsLostSilently() throws IOException, InterruptedException, ExecutionException {
        var files = Damages.files(SEED);
        var next = new AtomicInteger();
        var slowest = new AtomicLong();
        var begin = System.nanoTime();
        var troubles = new ArrayList<String>();
        try (var workers = Executors.newFixedThreadPool(2)) {
            for (var done : workers.invokeAll(List.of(work(files, 0, next, slowest), work(files, 1, next, slowest)))) {
                troubles.addAll(done.get());
            }
        }
        System.out.printf(
                "damages: %d of %d files in %.0f s, the slowest took %d ms%n",
                DAMAGES, files.size(), (System.nanoTime() - begin) / 1e9, slowest.get() / 1_000_000);
        assertThat(troubles).isEmpty();
    }

    private Callable<List<String>> work(List<Damages.Whole> files, int worker, AtomicInteger next, AtomicLong slowest) {
        return () -> {
            var place = folder.resolve("file" + worker);
            var troubles = new ArrayList<String>();
            for (var number = next.getAndIncrement(); number < DAMAGES; number = next.getAndIncrement()) {
                var file = files.get(number % files.size());
                var damaged = Damages.damaged(file.bytes(), new Random(SEED + number));
                var begin = System.nanoTime();
                var name = file.name();
                var which = number;
                Damages.trouble(damaged, place)
                        .ifPresent(trouble -> troubles.add("damage " + which + " of " + name + ": " + trouble));
                slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
            }
            return troubles;
        };
    }

    @Test
    void theWholeFilesSaySomethingToo() throws IOException, InterruptedException {
        var place = folder.resolve("file");
        for (var file : Damages.files(SEED)) {
            assertThat(Damages.trouble(file.bytes(), place)).as(file.name()).isEmpty();
        }
    }

    @Test
    void theSameSeedMakesTheSameDamage() {
        var whole = "0123456789".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        for (var seed = 0; seed < 100; seed++) {
            var damaged = Damages.damaged(whole, new Random(seed));

            assertThat(damaged).isNotEqualTo(whole).isEqualTo(Damages.damaged(whole, new Random(seed)));
        }
    }
}
