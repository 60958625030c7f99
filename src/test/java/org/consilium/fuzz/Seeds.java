package org.consilium.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consilium.records.archive.Samples;
import org.consilium.samples.SampleFile;
import org.consilium.samples.SamplePeople;

/** The project's own small samples, by what they are: where the made-up input begins. */
@SuppressWarnings("StringConcatToTextBlock") // the lines as they are written are plainer
final class Seeds {
    private static final Path GOLDEN = Path.of("src/test/resources/records");
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    private Seeds() {}

    /** Golden input files. */
    static List<byte[]> golden(String folder, String part) {
        try (var all = Files.list(GOLDEN.resolve(folder))) {
            var files = new ArrayList<byte[]>();
            for (var file : all.filter(each -> each.getFileName().toString().contains(part))
                    .sorted()
                    .toList()) {
                files.add(Files.readAllBytes(file));
            }
            if (files.isEmpty()) {
                throw new IllegalStateException("no " + part + " in " + folder);
            }
            return files;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Files of the sample people. */
    static List<byte[]> ofPeople(String ending) {
        return SamplePeople.all(TODAY).stream()
                .flatMap(person -> person.files().stream())
                .filter(file -> file.name().endsWith(ending))
                .map(SampleFile::bytes)
                .toList();
    }

    static List<byte[]> opinions() {
        return SamplePeople.all(TODAY).stream()
                .flatMap(person -> person.opinions().stream())
                .map(SampleFile::bytes)
                .toList();
    }

    static List<byte[]> archives() {
        var files = Map.of(
                "IHE_XDM/SUBSET01/DOC.XML", Samples.utf8(Samples.DOCUMENT), "a/b.json", Samples.utf8(Samples.GOUT));
        var stored = Samples.stored("folder/gout.json", Samples.utf8(Samples.GOUT));
        return List.of(
                Samples.zip(files),
                stored,
                Samples.stored("inner.zip", stored),
                Samples.tar(files),
                Samples.gzip(Samples.utf8(Samples.GOUT)),
                Samples.gzip(Samples.tar(files)),
                Samples.bzip2(Samples.utf8(Samples.ASTHMA)),
                Samples.xz(Samples.utf8(Samples.ASTHMA)));
    }

    static List<byte[]> office() {
        var paragraph = "<w:document xmlns:w='w'><w:p><w:r><w:t>Glucose</w:t><w:tab/><w:t>112 mg/dL</w:t></w:r></w:p>"
                + "<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc/></w:tr></w:tbl></w:document>";
        return List.of(
                Samples.stored("word/document.xml", Samples.utf8(paragraph)),
                Samples.stored(
                        "content.xml",
                        Samples.utf8("<o:document-content xmlns:o='o' xmlns:t='t'><t:p>One<t:tab/>two</t:p>"
                                + "</o:document-content>")));
    }

    static List<byte[]> richTexts() {
        return latin(
                "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fcharset204 Times;}}"
                        + "{\\*\\generator x;}\\pard Date: 03/05/2024\\par Glucose\\tab 112\\tab mg/dL\\par\\u8364?"
                        + "{\\f1\\'cf\\'f0}\\trowd\\cell A\\cell B\\row{\\pict\\bin4 abcd}\\uc2\\u960??}",
                "{\\rtf1 Diagnosis: gout, not asthma.\\line Medicine: aspirin 81 mg daily\\page}");
    }

    static List<byte[]> pages() {
        return latin(
                "<!DOCTYPE html><html><head><title>x</title><script>var a='<b>';</script><style>p{}</style></head><body>"
                        + "<h1>Report &amp; letter</h1><p>Glucose&nbsp;112 mg/dL<br>&#x20ac;&#8364;</p><!-- no -->"
                        + "<table><tr><td>Sodium<td>140</tr></table></body></html>",
                "<html><pre>Date: 2024-03-05\nImpression: no fracture.</pre><![CDATA[x]]></html>");
    }

    static List<byte[]> blueButtons() {
        return latin(
                "--------------------------------\nMYMEDICARE.GOV PERSONAL HEALTH INFORMATION\n\n"
                        + "Produced by the Blue Button (v2.0)\n\n--------------------------------\nDemographic\n"
                        + "--------------------------------\nName: EXAMPLE PERSON\nDate of Birth: 02/03/1940\n"
                        + "--------------------------------\nSelf Reported Allergies\n--------------------------------\n"
                        + "Allergy Name: Penicillin\nReaction: Rash\nFirst Episode Date: 01/08/1966\n\n"
                        + "--------------------------------\nSelf Reported Vital Statistics\n"
                        + "--------------------------------\nVital Statistic Type: Blood Pressure\nDate: 07/22/2012\n"
                        + "Reading: 120/80\n\n--------------------------------\nClaim Summary\n"
                        + "--------------------------------\nClaim Number: 1\nService Start Date: 10/18/2012\n"
                        + "Amount Charged: $1,060.00\nDiagnosis Code 1: 3534\n",
                "----------------------------- VA IMMUNIZATIONS -----------------------------\nBlue Button\n"
                        + "Immunization Name: Influenza       Date Administered: 01 Oct 2012 @ 1030\n"
                        + "Test/Lab Type: Glucose Level\nDate Taken: March 21, 2012\nResults: 110 mg/dL\n");
    }

    private static List<byte[]> latin(String... texts) {
        return List.of(texts).stream().map(text -> text.getBytes(ISO_8859_1)).toList();
    }

    /** Texts in UTF-8. */
    static List<byte[]> texts(String... texts) {
        return List.of(texts).stream().map(text -> text.getBytes(UTF_8)).toList();
    }
}
