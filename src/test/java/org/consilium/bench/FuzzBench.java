package org.consilium.bench;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.consilium.records.Damages;

/**
 * Damaged files, other ones each time, for as long as is asked.
 *
 * <p>Arguments: minutes; the seed that an earlier run printed, to do the same again.
 */
public final class FuzzBench {
    private FuzzBench() {}

    public static void main(String[] arguments) throws Exception {
        var minutes = Long.parseLong(arguments[0]);
        var seed = arguments.length > 1
                ? Long.parseLong(arguments[1])
                : ThreadLocalRandom.current().nextLong();
        System.out.println("seed " + seed);
        var files = Damages.files(seed);
        var place = Files.createTempFile("damaged", "");
        var end = System.nanoTime() + Duration.ofMinutes(minutes).toNanos();
        var number = 0L;
        var troubles = 0;
        try {
            for (; System.nanoTime() < end; number++) {
                var file = files.get((int) (number % files.size()));
                var random = new Random(seed + number);
                var bytes = Damages.damaged(file.bytes(), random);
                while (bytes.length > 0 && random.nextInt(3) == 0) {
                    bytes = Damages.damaged(bytes, random);
                }
                var trouble = Damages.trouble(bytes, place);
                if (trouble.isPresent()) {
                    troubles++;
                    System.out.println("damage " + number + " of " + file.name() + ": " + trouble.get());
                }
            }
        } finally {
            Files.delete(place);
        }
        Figure.print("damages of " + files.size() + " files", number + " read, " + troubles + " in trouble");
        if (troubles > 0) {
            System.exit(1);
        }
    }
}
