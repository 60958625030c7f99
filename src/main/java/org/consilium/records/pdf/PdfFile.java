package org.consilium.records.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.consilium.prose.Line;

/** One opened PDF, read page by page within its bounds. */
final class PdfFile implements AutoCloseable {
    static final int MOST_PAGES = 1_500;
    static final int MOST_PICTURES = 80;
    static final long MOST_LETTERS = 4_000_000;

    /** For text; pictures have a {@link RecognisingTime} of their own. */
    static final Duration TIME = Duration.ofSeconds(60);

    private static final long MAIN_MEMORY = 32L << 20;
    private static final long ALL_MEMORY = 1L << 30;
    private static final float SHARP = 300;
    private static final double MOST_PIXELS = 12_000_000;

    private final PDDocument document;
    private final Budget budget;
    private final List<Line> lines = new ArrayList<>();
    private final List<Integer> unreadable = new ArrayList<>();
    private final List<Integer> pictures = new ArrayList<>();
    private final List<Integer> waiting = new ArrayList<>();
    private final List<Integer> recognised = new ArrayList<>();
    private final Attachments attachments = new Attachments();
    private boolean programs;
    private long letters;
    private int read;

    private PdfFile(PDDocument document, Budget budget) {
        this.document = document;
        this.budget = budget;
    }

    /**
     * Opens it with the empty password.
     *
     * @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException when it needs another one
     */
    static PdfFile open(Path path, Budget budget) throws IOException {
        return open(WatchedFile.of(path, budget), budget);
    }

    /** The same for bytes in memory. */
    static PdfFile open(byte[] bytes, Budget budget) throws IOException {
        return open(WatchedFile.of(bytes, budget), budget);
    }

    private static PdfFile open(WatchedFile file, Budget budget) throws IOException {
        try {
            var cache = MemoryUsageSetting.setupMixed(MAIN_MEMORY, ALL_MEMORY).streamCache;
            return new PdfFile(Loader.loadPDF(file, "", cache), budget);
        } catch (IOException | RuntimeException notOpened) {
            file.close();
            throw notOpened;
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    int pages() {
        return document.getNumberOfPages();
    }

    /** Its lines, its pictures recognised where that is possible, its attached files. */
    Extract read(Optional<TextRecognition> recognition, RecognisingTime time) throws IOException {
        var pages = pages();
        attachments.ofDocument(document);
        programs = Programs.inDocument(document);
        try {
            new PageWords(new Collecting(), budget).read(document, 1, Math.min(pages, MOST_PAGES));
        } catch (Budget.Over over) {
            budget.allow(RecognisingTime.PAGE);
        }
        if (recognition.isPresent() && !pictures.isEmpty()) {
            recognise(recognition.get(), time);
        }
        return new Extract(
                lines,
                pages,
                read,
                unreadable,
                pictures,
                waiting,
                recognised,
                programs,
                attachments.files(),
                attachments.missed());
    }

    /** The lines of one page only. */
    List<Line> page(int number) throws IOException {
        new PageWords(new Collecting(), budget).read(document, number, number);
        return lines;
    }

    private final class Collecting implements PageWords.Sink {
        @Override
        public void page(int number, PDPage page, PageWords.Text text) throws IOException {
            read = number;
            attachments.ofPage(page);
            programs |= Programs.onPage(page);
            if (isGarbled(text) || (text.isHardlyAny() && Streams.drawn(page).pictures())) {
                pictures.add(number);
                if (isGarbled(text)) {
                    return;
                }
            }
            text.groups().forEach(group -> add(number, group));
            letters += text.letters();
            if (letters > MOST_LETTERS) {
                throw new Budget.Over();
            }
        }

        @Override
        public void unreadable(int number) {
            read = number;
            unreadable.add(number);
        }
    }

    private static boolean isGarbled(PageWords.Text text) {
        return text.strange() * 4 > text.letters();
    }

    private void add(int number, List<Word> words) {
        var place = "page " + number;
        var before = lines.stream().filter(line -> line.page().equals(place)).count();
        var laid = Layout.lines(words, place);
        for (var index = 0; index < laid.size(); index++) {
            lines.add(
                    before == 0
                            ? laid.get(index)
                            : new Line(
                                    place + ", line " + (before + index + 1),
                                    laid.get(index).cells()));
        }
    }

    private void recognise(TextRecognition recognition, RecognisingTime time) {
        for (var number : List.copyOf(pictures)) {
            if (recognised.size() >= MOST_PICTURES || time.isOver()) {
                pictures.remove(number);
                waiting.add(number);
                continue;
            }
            budget.allow(RecognisingTime.PAGE.multipliedBy(2));
            try {
                var words = time.page(limit -> words(number, recognition, limit));
                if (!words.isEmpty()) {
                    replace(number, words);
                    recognised.add(number);
                    pictures.remove(number);
                }
            } catch (IOException | RuntimeException notRecognised) {
                // its words stay unread, and the page is named
            }
        }
        budget.allow(TIME);
        lines.sort(java.util.Comparator.comparingInt(PdfFile::pageNumber));
    }

    private List<Word> words(int number, TextRecognition recognition, Duration limit) throws IOException {
        var picture = picture(number, SHARP, MOST_PIXELS);
        return picture.isEmpty() ? List.of() : Recognising.words(picture.get(), recognition, limit);
    }

    private void replace(int number, List<Word> words) {
        var place = "page " + number;
        lines.removeIf(line -> line.page().equals(place));
        lines.addAll(Layout.lines(words, place));
    }

    private static int pageNumber(Line line) {
        return Integer.parseInt(line.page().substring("page ".length()));
    }

    /** A picture of a page; empty when there is no such page or it is too large to draw. */
    Optional<BufferedImage> picture(int number, float dotsPerInch, double mostPixels) throws IOException {
        if (number < 1 || number > pages()) {
            return Optional.empty();
        }
        var page = document.getPage(number - 1);
        if (Streams.drawn(page).tooLarge()) {
            return Optional.empty();
        }
        var paper = page.getCropBox();
        var area = Math.max(1.0, (double) paper.getWidth() * paper.getHeight());
        var scale = Math.min(dotsPerInch / 72, Math.sqrt(mostPixels / area));
        if (paper.getWidth() * scale < 1 || paper.getHeight() * scale < 1) {
            return Optional.empty();
        }
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return Optional.of(renderer.renderImage(number - 1, (float) scale, ImageType.RGB));
    }
}
