package org.consilium.sharing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        XRLog.setLoggingEnabled(false);
        var letters = Letters.builtIn();
        var sheet = SummarySheet.of(summary, messages, letters, style());
        var builder = new PdfRendererBuilder()
                .withW3cDocument(sheet, "about:blank")
                .usePdfAConformance(PdfAConformance.PDFA_2_A)
                .usePdfUaAccessibility(true)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Consilium")
                .useUriResolver((base, uri) -> null)
                .toStream(OutputStream.nullOutputStream());
        for (var priority : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> false, priority);
        }
        for (var face : letters.faces()) {
            builder.useFont(face::open, face.family(), face.weight(), FontStyle.NORMAL, true);
        }
        try (var renderer = builder.buildPdfRenderer();
                var document = renderer.createPDFKeepOpen()) {
            Dated.stamp(document, summary);
            document.save(out);
        }
    }

    private static String style() {
        try (var in = SummaryPdf.class.getResourceAsStream("/sharing/summary.css")) {
            if (in == null) {
                throw new IllegalStateException("the style of the summary is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
