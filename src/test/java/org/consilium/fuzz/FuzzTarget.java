package org.consilium.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.consilium.records.Content;
import org.consilium.records.Unpacking;
import org.jspecify.annotations.Nullable;

/** What the engine calls with each input. The first byte of an input picks one of the targets of this process. */
public final class FuzzTarget {
    static final String TARGETS = "fuzz.targets";
    static final String FOLDER = "fuzz.folder";

    /** The input that is being read; what is left of it when the process falls over. */
    static final String LAST = "last-input";

    private static @Nullable FuzzTarget current;

    private final List<Target> targets;
    private final Path place;

    private FuzzTarget(List<Target> targets, Path place) {
        this.targets = targets;
        this.place = place;
    }

    /** Called once by the engine. */
    public static void fuzzerInitialize() throws IOException {
        var targets = Arrays.stream(System.getProperty(TARGETS, "any").split(","))
                .map(Target::of)
                .toList();
        var place = Path.of(System.getProperty(FOLDER, ".")).resolve(LAST);
        // what is loaded once is not the time of the first input
        for (var target : targets) {
            for (var bytes : target.seeds()) {
                read(List.of(target), seed(0, bytes), place);
            }
        }
        current = new FuzzTarget(targets, place);
    }

    /** Called by the engine with every input it makes. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (current != null) {
            current.read(input);
        }
    }

    private void read(byte[] input) throws IOException {
        if (input.length > 0) {
            read(targets, input, place);
        }
    }

    /** The same for an input that an earlier run left. */
    static void read(List<Target> targets, byte[] input, Path place) throws IOException {
        Files.write(place, Arrays.copyOfRange(input, 1, input.length));
        var content = new Content("input", "input", place, Unpacking.withoutRecognising());
        targets.get(Byte.toUnsignedInt(input[0]) % targets.size()).read(content);
    }

    /** A seed as the engine gets it. */
    static byte[] seed(int target, byte[] bytes) {
        var input = new byte[bytes.length + 1];
        input[0] = (byte) target;
        System.arraycopy(bytes, 0, input, 1, bytes.length);
        return input;
    }
}
