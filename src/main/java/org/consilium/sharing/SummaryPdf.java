package org.consilium.sharing;

import java.io.IOException;
import java.io.OutputStream;
import org.consilium.decision.DecisionSummary;
import org.consilium.language.Messages;

/**
 * The decision summary as a PDF to print, keep and hand on: A4, PDF/A-2a, tagged for screen readers, fonts embedded, good
 * in black and white. The same summary in the same language gives the same bytes.
 */
public final class SummaryPdf {
    private SummaryPdf() {}

    /**
     * Writes the file and leaves the stream open. Any words make a file: what cannot be printed is marked and said so. The
     * renderer logs nothing: what it would log may hold words of the summary.
     */
    public static void write(DecisionSummary summary, Messages messages, OutputStream out) throws IOException {
        var sheet = SummarySheet.of(summary, messages, Letters.builtIn(), Printing.style());
        Printing.write(sheet, summary.on(), summary.made(), out);
    }
}
