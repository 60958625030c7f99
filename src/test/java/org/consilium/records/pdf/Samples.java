package org.consilium.records.pdf;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.util.Matrix;
import org.consilium.records.Content;

/** PDF documents and pictures as people get them. */
final class Samples {
    static final List<String> LAB = List.of(
            "ACME CLINICAL LABORATORY|0",
            "LABORATORY REPORT|0",
            "Patient Name: SAMPLE, ROSA|0|DOB: 11/25/1970|300|Sex: F|450",
            "Date Collected: 04/02/2025|0|Date Reported: 04/03/2025|300",
            "",
            "TEST|0|RESULT|160|FLAG|230|UNITS|280|REFERENCE RANGE|370",
            "Glucose|0|112|160|H|230|mg/dL|280|65-99|370",
            "Creatinine|0|0.82|160|mg/dL|280|0.57-1.00|370",
            "Hemoglobin|0|11.0|160|L|230|g/dL|280|11.1-15.9|370",
            "Platelets|0|231|160|x10E3/uL|280|150-450|370");

    private Samples() {}

    interface Drawing {
        void draw(PDPageContentStream page) throws IOException;
    }

    static PDDocument document(Drawing... pages) throws IOException {
        var document = new PDDocument();
        for (var drawing : pages) {
            add(document, drawing);
        }
        return document;
    }

    static PDPage add(PDDocument document, Drawing drawing) throws IOException {
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var stream = new PDPageContentStream(document, page)) {
            drawing.draw(stream);
        }
        return page;
    }

    /** Lines of cells: {@code text|x|text|x}, from the top of the page. */
    static Drawing lines(List<String> lines) {
        return page -> {
            var y = 780f;
            for (var line : lines) {
                var cells = line.split("\\|");
                for (var index = 0; index < cells.length && !cells[index].isEmpty(); index += 2) {
                    var x = index + 1 < cells.length ? Float.parseFloat(cells[index + 1]) : 0;
                    write(page, cells[index], 50 + x, y);
                }
                y -= 15;
            }
        };
    }

    static void write(PDPageContentStream page, String text, float x, float y) throws IOException {
        write(page, text, Matrix.getTranslateInstance(x, y));
    }

    static void write(PDPageContentStream page, String text, Matrix where) throws IOException {
        page.beginText();
        page.setFont(new PDType1Font(FontName.HELVETICA), 10);
        page.setTextMatrix(where);
        page.showText(text);
        page.endText();
    }

    static Content save(Path folder, PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        document.close();
        return save(folder, bytes.toByteArray());
    }

    static Content save(Path folder, byte[] bytes) throws IOException {
        var path = Files.createTempFile(folder, "sample", ".bin");
        Files.write(path, bytes);
        return new Content("the-file", "my file", path);
    }

    /** A page of a laboratory report as a scanner sees it. */
    static BufferedImage scan() {
        var scan = new BufferedImage(1654, 1100, BufferedImage.TYPE_INT_RGB);
        var paper = scan.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, scan.getWidth(), scan.getHeight());
        paper.setColor(Color.BLACK);
        paper.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 30));
        var y = 120;
        for (var line : LAB) {
            var cells = line.split("\\|");
            for (var index = 0; index < cells.length && !cells[index].isEmpty(); index += 2) {
                paper.drawString(cells[index], 120 + Integer.parseInt(cells[index + 1]) * 27 / 10, y);
            }
            y += 55;
        }
        paper.dispose();
        return scan;
    }

    static byte[] bytes(BufferedImage picture, String form) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, form, bytes);
        return bytes.toByteArray();
    }

    static PDDocument scanned() throws IOException {
        var document = new PDDocument();
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        var picture = LosslessFactory.createFromImage(document, scan());
        try (var stream = new PDPageContentStream(document, page)) {
            stream.drawImage(picture, 0, 400, 595, 396);
        }
        return document;
    }
}
