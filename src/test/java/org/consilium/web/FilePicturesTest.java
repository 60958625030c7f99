package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.regex.Pattern;
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

    private static byte[] pdf() throws java.io.IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            try (var stream = new PDPageContentStream(document, page)) {
                stream.beginText();
                stream.setFont(new PDType1Font(FontName.HELVETICA), 12);
                stream.newLineAtOffset(70, 700);
                stream.showText("Words of the first page of this letter");
                stream.endText();
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }
}
