package org.consilium.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.language.Message;
import org.consilium.records.Format;
import org.consilium.records.Part;
import org.consilium.records.Problem;
import org.consilium.records.Reading;
import org.consilium.records.StoredFile;
import org.consilium.web.pages.RecordsPage;

/** Words and colours for the files of a case. */
final class FileRows {
    private static final int PARTS = 20;
    private static final int PROBLEMS_OF_A_PART = 5;

    private FileRows() {}

    /** The files that are there: first those that ask something, then those being read, then the others. */
    static List<RecordsPage.File> rows(List<StoredFile> files) {
        var asked = files.stream()
                .filter(file -> file.state() == StoredFile.State.WAITING)
                .flatMap(file -> Optional.ofNullable(file.doubt()).stream())
                .collect(Collectors.toMap(Function.identity(), doubt -> 1, Integer::sum, HashMap::new));
        return files.stream()
                .filter(file -> file.state() != StoredFile.State.REMOVED)
                .sorted(Comparator.comparingInt(FileRows::turn))
                .map(file -> row(file, file.doubt() == null ? 0 : takeFirst(asked, file)))
                .toList();
    }

    private static int turn(StoredFile file) {
        return switch (file.state()) {
            case WAITING -> 0;
            case READING -> 1;
            case FILED, REMOVED -> 2;
        };
    }

    /** How many files raise the same question: told once, with the first of them. */
    private static int takeFirst(Map<Message, Integer> asked, StoredFile file) {
        var count = file.state() == StoredFile.State.WAITING ? asked.remove(file.doubt()) : null;
        return count == null || count < 2 ? 0 : count;
    }

    static RecordsPage.File row(StoredFile file) {
        return row(file, 0);
    }

    private static RecordsPage.File row(StoredFile file, int alike) {
        var waiting = file.state() == StoredFile.State.WAITING;
        var reading = file.state() == StoredFile.State.READING;
        return new RecordsPage.File(
                file.hash(),
                file.name(),
                Message.of(
                        reading
                                ? "webrecords.reading.format"
                                : "web.format." + file.format().word()),
                state(file),
                reading ? "blue" : waiting ? "orange" : colour(file.status()),
                file.facts(),
                !reading && counted(file.status()),
                reading,
                waiting,
                alike,
                file.doubt() == null || !waiting ? List.of() : List.of(file.doubt()),
                problems(file.problems(), Integer.MAX_VALUE),
                reading ? List.of() : parts(file, 0, PARTS),
                reading ? 0 : file.parts().size());
    }

    private static Message state(StoredFile file) {
        return switch (file.state()) {
            case READING -> Message.of("webrecords.reading.state");
            case WAITING -> Message.of("web.fileState.waiting");
            case FILED, REMOVED -> Message.of("web.fileState." + file.status().word());
        };
    }

    static List<RecordsPage.Part> parts(StoredFile file, int from, int most) {
        return file.parts().stream()
                .skip(from)
                .limit(most)
                .map(part -> part(file.hash(), part))
                .toList();
    }

    private static RecordsPage.Part part(String hash, Part part) {
        return new RecordsPage.Part(
                part.name(),
                part.format() == Format.ARCHIVE || part.format() == Format.UNKNOWN
                        ? null
                        : hash + "?at=" + URLEncoder.encode(part.place(), StandardCharsets.UTF_8),
                Message.of("web.format." + part.format().word()),
                Message.of("web.fileState." + part.status().word()),
                colour(part.status()),
                counted(part.status()) ? part.facts() : 0,
                problems(part.problems(), PROBLEMS_OF_A_PART));
    }

    private static List<Message> problems(List<Problem> problems, int most) {
        return problems.stream().map(Problem::message).distinct().limit(most).toList();
    }

    private static boolean counted(Reading.Status status) {
        return status == Reading.Status.READ || status == Reading.Status.PARTLY;
    }

    private static String colour(Reading.Status status) {
        return switch (status) {
            case READ -> "green";
            case PARTLY -> "yellow";
            case KEPT -> "grey";
            case REFUSED -> "red";
        };
    }
}
