package org.consilium.records.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that are too large, too deep or not what they say; more of them stand in {@link CcdaReaderTest}. */
class HostileFilesTest {
    private static final String ROW = "<tr><td>Asthma</td><td>2020</td></tr>";

    @Test
    @Timeout(60)
    void aHugeTextIsCutAndSaidToBeCut() {
        var reading = Samples.read(section("11450-4", "<text>" + "word ".repeat(6_000_000) + "</text>"));

        assertThat(keys(reading)).contains("ccda.text-cut");
        assertThat(reading.facts())
                .allSatisfy(fact -> assertThat(fact.detail(Detail.NARRATIVE).orElse(""))
                        .hasSizeLessThanOrEqualTo(Narrative.MOST_CHARACTERS));
    }

    @Test
    @Timeout(60)
    void aNarrativeFullOfAmpersandsIsReadToItsEnd() {
        var first = Samples.problems(Samples.problem("I10", "Hypertension"));
        var reading =
                Samples.read(Samples.document("<component><section><code code=\"10164-2\"/><title>Story</title><text>"
                        + "a &amp;&lt;".repeat(150_000) + "</text></section></component>" + first));

        assertThat(conditions(reading)).extracting(Fact::text).containsExactly("Hypertension");
        assertThat(keys(reading)).doesNotContain("ccda.broken");
        assertThat(reading.facts())
                .anySatisfy(fact ->
                        assertThat(fact.detail(Detail.NARRATIVE).orElse("")).contains("a &<a &<"));
    }

    @Test
    @Timeout(60)
    void aMillionSiblingsStopTheReadingWithASentence() {
        var reading = Samples.read(section("11450-4", "<a/>".repeat(1_100_000)));

        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(keys(reading)).contains("ccda.too-long");
    }

    @Test
    @Timeout(60)
    void aTableOfManyRowsAndTablesInTablesGiveABoundedNumberOfFacts() {
        var heads = "<tr><th>Problem</th><th>Date</th></tr>";
        var many = Samples.read(section("11450-4", "<text><table>" + heads + ROW.repeat(60_000) + "</table></text>"));
        var deep = Samples.read(section(
                "11450-4",
                "<text>" + ("<table>" + heads + "<tr><td>").repeat(40) + "Asthma" + "</td><td/></tr></table>".repeat(40)
                        + "</text>"));

        assertThat(conditions(many)).hasSize(4_999);
        assertThat(conditions(deep)).hasSizeLessThan(2);
    }

    @Test
    void aDocumentTypeIsNotFollowed() {
        var reading = Samples.read("<!DOCTYPE ClinicalDocument SYSTEM \"http://sample.invalid/a.dtd\">"
                + "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"/>");

        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(keys(reading)).containsExactly("ccda.unsafe");
    }

    @Test
    void readsLatinLettersAndAMarkInFrontOfUtf8() {
        var text = Samples.document(Samples.problems(Samples.problem("I10", "Presi\u00f3n")));
        var latin = Samples.read(text.replace("UTF-8", "ISO-8859-1"), Charset.forName("ISO-8859-1"));
        var marked = Samples.read("\ufeff" + text, StandardCharsets.UTF_8);

        for (var reading : List.of(latin, marked)) {
            assertThat(reading.status()).isEqualTo(Status.READ);
            assertThat(conditions(reading)).extracting(Fact::text).containsExactly("Presi\u00f3n");
        }
    }

    @Test
    void prefixesInFrontOfNamesMakeNoDifference() {
        var reading = Samples.read("<a:section xmlns:a=\"urn:hl7-org:v3\"><a:code code=\"11450-4\"/>"
                + "<a:entry><a:observation><a:templateId root=\"2.16.840.1.113883.10.20.22.4.4\"/>"
                + "<a:value xsi:type=\"a:CD\" code=\"I10\" codeSystem=\"2.16.840.1.113883.6.90\" displayName=\"Pressure\"/>"
                + "</a:observation></a:entry></a:section>");

        assertThat(conditions(reading)).extracting(Fact::text).containsExactly("Pressure");
    }

    private static String section(String code, String body) {
        return Samples.document("<component><section><code code=\"" + code + "\"/><title>Part</title>" + body
                + "</section></component>");
    }

    private static List<Fact> conditions(Reading reading) {
        return reading.facts().stream()
                .filter(fact -> fact.kind() == FactKind.CONDITION)
                .toList();
    }

    private static List<String> keys(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.message().key())
                .toList();
    }
}
