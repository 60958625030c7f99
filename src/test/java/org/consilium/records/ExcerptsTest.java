package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ExcerptsTest {
    private static final byte[] BUNDLE = bytes("""
            {"resourceType":"Bundle","entry":[
              {"resource":{"resourceType":"Patient"}},
              {"resource":{"resourceType":"Condition","code":{"text":"Knee pain"}}}]}
            """);
    private static final byte[] DOCUMENT = bytes("""
            <ClinicalDocument xmlns="urn:hl7-org:v3"><component><section><title>One</title></section></component>
            <component><section><title>Two</title></section></component></ClinicalDocument>
            """);

    @Test
    void opensTheResourceAFactWasReadFrom() {
        assertThat(Excerpts.at(BUNDLE, Format.FHIR_R4, "Bundle.entry[1].resource")
                        .orElseThrow())
                .contains("Knee pain")
                .doesNotContain("Patient");
    }

    @Test
    void opensTheLineOrTheMemberOfAnArrayAFactWasReadFrom() {
        var lines = bytes("""
                {"resourceType":"Patient"}

                {"resourceType":"Condition","code":{"text":"Knee pain"}}
                """);
        var array = bytes(
                "[{\"resourceType\":\"Patient\"},{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Knee pain\"}}]");

        assertThat(Excerpts.at(lines, Format.FHIR_R4, "[1].Condition").orElseThrow())
                .contains("Knee pain")
                .doesNotContain("Patient");
        assertThat(Excerpts.at(array, Format.FHIR_R4, "[1].Condition").orElseThrow())
                .contains("Knee pain")
                .doesNotContain("Patient");
        assertThat(Excerpts.at(lines, Format.FHIR_R4, "[9].Condition").orElseThrow())
                .contains("Patient");
    }

    @Test
    void opensTheElementAFactWasReadFrom() {
        assertThat(Excerpts.at(DOCUMENT, Format.CCDA, "/ClinicalDocument/component[2]/section")
                        .orElseThrow())
                .contains("Two")
                .doesNotContain("One");
    }

    @Test
    void showsTheWholeFileWhenThePlaceIsNotInIt() {
        assertThat(Excerpts.at(BUNDLE, Format.FHIR_R4, "Bundle.entry[99].resource")
                        .orElseThrow())
                .contains("Knee pain", "Patient");
        assertThat(Excerpts.at(BUNDLE, Format.FHIR_R4, "../../etc/passwd").orElseThrow())
                .contains("Knee pain");
    }

    @Test
    void showsBrokenFilesAsTheyAre() {
        assertThat(Excerpts.at(bytes("{\"half\":"), Format.FHIR_R4, "Bundle.entry[0]")
                        .orElseThrow())
                .isEqualTo("{\"half\":");
        assertThat(Excerpts.at(bytes("<a><b></a>"), Format.CCDA, "/a/b").orElseThrow())
                .isEqualTo("<a><b></a>");
    }

    @Test
    void neverFollowsWhatAFilePointsTo() {
        var hostile = bytes("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>");

        assertThat(Excerpts.at(hostile, Format.CCDA, "/a").orElseThrow()).contains("&x;");
    }

    @Test
    void hasNoTextForPictures() {
        assertThat(Excerpts.at(new byte[] {1, 2, 3}, Format.IMAGE, "")).isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
