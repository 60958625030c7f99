package org.consilium.records.pdf;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consilium.language.Message;
import org.consilium.prose.Line;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.consilium.records.pdf.Budget.Outcome;
import org.consilium.records.words.Proposals;

/** Reads a scan or a photo: its words, when text recognition is installed, and proposals found in them. */
public final class PictureReader {
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final int MOST_PAGES = 80;

    private PictureReader() {}

    /**
     * Never fails on bad content, and never takes longer than its bounds.
     *
     * @throws IOException when the bytes cannot be had
     */
    public static Reading read(Content content) throws IOException {
        return read(content, TextRecognition.installed());
    }

    static Reading read(Content content, Optional<TextRecognition> recognition) throws IOException {
        var budget = new Budget(TIME);
        var outcome = budget.run(() -> words(content, recognition, budget));
        return switch (outcome) {
            case Outcome.Done<Pages> done -> of(content, done.result());
            case Outcome.OutOfTime<Pages> late -> kept(content, "pdf.image.slow");
            case Outcome.Broken<Pages> broken -> kept(content, "pdf.image.broken");
        };
    }

    /** @param why the reason when there are no lines, or not all of them */
    private record Pages(List<Line> lines, List<String> why, int pages, int read) {}

    private static Pages words(Content content, Optional<TextRecognition> recognition, Budget budget)
            throws IOException {
        var opened = PictureFile.open(content.path());
        if (opened.isEmpty()) {
            return new Pages(List.of(), List.of(form(content)), 1, 0);
        }
        try (var picture = opened.get()) {
            var pages = picture.pages();
            if (picture.isTooLarge(0)) {
                return new Pages(List.of(), List.of("pdf.image.huge"), pages, 0);
            }
            var time = RecognisingTime.of(content.unpacking());
            if (recognition.isEmpty() || time.isOver()) {
                picture.page(0, 1_000_000);
                var why = recognition.isEmpty() ? "pdf.image.no-reader" : "pdf.image.slow";
                return new Pages(List.of(), List.of(why), pages, 0);
            }
            var lines = new ArrayList<Line>();
            var read = 0;
            var missed = false;
            while (read < Math.min(pages, MOST_PAGES) && !time.isOver()) {
                budget.allow(TIME.multipliedBy(2));
                var place = "page " + (read + 1);
                var page = picture.page(read, PictureFile.MOST_PIXELS);
                try {
                    var words = time.page(limit -> Recognising.words(page, recognition.get(), limit));
                    lines.addAll(Layout.lines(words, place));
                } catch (IOException notInTime) {
                    missed = true;
                }
                read++;
            }
            var nothing = missed ? "pdf.image.slow" : "pdf.image.nothing";
            return new Pages(lines, lines.isEmpty() ? List.of(nothing) : List.of(), pages, read);
        }
    }

    /** What the person can do about a picture that cannot be opened. */
    private static String form(Content content) throws IOException {
        return PhonePicture.is(content.head(12)) ? "pdf.image.phone" : "pdf.image.form";
    }

    private static Reading kept(Content content, String why) {
        return new Reading(
                Format.IMAGE,
                Status.KEPT,
                List.of(content.asDocument()),
                List.of(new Problem(Severity.WARNING, Message.of(why), "")),
                null);
    }

    private static Reading of(Content content, Pages pages) {
        if (!pages.why().isEmpty()) {
            return kept(content, pages.why().getFirst());
        }
        var found = Proposals.of(content.label(), content.asDocument().text(), pages.lines());
        var problems = new ArrayList<Problem>();
        problems.add(new Problem(Severity.INFORMATION, Message.of("pdf.image.recognised"), ""));
        if (pages.read() < pages.pages()) {
            problems.add(new Problem(Severity.WARNING, Message.of("pdf.image.long", pages.read(), pages.pages()), ""));
        }
        return new Reading(
                Format.IMAGE,
                problems.size() == 1 ? Status.READ : Status.PARTLY,
                found.facts(),
                problems,
                found.patient());
    }
}
