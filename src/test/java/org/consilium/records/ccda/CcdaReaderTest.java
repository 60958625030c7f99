package org.consilium.records.ccda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.language.Messages;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CcdaReaderTest {
    private static final String WHOLE =
            Samples.document(Samples.problems(Samples.problem("M51.16", "Disc") + Samples.problem("I10", "Pressure")));

    @Test
    void readsAWholeDocument() {
        var reading = Samples.read(WHOLE);
        assertThat(reading.status()).isEqualTo(Status.READ);
        assertThat(texts(reading)).containsExactly("Disc", "Pressure");
        assertThat(conditions(reading).getLast().sources().getFirst().at())
                .isEqualTo("/ClinicalDocument/component/structuredBody/component/section/entry[2]/act/entryRelationship"
                        + "/observation");
    }

    @Test
    void neverOpensAnOutsideEntity() {
        var reading = Samples.read("""
                <?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <ClinicalDocument xmlns="urn:hl7-org:v3"><title>&x;</title></ClinicalDocument>""");
        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(keys(reading)).containsExactly("ccda.unsafe");
        assertThat(reading.toString()).doesNotContain("root:");
    }

    @Test
    void doesNotExpandEntitiesOfEntities() {
        var bomb = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY l0 \"lol\">");
        for (var i = 1; i < 12; i++) {
            bomb.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        bomb.append("]><ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>&l11;</title></ClinicalDocument>");
        assertThat(keys(Samples.read(bomb.toString()))).containsExactly("ccda.unsafe");
    }

    @Test
    void stopsAtTooManyLevels() {
        var deep = Samples.document("<component>".repeat(100_000));
        var reading = Samples.read(deep);
        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(keys(reading)).contains("ccda.too-deep");
    }

    @Test
    @Timeout(60)
    void aVeryLongSectionAndVeryManyTranslationsTakeNoMoreThanTheirShare() {
        var many = new StringBuilder("<entry><observation><templateId root=\"2.16.840.1.113883.10.20.22.4.4\"/>"
                + "<value code=\"I10\" codeSystem=\"2.16.840.1.113883.6.90\" displayName=\"Many\">");
        for (var i = 0; i < 200_000; i++) {
            many.append("<translation code=\"a\" codeSystem=\"2.999.").append(i).append("\"/>");
        }
        many.append("</value></observation></entry>");
        var reading = Samples.read(Samples.document(
                Samples.problems(Samples.problem("I10", "Pressure").repeat(40_000) + many)));
        assertThat(conditions(reading)).hasSize(40_001);
        assertThat(conditions(reading).getLast().codes()).hasSizeLessThan(100);
        assertThat(conditions(reading).getLast().sources().getFirst().at()).contains("entry[40001]");
    }

    @Test
    void readsWhatComesBeforeTheBreakWithoutTheBrokenEntry() {
        var cut = WHOLE.substring(0, WHOLE.indexOf("Pressure") + 20);
        var reading = Samples.read(cut);
        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(texts(reading)).containsExactly("Disc");
        assertThat(reading.problems()).extracting(Problem::severity).contains(Severity.ERROR);
    }

    @Test
    void readsAPieceWithUndeclaredPrefixesAndSaysThatItIsOne() {
        var entry = Samples.problem("I10", "Pressure").strip();
        for (var piece : List.of(
                "<section><code code=\"11450-4\"/>" + entry + "</section>",
                entry,
                entry.replace("<entry>", "").replace("</entry>", ""),
                "<?xml version=\"1.0\"?>\n" + entry + "\n" + entry.replace("I10", "I11"))) {
            var reading = Samples.read(piece);
            assertThat(reading.status()).isEqualTo(Status.PARTLY);
            assertThat(keys(reading)).containsExactly("ccda.piece.read");
            assertThat(conditions(reading))
                    .isNotEmpty()
                    .allSatisfy(fact -> assertThat(fact.codes()).isNotEmpty());
        }
    }

    @Test
    void keepsADamagedPieceAndNamesTheLine() {
        var reading = Samples.read("<section>\n<value\nxsi:type=\"CD\"></section>");
        assertThat(reading.status()).isEqualTo(Status.KEPT);
        assertThat(Messages.english().say(reading.problems().getFirst().message()))
                .contains("line 3");
        assertThat(reading.facts()).isEmpty();
    }

    @Test
    void saysThatAPieceIsNoWholeRecord() {
        assertThat(keys(Samples.read("<section><title>Problems</title></section>")))
                .containsExactly("ccda.piece");
    }

    @Test
    void readsUtf16WithAndWithoutAMark() {
        var text = WHOLE.replace("UTF-8", "UTF-16").replace("Disc", "Bandscheibe \u00e4");
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            var reading = Samples.read(text, charset);
            assertThat(reading.status()).isEqualTo(Status.READ);
            assertThat(texts(reading)).contains("Bandscheibe \u00e4");
        }
    }

    @Test
    void readsAFileWhoseEncodingIsNotTheOneItDeclaresAndSaysSo() {
        var text = WHOLE.replace("Disc", "H\u00e9rnia");
        var reading = Samples.read(text, Charset.forName("windows-1252"));
        assertThat(texts(reading)).contains("H\u00e9rnia");
        assertThat(keys(reading)).containsExactly("ccda.encoding");
        var declaredWide = Samples.read(text.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_8);
        assertThat(texts(declaredWide)).contains("H\u00e9rnia");
        assertThat(keys(declaredWide)).containsExactly("ccda.encoding");
    }

    @Test
    void countsAnEntryThatGaveNoFact() {
        var reading = Samples.read(Samples.document(Samples.problems(Samples.problem("I10", "Pressure")
                + "<entry><act classCode=\"ACT\" moodCode=\"EVN\" nullFlavor=\"NI\"/></entry>"
                + "<entry><regionOfInterest classCode=\"ROIOVL\"/></entry>")));
        assertThat(keys(reading)).containsExactly("ccda.entry.no-information", "ccda.entry.picture");
        assertThat(reading.status()).isEqualTo(Status.PARTLY);
    }

    @Test
    void refusesAnEmptyFile() {
        var reading = Samples.read(new byte[0]);
        assertThat(reading.status()).isEqualTo(Status.REFUSED);
        assertThat(keys(reading)).containsExactly("ccda.empty");
    }

    @Property(tries = 300)
    void neverThrowsOnADamagedFile(
            @ForAll @IntRange(min = 0, max = 2000) int place, @ForAll byte damage, @ForAll boolean cut) {
        var bytes = WHOLE.getBytes(StandardCharsets.UTF_8);
        var at = place % bytes.length;
        bytes[at] = damage;
        var reading = Samples.read(cut ? java.util.Arrays.copyOf(bytes, at + 1) : bytes);
        assertThat(reading.facts().isEmpty() && reading.problems().isEmpty()).isFalse();
        assertThat(reading.problems())
                .allSatisfy(problem ->
                        assertThat(Messages.english().say(problem.message())).isNotBlank());
    }

    private static List<Fact> conditions(Reading reading) {
        return reading.facts().stream()
                .filter(fact -> fact.kind() == FactKind.CONDITION)
                .toList();
    }

    private static List<String> texts(Reading reading) {
        return conditions(reading).stream().map(Fact::text).toList();
    }

    private static List<String> keys(Reading reading) {
        return reading.problems().stream()
                .map(problem -> problem.message().key())
                .toList();
    }

    @Test
    void theDiagnosesOfAVisitAreItsReasons() {
        var reading = Samples.read(Samples.document("""
                <component><section><code code="46240-8"/><title>Encounters</title><entry>
                <encounter classCode="ENC" moodCode="EVN"><code code="EMER" codeSystem="2.16.840.1.113883.5.4"/>
                <effectiveTime value="20260228"/><entryRelationship typeCode="SUBJ"><act classCode="ACT" moodCode="EVN">
                <code code="29308-4" codeSystem="2.16.840.1.113883.6.1"/><entryRelationship typeCode="SUBJ">
                <observation classCode="OBS" moodCode="EVN"><value xsi:type="CD" code="I63.9"
                codeSystem="2.16.840.1.113883.6.90" displayName="Stroke"/></observation></entryRelationship></act>
                </entryRelationship></encounter></entry></section></component>"""));

        assertThat(reading.facts())
                .filteredOn(fact -> fact.kind() == org.consilium.clinical.FactKind.ENCOUNTER)
                .singleElement()
                .extracting(fact ->
                        fact.detail(org.consilium.clinical.Detail.REASON_CODES).orElse(""))
                .isEqualTo("http://hl7.org/fhir/sid/icd-10-cm|I63.9");
    }
}
