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
import java.time.LocalDate;
import org.w3c.dom.Document;

/** Makes a sheet into a PDF: A4, PDF/A-2a, tagged, with the embedded fonts and nothing from outside. */
final class Printing {
    private Printing() {}

    /**
     * Writes the file and leaves the stream open; the renderer logs nothing.
     *
     * @param made what it was made from, in hex: the same gives the same file
     */
    static void write(Document sheet, LocalDate on, String made, OutputStream out) throws IOException {
        XRLog.setLoggingEnabled(false);
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
        for (var face : Letters.builtIn().faces()) {
            builder.useFont(face::open, face.family(), face.weight(), FontStyle.NORMAL, true);
        }
        try (var renderer = builder.buildPdfRenderer();
                var document = renderer.createPDFKeepOpen()) {
            Dated.stamp(document, on, made);
            document.save(out);
        }
    }

    static String style() {
        try (var in = Printing.class.getResourceAsStream("/sharing/summary.css")) {
            if (in == null) {
                throw new IllegalStateException("the style of printed sheets is not in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
