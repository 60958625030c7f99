package org.consilium.records.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Small PDF files and pictures, to be damaged. */
public final class Seeds {
    /** Nothing in it is packed, so that a changed byte changes what it says. */
    private static final String PLAIN = """
            %PDF-1.7
            1 0 obj <</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AcroForm<</Fields[7 0 R]>>
            /Names<</EmbeddedFiles<</Names[(a.json) 8 0 R]>>>>>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>
            /Annots[7 0 R<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(https://example.org)>>>>]>> endobj
            4 0 obj <</Length 196>> stream
            BT /F1 12 Tf 1 0 0 1 50 700 Tm (LABORATORY REPORT) Tj 0 -20 Td (Patient Name: SAMPLE, ROSA) Tj
            0 -20 Td [(Gluc) -20 (ose)] TJ 160 0 Td (112) Tj 60 0 Td (H) Tj 60 0 Td (mg/dL) Tj T* (65-99) ' ET
            q 10 0 0 10 0 0 cm /Im1 Do Q
            endstream endobj
            5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>> endobj
            6 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Rotate 90/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
            7 0 obj <</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Sample)/Rect[10 10 99 30]/P 3 0 R>> endobj
            8 0 obj <</Type/Filespec/F(a.json)/EF<</F 9 0 R>>>> endobj
            9 0 obj <</Type/EmbeddedFile/Length 27>> stream
            {"resourceType":"Patient"}
            endstream endobj
            trailer <</Root 1 0 R/Size 10>>
            startxref
            0
            %%EOF
            """;

    private Seeds() {}

    public static List<byte[]> all() {
        try (var report = Samples.document(Samples.lines(Samples.LAB))) {
            return List.of(PLAIN.getBytes(StandardCharsets.ISO_8859_1), saved(report));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    /** A page of a report as a picture. */
    public static List<byte[]> pictures() {
        try {
            return List.of(Samples.bytes(Samples.scan(), "png"), Samples.bytes(Samples.scan(), "jpg"));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
