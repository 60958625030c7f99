package org.consilium.records.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.records.Format;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.consilium.records.archive.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextReaderTest {
    @TempDir
    Path folder;

    @Test
    void takesTheWordsOutOfRichText() throws IOException {
        var rtf = "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Times;}}"
                + "{\\colortbl;\\red0\\green0\\blue0;}{\\*\\generator Writer;}\\viewkind4\\uc1\\pard\\f0 Dear Dr. Mu\\'f1oz,\\par\n"
                + "the \\b knee\\b0  is at 37.5\\~\\'b0C.\\par {\\pict\\pngblip 89504e470d0a}"
                + "\\u1054?\\u1082?, \\f1\\'e4\\'e0\\f0 \\{done\\}\\par a\\cell b\\cell\\row}";

        assertThat(words(rtf.getBytes(ISO_8859_1)))
                .isEqualTo("Dear Dr. Muñoz,\nthe knee is at 37.5\u00a0°C.\nОк, да{done}\na\tb");
    }

    @Test
    void takesTheWordsOutOfBrokenRichText() throws IOException {
        for (var rtf : new String[] {
            "{\\rtf1 Hello",
            "{\\rtf1 Hello\\",
            "{\\rtf1 Hello\\'",
            "{\\rtf1 Hello}}}}",
            "{\\rtf1 Hello\\bin99999999 x",
            "{\\rtf1 Hello\\u99999999999 "
        }) {
            assertThat(words(rtf.getBytes(ISO_8859_1))).as(rtf).startsWith("Hello");
        }
        assertThat(words(("{\\rtf1 Hello" + "{".repeat(200_000)).getBytes(ISO_8859_1)))
                .isEqualTo("Hello");
    }

    @Test
    void takesTheWordsOutOfAWebPageAndNothingElse() throws IOException {
        var page = """
                <!DOCTYPE html><html><head><title>Visit</title><style>p {color: red}</style>
                <script>alert("1 < 2")</script></head><body onload="x('>')">
                <h1>Informe de la visita</h1><p>Presi&oacute;n: 120/80 &lt; 140&nbsp;mmHg,
                   buena.</p><table><tr><th>Test</th><th>Result</th></tr><tr><td>Na</td><td>140</td></tr></table>
                <!-- hidden --> 1 < 2 &#8364; &bogus; <img src="http://example.org/x.png"></body></html>
                """;

        assertThat(narrative(Samples.read(folder, "page", page.getBytes(UTF_8))))
                .isEqualTo("Visit\nInforme de la visita\nPresión: 120/80 < 140 mmHg, buena.\n"
                        + "Test\tResult\nNa\t140\n1 < 2 € &bogus;");
    }

    @Test
    void staysQuickOnAPageMadeOfBeginnings() throws IOException {
        for (var piece : new String[] {"<!--", "<script>", "<a href='", "&", "<", "</"}) {
            var page = "<html>Hello" + piece.repeat(100_000);

            assertThat(words(page.getBytes(UTF_8))).as(piece).startsWith("Hello");
        }
    }

    @Test
    void takesTheWordsOutOfWordProcessorDocuments() throws IOException {
        var w = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var files = new LinkedHashMap<String, byte[]>();
        files.put("[Content_Types].xml", Samples.utf8("<Types/>"));
        files.put("_rels/.rels", Samples.utf8("<Relationships/>"));
        files.put(
                "word/document.xml",
                Samples.utf8(
                        "<w:document " + w
                                + "><w:body><w:p><w:r><w:t>Dear </w:t></w:r><w:r><w:t>doctor,</w:t></w:r></w:p>"
                                + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Na</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>140</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                                + "<w:p><w:r><w:instrText>HYPERLINK</w:instrText><w:t>Bye.</w:t></w:r></w:p></w:body></w:document>"));
        files.put(
                "word/header1.xml", Samples.utf8("<w:hdr " + w + "><w:p><w:r><w:t>Hospital</w:t></w:r></w:p></w:hdr>"));
        files.put("word/media/image1.png", new byte[] {1});

        var reading = Samples.read(folder, "letter.docx", Samples.zip(files));

        assertThat(reading.format()).isEqualTo(Format.TEXT);
        assertThat(reading.parts()).isEmpty();
        assertThat(reading.facts()).hasSize(1);
        assertThat(narrative(reading)).isEqualTo("Hospital\nDear doctor,\nNa\t140\nBye.");
    }

    @Test
    void takesTheWordsOutOfOpenDocumentText() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("mimetype", Samples.utf8("application/vnd.oasis.opendocument.text"));
        files.put(
                "content.xml",
                Samples.utf8(
                        "<o:document-content xmlns:o='o' xmlns:t='t'><t:h>Letter</t:h><t:p>One<t:tab/>two<t:s/>three</t:p>"
                                + "</o:document-content>"));
        files.put("META-INF/manifest.xml", Samples.utf8("<m/>"));

        assertThat(narrative(Samples.read(folder, "letter.odt", Samples.zip(files))))
                .isEqualTo("Letter\nOne\ttwo three");
    }

    @Test
    void refusesEntitiesInAWordProcessorDocument() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("[Content_Types].xml", Samples.utf8("<Types/>"));
        files.put(
                "word/document.xml",
                Samples.utf8("<!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><d><p>One</p><p>&a;</p></d>"));

        var reading = Samples.read(folder, "letter.docx", Samples.zip(files));

        assertThat(narrative(reading)).doesNotContain("root:");
        assertThat(reading.facts()).hasSize(1);
    }

    @Test
    void keepsATableWithCommasAsItIs() throws IOException {
        var table = "Date,Test,Value\n2024-01-01,Sodium,=CMD()\n";

        assertThat(words(table.getBytes(Charset.forName("windows-1252")))).isEqualTo(table.strip());
    }

    @Test
    void proposesWhatATypedReportSays() throws IOException {
        var lines = "Laboratory report\nPatient: Sample Person\nCollected: 2024-03-05\nGlucose   112   mg/dL   65-99";
        var w = "<w:document xmlns:w='w'><w:p><w:t>" + lines.replace("\n", "</w:t></w:p><w:p><w:t>")
                + "</w:t></w:p></w:document>";
        var docx = new LinkedHashMap<String, byte[]>();
        docx.put("[Content_Types].xml", Samples.utf8("<Types/>"));
        docx.put("word/document.xml", Samples.utf8(w));
        for (var file : List.of(
                Samples.utf8(lines),
                Samples.utf8("{\\rtf1 " + lines.replace("\n", "\\par\n") + "}"),
                Samples.zip(docx))) {
            var reading = Samples.read(folder, "report", file);

            assertThat(reading.status()).isEqualTo(Status.READ);
            assertThat(reading.problems()).isEmpty();
            assertThat(reading.facts())
                    .extracting(fact -> fact.kind() + " " + fact.text() + " " + fact.date() + " " + fact.status())
                    .containsExactly(
                            "REPORT Laboratory report 2024-03-05 unknown", "LAB Glucose 2024-03-05 " + Fact.PROPOSED);
            assertThat(narrative(reading)).isEqualTo(lines);
        }
    }

    @Test
    void aLetterWithNothingToProposeIsKeptAsBefore() throws IOException {
        var reading = Samples.read(folder, "letter.txt", Samples.utf8("Dear Ana,\nsee you on Monday.\nYours, Luis"));

        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(reading.facts()).extracting(Fact::text).containsExactly("letter.txt");
        assertThat(reading.problems())
                .extracting(problem -> problem.message().key())
                .containsExactly("records.kept.text");
    }

    @Test
    void cutsAVeryLongTextAndSaysSo() throws IOException {
        var reading = Samples.read(folder, "long.txt", "word ".repeat(100_000).getBytes(UTF_8));

        assertThat(narrative(reading)).hasSize(Written.LONGEST);
        assertThat(reading.problems())
                .extracting(problem -> problem.message().key())
                .containsExactly("records.kept.text", "archive.text.long");
    }

    private String words(byte[] bytes) throws IOException {
        var reading = Samples.read(folder, "any", bytes);
        assertThat(reading.format()).isEqualTo(Format.TEXT);
        assertThat(reading.status()).isEqualTo(Status.KEPT);
        return narrative(reading);
    }

    private static String narrative(Reading reading) {
        return reading.facts().getFirst().details().getOrDefault(Detail.NARRATIVE, "");
    }
}
