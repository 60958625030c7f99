package org.consilium.sharing;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** How far to the right the text of a page goes, in points. */
final class RightEdge extends PDFTextStripper {
    private float edge;

    float of(PDDocument document, PDPage page) throws IOException {
        var number = document.getPages().indexOf(page) + 1;
        setStartPage(number);
        setEndPage(number);
        edge = 0;
        writeText(document, Writer.nullWriter());
        return edge;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (var position : positions) {
            edge = Math.max(edge, position.getXDirAdj() + position.getWidthDirAdj());
        }
    }
}
