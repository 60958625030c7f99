package org.consilium.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.clinical.CodeSystems;
import org.junit.jupiter.api.Test;

class OidsTest {
    @Test
    void knowsTheUriOfCommonCodeSystems() {
        assertThat(Oids.uri("2.16.840.1.113883.6.90")).isEqualTo(CodeSystems.ICD10CM);
        assertThat(Oids.uri("urn:oid:2.16.840.1.113883.6.96")).isEqualTo(CodeSystems.SNOMED);
        assertThat(Oids.uri(" 2.16.840.1.113883.6.1 ")).isEqualTo(CodeSystems.LOINC);
    }

    @Test
    void leavesAnUnknownOidRecognisable() {
        assertThat(Oids.uri("2.999.7.1")).isEqualTo("urn:oid:2.999.7.1");
        assertThat(Oids.uri("http://example.org/codes")).isEqualTo("http://example.org/codes");
    }

    @Test
    void understandsNamesWhereFilesWriteThemForOids() {
        assertThat(Oids.uri("CPT")).isEqualTo(CodeSystems.CPT);
        assertThat(Oids.uriOfName("SNOMED-CT")).contains(CodeSystems.SNOMED);
        assertThat(Oids.uriOfName("house codes")).isEmpty();
    }
}
