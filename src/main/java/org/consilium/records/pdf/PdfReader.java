package org.consilium.records.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Parts;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.consilium.records.pdf.Budget.Outcome;
import org.consilium.records.words.Proposals;

/** Reads a PDF: the document itself with its words, proposals found in them, and the files attached to it. */
public final class PdfReader {
    private PdfReader() {}

    /**
     * Never fails on bad content, and never takes longer than its bounds.
     *
     * @throws IOException when the bytes cannot be had
     */
    public static Reading read(Content content) throws IOException {
        return read(content, TextRecognition.installed());
    }

    static Reading read(Content content, Optional<TextRecognition> recognition) throws IOException {
        var budget = new Budget(PdfFile.TIME);
        var outcome = budget.run(() -> {
            try (var file = PdfFile.open(content.path(), budget)) {
                return file.read(recognition, RecognisingTime.of(content.unpacking()));
            }
        });
        return switch (outcome) {
            case Outcome.Done<Extract> done -> of(content, done.result(), recognition.isPresent());
            case Outcome.OutOfTime<Extract> late -> kept(content, "pdf.slow");
            case Outcome.Broken<Extract> broken ->
                kept(content, broken.cause() instanceof InvalidPasswordException ? "pdf.locked" : "pdf.broken");
        };
    }

    private static Reading kept(Content content, String why) {
        return new Reading(
                Format.PDF,
                Status.KEPT,
                List.of(content.asDocument()),
                List.of(new Problem(Severity.WARNING, Message.of(why), "")),
                null);
    }

    private static Reading of(Content content, Extract extract, boolean canRecognise) throws IOException {
        var problems = problems(extract, canRecognise);
        var hasWords = extract.lines().stream().anyMatch(line -> !line.isBlank());
        Reading reading;
        if (hasWords) {
            var found = Proposals.of(content.label(), content.asDocument().text(), extract.lines());
            var whole = problems.stream().noneMatch(problem -> problem.severity() != Severity.INFORMATION);
            reading = new Reading(
                    Format.PDF, whole ? Status.READ : Status.PARTLY, found.facts(), problems, found.patient());
        } else {
            if (problems.isEmpty()) {
                problems.add(new Problem(Severity.WARNING, Message.of("pdf.nothing"), ""));
            }
            reading = new Reading(Format.PDF, Status.KEPT, List.of(content.asDocument()), problems, null);
        }
        var inner = new ArrayList<Reading>();
        for (var attached : extract.attached()) {
            inner.add(Parts.read(content, "attachment " + attached.name(), attached.name(), attached.open()));
        }
        return inner.isEmpty() ? reading : Parts.join(reading, inner);
    }

    private static List<Problem> problems(Extract extract, boolean canRecognise) {
        var problems = new ArrayList<Problem>();
        if (extract.read() < extract.pages()) {
            problems.add(new Problem(Severity.WARNING, Message.of("pdf.long", extract.read(), extract.pages()), ""));
        }
        if (!extract.unreadable().isEmpty()) {
            problems.add(problem(Severity.WARNING, "pdf.unreadable", extract.unreadable()));
        }
        if (!extract.pictures().isEmpty()) {
            problems.add(problem(
                    Severity.WARNING,
                    canRecognise ? "pdf.picture.unread" : "pdf.picture.no-reader",
                    extract.pictures()));
        }
        if (!extract.waiting().isEmpty()) {
            problems.add(problem(Severity.WARNING, "pdf.picture.long", extract.waiting()));
        }
        if (!extract.recognised().isEmpty()) {
            problems.add(problem(Severity.INFORMATION, "pdf.picture.recognised", extract.recognised()));
        }
        if (extract.programs()) {
            problems.add(new Problem(Severity.INFORMATION, Message.of("pdf.programs"), ""));
        }
        if (extract.missed()) {
            problems.add(new Problem(Severity.WARNING, Message.of("pdf.attachments.missed"), ""));
        }
        return problems;
    }

    private static Problem problem(Severity severity, String key, List<Integer> pages) {
        var at = pages.size() == 1 ? "page " + pages.getFirst() : "";
        return new Problem(severity, Message.of(key, Ranges.of(pages)), at);
    }

    /** Page numbers as a person writes them: {@code 1-3, 7}. */
    private static final class Ranges {
        private static final int MOST = 12;

        static String of(List<Integer> pages) {
            var ranges = new ArrayList<int[]>();
            for (var page : pages.stream().sorted().toList()) {
                if (!ranges.isEmpty() && ranges.getLast()[1] + 1 == page) {
                    ranges.getLast()[1] = page;
                } else {
                    ranges.add(new int[] {page, page});
                }
            }
            var words = ranges.stream()
                    .limit(MOST)
                    .map(range -> range[0] == range[1] ? String.valueOf(range[0]) : range[0] + "-" + range[1])
                    .collect(Collectors.joining(", "));
            return ranges.size() > MOST ? words + " …" : words;
        }
    }
}
