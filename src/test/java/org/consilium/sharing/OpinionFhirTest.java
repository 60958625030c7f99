package org.consilium.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.opinions.OpinionJson;
import org.consilium.opinions.OpinionSignature;
import org.consilium.opinions.PeerCheck;
import org.consilium.opinions.SignatureCheck;
import org.consilium.sharing.OpinionDocument.Reading;
import org.junit.jupiter.api.Test;

class OpinionFhirTest {
    private static final Draft WHOLE = Samples.whole(org.consilium.opinions.Samples.WHOLE);
    private static final Messages SPANISH = Messages.in(Locale.of("es"));

    private static String write(Draft draft) {
        return OpinionFhir.write(draft, List.of(), Messages.english());
    }

    private static Reading read(String document) {
        return OpinionDocument.read(document.getBytes(StandardCharsets.UTF_8));
    }

    private static void comesBack(Draft draft, String document) {
        assertThat(read(document)).isInstanceOf(Reading.Whole.class);
        assertThat(OpinionSignature.hash(((Reading.Whole) read(document)).draft()))
                .as(document)
                .isEqualTo(OpinionSignature.hash(draft));
    }

    private static String why(String document) {
        assertThat(read(document)).isInstanceOf(Reading.Refused.class);
        return Messages.english().say(((Reading.Refused) read(document)).why());
    }

    @Test
    void everyOpinionOfTheCasesComesBackAsItWas() {
        var all = Samples.ofPairs();
        assertThat(all).hasSizeGreaterThan(390);
        all.forEach(opinion -> comesBack(opinion, write(opinion)));
    }

    @Test
    void theOpinionsOfTheSamplePeopleComeBackInBothLanguages() {
        var all = Samples.ofPeople();
        assertThat(all).hasSizeGreaterThan(10);
        all.forEach(opinion -> comesBack(opinion, write(opinion)));
        all.forEach(opinion -> comesBack(opinion, OpinionFhir.write(opinion, List.of(), SPANISH)));
    }

    @Property(tries = 300)
    void whateverTheSchemaAllowsComesBack(@ForAll long seed) {
        var opinion = Samples.any(seed);
        assertThat(opinion.finish()).isInstanceOf(OpinionJson.Reading.Parsed.class);
        comesBack(opinion, write(opinion));
    }

    @Test
    void theLargestOpinionComesBack() {
        var words = "&".repeat(OpinionJson.LARGEST - 300);
        var opinion = Samples.whole("{'author': {'name': 'Dr. A'}, 'date': '2026-03-02', 'treatments': [{'text': 'T',"
                + " 'stance': 'possible', 'kind': 'surgery', 'harms': [{'what': '" + words + "'}]}]}");
        var document = write(opinion);
        assertThat(document.length()).isGreaterThan(10_000_000);
        assertThat(((Reading.Whole) read(document)).draft())
                .satisfies(back -> assertThat(OpinionSignature.hash(back)).isEqualTo(OpinionSignature.hash(opinion)));
    }

    @Test
    void aSignatureThatWasIntactIsIntactAgain() {
        var signed = org.consilium.opinions.Samples.signed(WHOLE, Instant.parse("2026-03-02T10:11:12Z"));
        var document = write(signed);
        comesBack(signed, document);
        var back = ((Reading.Whole) read(document)).draft();
        assertThat(OpinionSignature.check(back)).isInstanceOf(SignatureCheck.Intact.class);
        assertThat(OpinionSignature.check(back)).isEqualTo(OpinionSignature.check(signed));
    }

    @Test
    void aSecondReviewerWhoAgreesAttestsTheDocumentAndIsNoPartOfTheOpinion() {
        var checks = List.of(
                new PeerCheck("Dr. Yes", true, "well said", 1, Instant.parse("2026-03-04T10:00:00Z")),
                new PeerCheck("Dr. No", false, "too early", 1, Instant.parse("2026-03-05T10:00:00Z")));
        var document = OpinionFhir.write(WHOLE, checks, Messages.english());
        comesBack(WHOLE, document);
        var composition = FhirDetails.MAPPER.readTree(document).at("/entry/0/resource");
        assertThat(composition.path("attester")).hasSize(1);
        assertThat(document).contains("Dr. No", "too early");
    }

    @Test
    void aReaderOfPlainFhirCanReadTheWholeOpinionInWords() {
        var composition = FhirDetails.MAPPER.readTree(write(WHOLE)).at("/entry/0/resource");
        var words = new StringBuilder();
        composition.path("section").forEach(section -> words.append(section.at("/text/div")));
        assertThat(words.toString().replace("\u00a0", " "))
                .contains("Dr. Ada Mora", "Oncology", "Breast cancer", "Confirmed", "Right", "IIA T2 N0 M0", "HER2")
                .contains("Trastuzumab", "every 3 weeks", "4 of 100 people", "85 to 91 of 100", "60000 USD", "a trial")
                .contains("Heart scan", "core biopsy", "very sure", "a negative test", "A longer text.");
    }

    @Test
    void elementsOfFhirHoldWhatTheyCanHold() {
        var document = FhirDetails.MAPPER.readTree(write(Samples.whole("""
                {'author': {'name': 'Dr. A'}, 'date': '2026-03-02',
                 'diagnoses': [{'text': 'Flu', 'role': 'ruled-out'}, {'text': 'Cold', 'certainty': 'likely'}],
                 'treatments': [{'text': 'Operation', 'stance': 'advised-against', 'kind': 'surgery',
                   'harms': [{'what': 'bleeding', 'count': 3, 'of': 200, 'timeframe': '2 years'}]}]}""")));
        assertThat(document.toString())
                .contains("\"code\":\"refuted\"", "\"code\":\"provisional\"", "\"doNotPerform\":true")
                .contains(
                        "\"probabilityDecimal\":1.5",
                        "\"whenPeriod\":{\"start\":\"2026-03-02\",\"end\":\"2028-03-02\"}");
        assertThat(document.findParent("addresses").path("addresses")).hasSize(1);
    }

    @Test
    void wordsOfPeopleAreNeverMarkup() {
        var document = write(Samples.whole("""
                {'author': {'name': '<script>x</script>'}, 'date': '2026-03-02',
                 'diagnoses': [{'text': '</div><img src=x onerror=y>& ]]>'}]}"""));
        FhirDetails.MAPPER
                .readTree(document)
                .findValuesAsString("div")
                .forEach(div -> assertThat(div)
                        .startsWith("<div ")
                        .doesNotContain("<script", "<img")
                        .doesNotContainPattern("&(?!lt;|gt;|amp;|quot;)"));
    }

    @Test
    void aDocumentThatWasChangedInOnePlaceOnlyIsNotTakenIn() {
        assertThat(why(write(WHOLE).replaceAll("\"code\" : \"confirmed\"", "\"code\" : \"refuted\"")))
                .contains("do not fit together", "Nothing was kept");
        assertThat(why(write(WHOLE).replaceFirst("\"doNotPerform\" : false", "\"doNotPerform\" : true")))
                .contains("do not fit together");
    }

    @Test
    void whatIsAddedToASignedDocumentIsNotTakenIn() {
        var document = write(org.consilium.opinions.Samples.signed(WHOLE, Instant.parse("2026-03-02T10:11:12Z")));
        for (var added :
                List.of("\"_status\":{\"id\":\"x\"},", "\"modifierExtension\":[],", "\"note\":[{\"text\":\"no\"}],")) {
            for (var type : List.of("Composition", "Condition", "CarePlan", "ServiceRequest")) {
                var start = "\"resourceType\" : \"" + type + "\",";
                assertThat(document).contains(start);
                assertThat(why(document.replaceFirst(start, start + added))).contains("do not fit together");
            }
        }
        comesBack(
                WHOLE,
                write(WHOLE)
                        .replace(
                                "\"resourceType\" : \"Condition\",", "\"resourceType\" : \"Condition\",\"id\":\"7\","));
    }

    @Test
    void aSignedDocumentWhoseWordsForPeopleWereChangedIsNotTakenIn() {
        var signed = org.consilium.opinions.Samples.signed(WHOLE, Instant.parse("2026-03-02T10:11:12Z"));
        for (var document : List.of(write(signed), OpinionFhir.write(signed, List.of(), SPANISH))) {
            comesBack(signed, document);
            assertThat(why(document.replaceFirst("<li>[^<]*</li>", "<li>You need no treatment.</li>")))
                    .contains("do not fit together");
            assertThat(why(document.replaceFirst("\"title\" : \"[^\"]*\"", "\"title\" : \"Other\"")))
                    .contains("do not fit together");
        }
    }

    @Test
    void aResourceThatManyPointToIsRefusedBeforeItGrows() {
        var bundle = (tools.jackson.databind.node.ObjectNode) FhirDetails.MAPPER.readTree(write(WHOLE));
        var references = 0;
        for (var section : bundle.at("/entry/0/resource/section")) {
            if (section.at("/code/coding/0/code").asString("").equals("diagnoses")) {
                var entries = (tools.jackson.databind.node.ArrayNode) section.path("entry");
                var first = entries.get(0);
                for (references = 0; references < 1000; references++) {
                    entries.add(first.deepCopy());
                }
            }
        }
        assertThat(references).isEqualTo(1000);
        assertThat(why(bundle.toString())).contains("do not fit together");
    }

    @Test
    void aTextChangedElsewhereComesInChangedAndItsSignatureSaysSo() {
        var signed = org.consilium.opinions.Samples.signed(WHOLE, Instant.parse("2026-03-02T10:11:12Z"));
        var changed = write(signed).replace("Trastuzumab", "Something else");
        assertThat(read(changed)).isInstanceOf(Reading.Whole.class);
        assertThat(OpinionSignature.check(((Reading.Whole) read(changed)).draft()))
                .isInstanceOf(SignatureCheck.ChangedAfterSigning.class);
    }

    @Test
    void fhirOfOthersIsRefusedWithASentenceThatSaysWhatToDo() {
        assertThat(why("{\"resourceType\": \"Patient\"}")).contains("Load it with the records");
        assertThat(why("{\"resourceType\": \"Bundle\", \"type\": \"document\", \"entry\": []}"))
                .contains("records");
        assertThat(why("{\"resourceType\":\"Bundle\",\"type\":\"document\",\"entry\":[{\"resource\":{\"resourceType\":"
                        + "\"Composition\",\"date\":\"2026\",\"section\":[{\"title\":\"x\"}]}}]}"))
                .contains("not an opinion that this program wrote");
        assertThat(why("<Bundle xmlns=\"http://hl7.org/fhir\"/>")).contains("JSON");
        assertThat(why("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><x>&a;</x>"))
                .contains("JSON");
        assertThat(why("{\"resourceType\":\"Bundle\",\"a\":" + "[".repeat(10_000)))
                .contains("broken");
        assertThat(read("{\"author\": {}}")).isInstanceOf(Reading.NotFhir.class);
        assertThat(read("")).isInstanceOf(Reading.NotFhir.class);
    }

    @Property(tries = 300)
    void aDamagedDocumentNeverThrowsAndIsWholeOrRefused(@ForAll long seed) {
        var random = new Random(seed);
        var bytes = write(WHOLE).getBytes(StandardCharsets.UTF_8);
        var length = random.nextBoolean() ? bytes.length : random.nextInt(bytes.length);
        var damaged = java.util.Arrays.copyOf(bytes, length);
        for (var times = random.nextInt(4); times > 0 && length > 0; times--) {
            damaged[random.nextInt(length)] = (byte) random.nextInt(256);
        }
        var reading = OpinionDocument.read(damaged);
        if (reading instanceof Reading.Whole(var draft)) {
            assertThat(draft.finish()).isInstanceOf(OpinionJson.Reading.Parsed.class);
        } else {
            assertThat(reading).isInstanceOfAny(Reading.Refused.class, Reading.NotFhir.class);
        }
    }
}
