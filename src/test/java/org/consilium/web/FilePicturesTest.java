package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

/** A page of a stored PDF as a picture, and only for the one whose case it is. */
class FilePicturesTest {
    private static final Pattern FILE = Pattern.compile("/cases/[0-9a-f-]+/files/[0-9a-f]{64}");

    private final TestSite site = TestSite.shared();

    @Test
    void showsAPageBesideItsWords() throws Exception {
        var me = Visitor.in(site);
        me.get("/");
        var path = me.post("/cases", Map.of("title", "Pages")).uri().getPath();

        var received =
                me.upload(path + "/records", "files", "letter.pdf", pdf()).body();
        var file = FILE.matcher(received);
        assertThat(file.find()).isTrue();
        var page = me.get(file.group() + "?at=page%201").body();
        var picture = me.bytes(file.group() + "/pages/1.png");

        assertThat(page).contains(file.group() + "/pages/1.png", "Words of the first page");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).contains("private");
        assertThat(picture.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(me.get(file.group() + "/pages/2.png").statusCode()).isEqualTo(404);
        assertThat(Visitor.stranger(site).get(file.group() + "/pages/1.png").statusCode())
                .isIn(401, 403);
    }

    @Test
    void showsThePageOfALetterInsideAnArchive() throws Exception {
        var me = Visitor.in(site);
        me.get("/");
        var path = me.post("/cases", Map.of("title", "Letters in a ZIP")).uri().getPath();
        var packed = zip(Map.of("from the clinic/letter.pdf", labPdf()));
        var received =
                me.upload(path + "/records", "files", "portal.zip", packed).body();
        var file = FILE.matcher(received);
        assertThat(file.find()).isTrue();
        waitUntilRead(me, file.group());

        var proposals = me.get(path + "/proposals").body();
        var page = me.get(file.group() + "?at=from%20the%20clinic/letter.pdf!page%201")
                .body();
        var picture = me.bytes(file.group() + "/parts/0/pages/1.png");

        assertThat(proposals).contains(file.group() + "/parts/0/pages/1.png");
        assertThat(page).contains(file.group() + "/parts/0/pages/1.png", "Creatinine");
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.body()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(me.get(file.group() + "/parts/0/pages/2.png").statusCode()).isEqualTo(404);
        assertThat(me.get(file.group() + "/parts/1/pages/1.png").statusCode()).isEqualTo(404);
        assertThat(me.get(file.group() + "/parts/-1/pages/1.png").statusCode()).isEqualTo(404);
        assertThat(me.get(file.group() + "/parts/0/preview").statusCode()).isEqualTo(404);
    }

    @Test
    void showsASmallPictureOfAnImageOnADiscInAnArchive() throws Exception {
        var me = Visitor.in(site);
        me.get("/");
        var path = me.post("/cases", Map.of("title", "A disc in a ZIP")).uri().getPath();
        var packed = zip(Map.of("DISC/IM001", Images.grey(true), "DISC/IM002", Images.grey(false)));
        var received = me.upload(path + "/records", "files", "disc.zip", packed).body();
        var file = FILE.matcher(received);
        assertThat(file.find()).isTrue();
        waitUntilRead(me, file.group());

        var page = me.get(file.group() + "?at=DISC/IM001!").body();
        var without = me.get(file.group() + "?at=DISC/IM002!").body();
        var shown = Pattern.compile(file.group() + "/parts/\\d+/preview").matcher(page);

        assertThat(shown.find()).isTrue();
        assertThat(me.bytes(shown.group()).body()).startsWith(0xff, 0xd8);
        assertThat(without).doesNotContain("/preview").contains("This file holds no picture to show");
        assertThat(me.get(file.group() + "?at=DISC/IM009!").statusCode()).isEqualTo(200);
    }

    /** Files with others inside are read in the background. */
    private static void waitUntilRead(Visitor me, String file) throws Exception {
        var tries = 0;
        while (me.get(file + "/row").body().contains("every 3s") && tries < 150) {
            Thread.sleep(200);
            tries++;
        }
        assertThat(tries).as("being read").isLessThan(150);
    }

    private static byte[] zip(Map<String, byte[]> files) throws java.io.IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] labPdf() throws java.io.IOException {
        return pdf(
                "LABORATORY REPORT",
                "Date Collected: 04/02/2025",
                "TEST|RESULT|UNITS|REFERENCE RANGE",
                "Glucose|112|mg/dL|65-99",
                "Creatinine|0.82|mg/dL|0.57-1.00");
    }

    private static byte[] pdf() throws java.io.IOException {
        return pdf("Words of the first page of this letter");
    }

    private static byte[] pdf(String... lines) throws java.io.IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                stream.beginText();
                stream.setFont(new PDType1Font(FontName.HELVETICA), 12);
                stream.newLineAtOffset(70, 700);
                for (var line : lines) {
                    var cells = line.split("\\|");
                    for (var cell : cells) {
                        stream.showText(cell);
                        stream.newLineAtOffset(100, 0);
                    }
                    stream.newLineAtOffset(-100f * cells.length, -20);
                }
                stream.endText();
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
