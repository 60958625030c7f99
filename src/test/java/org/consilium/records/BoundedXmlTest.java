package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedXmlTest {
    @TempDir
    Path folder;

    @Test
    void whatIsShortStaysAsItIs() {
        for (var text : new String[] {
            "",
            "<a b='1' c=\"2>\"/>",
            "<?xml version='1.0'?><!DOCTYPE a [<!-- it's --><!ELEMENT a>]><a><!-- don't --><![CDATA[<'>]]>t</a>",
            "<<a>> ]]> --> \"'\""
        }) {
            assertThat(bounded(text, 30)).isEqualTo(text);
        }
        assertThat(bounded("\ufeff<a/>", 30)).isEqualTo("<a/>");
    }

    @Test
    void theOtherKindOfQuoteDoesNotEndAValue() {
        var value = "'a".repeat(100);

        assertThat(bounded("<a b=\"" + value + "\"/><c/>", 20))
                .isEqualTo("<a b=\"" + value.substring(0, 19) + "\ufffc\"/><c/>");
        assertThat(bounded("<a b='>" + "\">".repeat(100) + "'/><c/>", 5)).isEqualTo("<a b='>\">\"\ufffc'/><c/>");
    }

    @Test
    void commentsDataAndInstructionsEndWhereTheyEnd() {
        var long200 = "x<'\">".repeat(40);

        assertThat(bounded("<a><!--" + long200 + "--><b/></a>", 8)).isEqualTo("<a><!--x<'\">x<\ufffc--><b/></a>");
        assertThat(bounded("<a><![CDATA[" + long200 + "]]><b/></a>", 14))
                .isEqualTo("<a><![CDATA[x<'\">x<\ufffc]]><b/></a>");
        assertThat(bounded("<a><?p " + long200 + "?><b/></a>", 9)).isEqualTo("<a><?p x<'\">x\ufffc?><b/></a>");
    }

    @Test
    void aPhoneExportWithAHugeValueOrCommentIsReadInLittleMemory() throws IOException {
        for (var huge : new String[] {"<!--", "<Record sourceName=\"", "<", "<Record a='\""}) {
            var file = folder.resolve("export.xml");
            try (var out = Files.newBufferedWriter(file)) {
                out.write("<HealthData><Record type=\"HKQuantityTypeIdentifierBodyMass\" unit=\"kg\" value=\"70\""
                        + " startDate=\"2026-03-01 07:00:00 -0500\"/>" + huge);
                for (var piece = 0; piece < 150_000; piece++) {
                    out.write("a'a>".repeat(250));
                }
            }

            var reading = Readers.read(new Content("f", "f", file));

            assertThat(reading.format()).as(huge).isEqualTo(Format.APPLE_HEALTH);
            assertThat(reading.facts()).as(huge).hasSize(1);
        }
    }

    private static String bounded(String text, int longest) {
        var read = new StringBuilder();
        try (var in = new BoundedXml(new StringReader(text), longest)) {
            var buffer = new char[7];
            for (var count = in.read(buffer, 0, 7); count >= 0; count = in.read(buffer, 0, 7)) {
                read.append(buffer, 0, count);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return read.toString();
    }
}
