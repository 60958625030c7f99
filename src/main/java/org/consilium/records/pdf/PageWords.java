package org.consilium.records.pdf;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** The words of each page of a PDF where they stand, each direction of writing by itself. */
final class PageWords extends PDFTextStripper {
    /** Receives the words of a page. */
    interface Sink {
        /** A page that was read, whether it has words or not. */
        void page(int number, PDPage page, Text text) throws IOException;

        /** A page whose words could not be had. */
        void unreadable(int number);
    }

    /**
     * The text of a page.
     *
     * @param groups the words by direction of writing, upright ones first
     * @param strange how many letters have no meaning outside of the file's own fonts
     */
    record Text(List<List<Word>> groups, int letters, int strange) {
        /** True when too little of it can be read: a picture, or letters that only the file's own fonts can tell. */
        boolean isHardlyAny() {
            return letters < 25 || strange * 4 > letters;
        }
    }

    private static final int MOST_LETTERS_OF_A_PAGE = 200_000;
    private static final int SLANTED = 45;

    private final Sink sink;
    private final Budget budget;
    private PDPage page = new PDPage();
    private int seen;

    PageWords(Sink sink, Budget budget) {
        this.sink = sink;
        this.budget = budget;
    }

    void read(PDDocument document, int first, int last) throws IOException {
        setStartPage(first);
        setEndPage(last);
        writeText(document, Writer.nullWriter());
    }

    @Override
    public void processPage(PDPage current) throws IOException {
        page = current;
        seen = 0;
        if (getCurrentPageNo() < getStartPage() || getCurrentPageNo() > getEndPage()) {
            return;
        }
        try {
            var contents = current.getContentStreams();
            while (contents.hasNext()) {
                if (Streams.isLargerThan(contents.next().getCOSObject(), Streams.MOST_BYTES)) {
                    sink.unreadable(getCurrentPageNo());
                    return;
                }
            }
            super.processPage(current);
        } catch (Budget.Over over) {
            throw over;
        } catch (IOException | RuntimeException broken) {
            sink.unreadable(getCurrentPageNo());
        }
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        if (!Streams.isLargerThan(form.getCOSObject(), Streams.MOST_BYTES)) {
            super.showForm(form);
        }
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.check();
        super.processOperator(operator, operands);
    }

    @Override
    protected void processTextPosition(TextPosition text) {
        if (seen++ < MOST_LETTERS_OF_A_PAGE) {
            super.processTextPosition(text);
        }
    }

    @Override
    protected void writePage() throws IOException {
        var groups = new TreeMap<Integer, Words>();
        var letters = 0;
        var strange = 0;
        for (var article : charactersByArticle) {
            for (var glyph : article) {
                groups.computeIfAbsent(direction(glyph), direction -> new Words())
                        .add(glyph);
                for (var character : glyph.getUnicode().toCharArray()) {
                    letters += Character.isWhitespace(character) ? 0 : 1;
                    strange += isStrange(character) ? 1 : 0;
                }
            }
        }
        var words = new TreeMap<Integer, List<Word>>();
        groups.forEach((direction, group) -> words.put(direction, group.done()));
        fields(words);
        sink.page(
                getCurrentPageNo(),
                page,
                new Text(
                        List.copyOf(words.values().stream()
                                .filter(group -> !group.isEmpty())
                                .toList()),
                        letters,
                        strange));
    }

    private void fields(Map<Integer, List<Word>> words) {
        var typed = Fields.of(page);
        if (!typed.isEmpty()) {
            var upright = new ArrayList<>(words.getOrDefault(0, List.of()));
            upright.addAll(typed);
            words.put(0, upright);
        }
    }

    private static boolean isStrange(char character) {
        return character == '\ufffd'
                || (character >= '\ue000' && character <= '\uf8ff')
                || (character < ' ' && !Character.isWhitespace(character));
    }

    private static int direction(TextPosition glyph) {
        var matrix = glyph.getTextMatrix();
        var along = Math.abs(matrix.getScaleX());
        var across = Math.abs(matrix.getShearY());
        return along > across * 0.1f && across > along * 0.1f ? SLANTED : Math.round(glyph.getDir());
    }

    /** Makes words of letters that follow each other without a gap. */
    private static final class Words {
        private final List<Word> all = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private float left;
        private float right;
        private float top;
        private float bottom;

        void add(TextPosition glyph) {
            var letters = glyph.getUnicode();
            if (letters.isBlank()) {
                end();
                return;
            }
            var height = Math.max(glyph.getHeightDir(), glyph.getFontSizeInPt() * 0.5f);
            var x = glyph.getXDirAdj();
            var y = glyph.getYDirAdj();
            var space = glyph.getWidthOfSpace() > 0 ? glyph.getWidthOfSpace() * 0.5f : height * 0.2f;
            var gap = x - right;
            if (!text.isEmpty()
                    && (gap > Math.min(space, height * 0.4f)
                            || gap < -height
                            || Math.abs(y - bottom) > height * 0.6f)) {
                end();
            }
            if (text.isEmpty()) {
                left = x;
                top = y - height;
                bottom = y;
            }
            text.append(letters);
            right = x + glyph.getWidthDirAdj();
            top = Math.min(top, y - height);
        }

        private void end() {
            if (!text.isEmpty()) {
                all.add(new Word(Letters.plain(text.toString()), left, Math.max(left, right), top, bottom, true));
                text.setLength(0);
            }
        }

        List<Word> done() {
            end();
            return all;
        }
    }
}
