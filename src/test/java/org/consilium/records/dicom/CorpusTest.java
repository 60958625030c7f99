package org.consilium.records.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Readers;
import org.junit.jupiter.api.Test;

/**
 * Reads the real files beside the project, when they are there, and compares with what the {@code dcmdump} command of DCMTK
 * says about them, when it is installed.
 */
class CorpusTest {
    private static final Path SHARED = Path.of("../shared/data");
    private static final Path UNPACKED = Path.of("target/shared-data");

    private static final Map<String, List<Integer>> ASKED = asked();
    private static final Pattern LINE =
            Pattern.compile("\\(([0-9a-f]{4}),([0-9a-f]{4})\\) (..) (.*?) +# .*", Pattern.DOTALL);

    /** Agreeing, differing, and what dcmdump does not show or not in letters. */
    private record Tally(int same, int different, int only) {
        Tally plus(Tally other) {
            return new Tally(same + other.same, different + other.different, only + other.only);
        }
    }

    @Test
    void readsEveryRealFileAsDcmdumpDoes() throws Exception {
        var files = files();
        if (files.isEmpty()) {
            System.out.println("no real DICOM files beside the project: nothing to read");
            return;
        }
        var withDcmdump = hasDcmdump();
        if (!withDcmdump) {
            System.out.println("dcmdump is not installed: the files are read, and compared with nothing");
        }
        var statuses = new TreeMap<String, Integer>();
        var table = new LinkedHashMap<String, Tally>();
        var unread = 0;
        for (var file : files) {
            var reading =
                    Readers.read(new Content(file.toString(), file.getFileName().toString(), file));
            if (reading.format() != Format.DICOM) {
                continue;
            }
            assertThat(reading.problems())
                    .as(file.toString())
                    .extracting(problem -> problem.message().key())
                    .doesNotContain("records.unforeseen");
            statuses.merge(reading.status().word(), 1, Integer::sum);
            assertThat(reading.facts()).as(file.toString()).isNotEmpty();
            if (withDcmdump) {
                var theirs = dcmdump(file);
                unread += theirs.isEmpty() ? 1 : 0;
                theirs.ifPresent(
                        all -> compare(file, all).forEach((group, tally) -> table.merge(group, tally, Tally::plus)));
            }
        }
        System.out.println("DICOM files: " + statuses);
        if (!withDcmdump) {
            return;
        }
        System.out.printf("%-12s %6s %9s %15s%n", "tags", "same", "different", "not shown there");
        table.forEach((group, tally) ->
                System.out.printf("%-12s %6d %9d %15d%n", group, tally.same(), tally.different(), tally.only()));
        System.out.println("files in which dcmdump shows none of these: " + unread);
        assertThat(table.values().stream().mapToInt(Tally::same).sum()).isGreaterThan(4_000);
        assertThat(table.values().stream().mapToInt(Tally::different).sum()).isZero();
    }

    private static Map<String, Tally> compare(Path file, Map<Integer, String> theirs) {
        try {
            var dataset = DicomFile.read(() -> Files.newInputStream(file))
                    .orElseThrow()
                    .dataset();
            var tallies = new LinkedHashMap<String, Tally>();
            ASKED.forEach((group, tags) -> {
                for (var tag : tags) {
                    tallies.merge(group, compare(file, tag, dataset, theirs.get(tag)), Tally::plus);
                }
            });
            return tallies;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Tally compare(
            Path file, int tag, Dataset dataset, @org.jspecify.annotations.Nullable String theirs) {
        var ours = String.join("\\", dataset.strings(tag)).strip();
        if (theirs == null && ours.isEmpty()) {
            return new Tally(0, 0, 0);
        }
        if (theirs == null || theirs.chars().anyMatch(letter -> letter == 0x1B || letter == 0xFFFD)) {
            return new Tally(0, 0, 1);
        }
        if (ours.equals(theirs)) {
            return new Tally(1, 0, 0);
        }
        System.out.println((file.getFileName() + " " + Tag.text(tag) + " ours [" + ours + "] dcmdump [" + theirs + "]")
                .replaceAll("\\p{Cntrl}", "?"));
        return new Tally(0, 1, 0);
    }

    private static boolean hasDcmdump() throws InterruptedException {
        try {
            return new ProcessBuilder("dcmdump", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** Empty when dcmdump does not read the file at all. */
    private static Optional<Map<Integer, String>> dcmdump(Path file) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("dcmdump", "-q", "+U8", "-Un", "+L", "+p"));
        ASKED.values()
                .forEach(tags -> tags.forEach(tag -> {
                    command.add("+P");
                    command.add("%04x,%04x".formatted(Tag.group(tag), Tag.element(tag)));
                }));
        command.add(file.toString());
        var found = run(command);
        if (found.isEmpty()) {
            // some letters cannot be turned into UTF-8: as they are, then
            command.remove("+U8");
            found = run(command);
        }
        if (found.isEmpty()) {
            System.out.println("not read by dcmdump: " + file.getFileName());
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }

    private static Map<Integer, String> run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var found = new HashMap<Integer, String>();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        for (var line : text.split("\n(?=\\([0-9a-f]{4},)")) {
            var parts = LINE.matcher(line.strip());
            if (parts.matches()) {
                var tag = Integer.parseUnsignedInt(parts.group(1) + parts.group(2), 16);
                var value = value(parts.group(4));
                found.putIfAbsent(tag, parts.group(3).equals("UN") ? fromHex(value) : value);
            }
        }
        return found;
    }

    private static String value(String shown) {
        if (shown.equals("(no value available)")) {
            return "";
        }
        var plain = shown.startsWith("[") && shown.endsWith("]") ? shown.substring(1, shown.length() - 1) : shown;
        return Arrays.stream(plain.split("\\\\", -1)).map(String::trim).collect(Collectors.joining("\\"));
    }

    /** Values in a representation it does not know are shown byte by byte. */
    private static String fromHex(String shown) {
        if (shown.isEmpty()) {
            return "";
        }
        var text = new StringBuilder();
        for (var one : shown.split("\\\\")) {
            text.append(one.matches("[0-9a-f]{2}") ? (char) Integer.parseInt(one, 16) : '?');
        }
        return Arrays.stream(text.toString().split("\\\\", -1))
                .map(String::trim)
                .collect(Collectors.joining("\\"));
    }

    private static Map<String, List<Integer>> asked() {
        var all = new LinkedHashMap<String, List<Integer>>();
        all.put("patient", List.of(0x00100010, 0x00100020, 0x00100030, 0x00100040, 0x00101010, 0x00101030));
        all.put("study", List.of(0x0020000D, 0x00080020, 0x00080030, 0x00080050, 0x00080090, 0x00081030, 0x00200010));
        all.put(
                "series",
                List.of(
                        0x0020000E,
                        0x00200011,
                        0x00080060,
                        0x0008103E,
                        0x00080021,
                        0x00080031,
                        0x00180015,
                        0x00181030));
        all.put("instance", List.of(0x00080016, 0x00080018, 0x00200013, 0x00080008, 0x00080023, 0x00080033));
        all.put(
                "equipment",
                List.of(0x00080070, 0x00080080, 0x00081010, 0x00081040, 0x00081090, 0x00181000, 0x00181020));
        all.put(
                "pixels",
                List.of(
                        0x00280002,
                        0x00280004,
                        0x00280006,
                        0x00280008,
                        0x00280010,
                        0x00280011,
                        0x00280030,
                        0x00280034,
                        0x00280100,
                        0x00280101,
                        0x00280102,
                        0x00280103,
                        0x00281050,
                        0x00281051,
                        0x00281052,
                        0x00281053,
                        0x00281054));
        return all;
    }

    static List<Path> files() throws IOException, InterruptedException {
        if (!Files.exists(UNPACKED.resolve("dicom"))) {
            if (!Files.exists(SHARED.resolve("dicom.tar.xz"))) {
                return List.of();
            }
            new ProcessBuilder(SHARED.resolve("unpack").toString(), UNPACKED.toString(), "dicom")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        try (var all = Files.walk(UNPACKED.resolve("dicom"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
