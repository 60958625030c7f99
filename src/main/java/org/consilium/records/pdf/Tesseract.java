package org.consilium.records.pdf;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Text recognition by the {@code tesseract} command of this computer, one process for each picture, within a time limit. */
final class Tesseract implements TextRecognition {
    private static final Duration QUESTION = Duration.ofSeconds(10);
    private static final int MOST_OUTPUT = 16 << 20;
    private static final List<String> WANTED = List.of("eng", "spa");

    /** Recognition takes a whole core: no more than two at a time on one machine. */
    private static final Semaphore PLACES = new Semaphore(2);

    private final Path command;
    private final String languages;
    private final boolean canTellTurns;

    private Tesseract(Path command, List<String> installed) {
        this.command = command;
        var spoken = WANTED.stream().filter(installed::contains).toList();
        this.languages = spoken.isEmpty() ? installed.getFirst() : String.join("+", spoken);
        this.canTellTurns = installed.contains("osd");
    }

    /** The command in one of these folders, when it is there and knows a language. */
    static Optional<TextRecognition> in(String folders) {
        return Arrays.stream(folders.split(java.io.File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .flatMap(folder -> List.of(Path.of(folder, "tesseract"), Path.of(folder, "tesseract.exe")).stream())
                .filter(Files::isExecutable)
                .findFirst()
                .flatMap(Tesseract::asked);
    }

    private static Optional<TextRecognition> asked(Path command) {
        try {
            var answer = run(List.of(command.toString(), "--list-langs"), out -> {}, QUESTION);
            var installed = answer.lines()
                    .skip(1)
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .toList();
            return installed.stream().allMatch("osd"::equals)
                    ? Optional.empty()
                    : Optional.of(new Tesseract(command, installed));
        } catch (IOException notUsable) {
            return Optional.empty();
        }
    }

    @Override
    public List<RecognisedWord> words(BufferedImage picture, Duration limit) throws IOException {
        var command = List.of(
                this.command.toString(),
                "stdin",
                "stdout",
                "-l",
                languages,
                "--psm",
                "3",
                "-c",
                "tessedit_create_tsv=1");
        return Tsv.read(inTurn(command, picture, limit));
    }

    @Override
    public int turn(BufferedImage picture, Duration limit) throws IOException {
        if (!canTellTurns) {
            return 0;
        }
        var answer = inTurn(List.of(command.toString(), "stdin", "stdout", "-l", "osd", "--psm", "0"), picture, limit);
        return answer.lines()
                .filter(line -> line.startsWith("Rotate:"))
                .map(line -> line.replaceAll("\\D", ""))
                .filter(digits -> digits.matches("90|180|270"))
                .map(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    private static String inTurn(List<String> command, BufferedImage picture, Duration limit) throws IOException {
        try {
            if (!PLACES.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("no place for text recognition became free in time");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        try {
            return run(command, out -> Gray.write(picture, out), limit);
        } finally {
            PLACES.release();
        }
    }

    private interface Input {
        void write(OutputStream out) throws IOException;
    }

    private static String run(List<String> command, Input input, Duration limit) throws IOException {
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        var process = builder.start();
        try {
            var answer = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> readAll(process.getInputStream(), answer));
            Thread.ofVirtual().start(() -> writeAll(process.getOutputStream(), input));
            var said = answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(1, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("text recognition failed");
            }
            return said;
        } catch (TimeoutException | ExecutionException tooLongOrBroken) {
            throw new IOException("text recognition did not end well", tooLongOrBroken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void readAll(InputStream in, CompletableFuture<String> answer) {
        try (in) {
            answer.complete(new String(in.readNBytes(MOST_OUTPUT), StandardCharsets.UTF_8));
        } catch (IOException closed) {
            answer.completeExceptionally(closed);
        }
    }

    /** What the process does not want to read any more it does not need; how it ended tells whether all was well. */
    private static void writeAll(OutputStream out, Input input) {
        try (var buffered = new BufferedOutputStream(out, 1 << 16)) {
            input.write(buffered);
        } catch (IOException closedByTheProcess) {
            return;
        }
    }

    /** The table that tesseract writes: one row for each word, with its place and how sure it is. */
    private static final class Tsv {
        private static final int WORD = 5;

        static List<RecognisedWord> read(String table) {
            var words = new ArrayList<RecognisedWord>();
            table.lines().forEach(row -> {
                var columns = row.split("\t", -1);
                if (columns.length >= 12 && columns[0].equals(String.valueOf(WORD)) && !columns[11].isBlank()) {
                    word(columns).ifPresent(words::add);
                }
            });
            return words;
        }

        private static Optional<RecognisedWord> word(String[] columns) {
            try {
                var left = Integer.parseInt(columns[6]);
                var top = Integer.parseInt(columns[7]);
                return Optional.of(new RecognisedWord(
                        Letters.plain(columns[11]).strip(),
                        left,
                        top,
                        left + Integer.parseInt(columns[8]),
                        top + Integer.parseInt(columns[9]),
                        Float.parseFloat(columns[10]),
                        columns[2] + "." + columns[3] + "." + columns[4]));
            } catch (NumberFormatException otherTable) {
                return Optional.empty();
            }
        }
    }
}
