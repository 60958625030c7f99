package org.consilium.records.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.consilium.records.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFontsTest {
    @TempDir
    Path folder;

    /** A font that came with the file is somebody's program too: a broken one costs at most the words written in it. */
    @Test
    void aHostileFontIsContained() throws IOException {
        for (var entry : List.of("FontFile", "FontFile2", "FontFile3", "ToUnicode")) {
            for (var bytes : List.of(
                    new byte[0],
                    new byte[5_000],
                    "%!PS { } loop /x 9 def".repeat(200).getBytes(StandardCharsets.UTF_8))) {
                var document = Samples.document(Samples.lines(List.of("Sodium|0|140|160|mmol/L|280")));
                var font = document.getPage(0)
                        .getResources()
                        .getFont(document.getPage(0)
                                .getResources()
                                .getFontNames()
                                .iterator()
                                .next());
                var stream = new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
                if (entry.equals("ToUnicode")) {
                    font.getCOSObject().setItem(COSName.TO_UNICODE, stream);
                } else {
                    var descriptor = new COSDictionary();
                    descriptor.setItem(COSName.getPDFName(entry), stream);
                    font.getCOSObject().setItem(COSName.FONT_DESC, descriptor);
                }
                var begin = System.nanoTime();

                var reading = PdfReader.read(Samples.save(folder, document), Optional.empty());

                assertThat(reading.format()).as(entry).isEqualTo(Format.PDF);
                assertThat(reading.facts()).as(entry).isNotEmpty();
                assertThat(System.nanoTime() - begin).as(entry).isLessThan(20_000_000_000L);
            }
        }
    }
}
