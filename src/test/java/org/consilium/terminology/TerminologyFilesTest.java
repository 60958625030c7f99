package org.consilium.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.junit.jupiter.api.Test;

/** Each kind of official file, by a small one of our own. */
class TerminologyFilesTest extends LoadingTerminologies {
    private static final String MONDO = "http://purl.obolibrary.org/obo/mondo.owl";

    @Test
    void readsTheOrderFileOfIcd10Cm() throws IOException {
        var loaded = load(file("icd10cm_order_2026.txt", """
                00001 A00     0 Made-up fever                                                Made-up fever, all forms
                00002 A000    1 Made-up fever due to a                                       Made-up fever due to agent a
                00003 C50911  1 Made-up of unsp site of right                                Made-up of unspecified site of right side
                """));

        assertThat(loaded.name()).isEqualTo("icd10cm");
        assertThat(loaded.concepts()).isEqualTo(3);
        assertThat(terminologies.find(Code.of(CodeSystems.ICD10CM, "C50.911")))
                .map(concept -> concept.names().getFirst())
                .contains("Made-up of unspecified site of right side");
        assertThat(terminologies.search("A00.0", 5))
                .first()
                .extracting(hit -> hit.code().code())
                .isEqualTo("A00.0");
    }

    @Test
    void readsTheTabularListWithItsInclusionTerms() throws IOException {
        load(file("tabular.xml", """
                <?xml version="1.0" encoding="utf-8"?>
                <ICD10CM.tabular><version>2026</version><chapter><name>1</name><desc>Chapter</desc><section id="A00-A09">
                <diag><name>A00</name><desc>Made-up fever</desc><excludes1><note>not this</note></excludes1>
                <diag><name>A00.0</name><desc>Fever of agent a</desc><inclusionTerm><note>Classical fever</note></inclusionTerm></diag>
                </diag></section></chapter></ICD10CM.tabular>
                """));

        assertThat(terminologies.search("classical fever", 5))
                .first()
                .extracting(hit -> hit.code().code())
                .isEqualTo("A00.0");
        assertThat(terminologies.search("not this", 5)).isEmpty();
    }

    @Test
    void readsOrphadataNamesReferencesAndHowCommonADiseaseIs() throws IOException {
        load(file("en_product1.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <JDBOR date="2026-07-01" version="1"><DisorderList count="1"><Disorder id="1"><OrphaCode>77</OrphaCode>
                <Name lang="en">Made-up disease</Name><SynonymList count="1"><Synonym lang="en">Invented disease</Synonym></SynonymList>
                <DisorderType id="2"><Name lang="en">Disease</Name></DisorderType>
                <ExternalReferenceList count="2"><ExternalReference id="3"><Source>ICD-10</Source><Reference>E75.2</Reference>
                <DisorderMappingRelation id="4"><Name lang="en">NTBT (narrower term maps to a broader term)</Name></DisorderMappingRelation></ExternalReference>
                <ExternalReference id="5"><Source>OMIM</Source><Reference>300</Reference>
                <DisorderMappingRelation id="6"><Name lang="en">E (Exact mapping)</Name></DisorderMappingRelation></ExternalReference>
                </ExternalReferenceList></Disorder></DisorderList></JDBOR>
                """));
        load(file("en_product9_prev.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <JDBOR date="2026-07-01"><DisorderList count="2"><Disorder id="1"><OrphaCode>77</OrphaCode><Name lang="en">Made-up disease</Name>
                <PrevalenceList count="1"><Prevalence id="9"><PrevalenceClass id="3"><Name lang="en">1-9 / 1 000 000</Name></PrevalenceClass></Prevalence></PrevalenceList></Disorder>
                <Disorder id="2"><OrphaCode>78</OrphaCode><Name lang="en">Common</Name>
                <PrevalenceList count="1"><Prevalence id="9"><PrevalenceClass id="3"><Name lang="en">&gt;1 / 1000</Name></PrevalenceClass></Prevalence></PrevalenceList></Disorder>
                </DisorderList></JDBOR>
                """));

        assertThat(terminologies.find(Code.of(CodeSystems.ORPHA, "77")))
                .map(Concept::names)
                .contains(List.of("Made-up disease", "Invented disease"));
        assertThat(terminologies.isRare(Code.of(CodeSystems.ORPHA, "77"))).contains(true);
        assertThat(terminologies.isRare(Code.of(CodeSystems.ORPHA, "78"))).contains(false);
        assertThat(terminologies.isRare(Code.of(CodeSystems.ORPHA, "79"))).isEmpty();
        assertThat(terminologies
                        .relating(List.of(Code.of(CodeSystems.ORPHA, "77")), Crosswalk.EMPTY)
                        .toIcd10(Code.of(CodeSystems.ORPHA, "77")))
                .containsExactly(new Crosswalk.Match(Code.of(CodeSystems.ICD10, "E75.2"), false));
    }

    @Test
    void readsAGraphInJsonAlsoZipped() throws IOException {
        var graph = """
                {"graphs":[{"id":"http://purl.obolibrary.org/obo/hp.json","meta":{"version":"x"},
                "nodes":[{"id":"http://purl.obolibrary.org/obo/HP_0000001","lbl":"All","type":"CLASS"},
                {"id":"http://purl.obolibrary.org/obo/HP_0000002","lbl":"Made-up sign","type":"CLASS","meta":{"synonyms":[{"pred":"hasExactSynonym","val":"Invented sign"}]}},
                {"id":"http://purl.obolibrary.org/obo/HP_0000003","lbl":"Gone","meta":{"deprecated":true}}],
                "edges":[{"sub":"http://purl.obolibrary.org/obo/HP_0000002","pred":"is_a","obj":"http://purl.obolibrary.org/obo/HP_0000001"}]}]}
                """;
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(graph.getBytes(StandardCharsets.UTF_8));
        }
        var loaded = load(Files.write(folder.resolve("hp.json.gz"), bytes.toByteArray()));

        assertThat(loaded.name()).isEqualTo("hpo");
        assertThat(loaded.concepts()).isEqualTo(2);
        assertThat(loaded.parents()).isEqualTo(1);
        assertThat(terminologies.search("invented", 3))
                .extracting(hit -> hit.code().display())
                .containsExactly("Made-up sign");
    }

    @Test
    void readsTablesOfLoincNuccAndMappings() throws IOException {
        load(file("Loinc.csv", """
                "LOINC_NUM","COMPONENT","STATUS","SHORTNAME","LONG_COMMON_NAME"
                "1-8","Made-up ""test\""","ACTIVE","MadeUp","Made-up test in blood"
                "2-6","Old","DEPRECATED","Old","Old test"
                """));
        load(file("nucc_taxonomy.csv", """
                Code,Grouping,Classification,Specialization,Definition,Notes,Display Name
                207X,Group,Made-up Medicine,Hand,"A, b",,Made-up Hand Physician
                """));
        load(file("mondo_exactmatch_sctid.sssom.tsv", """
                # curie_map: x
                subject_id\tsubject_label\tpredicate_id\tobject_id\tmapping_justification
                MONDO:7\tmade-up "disease\tskos:exactMatch\tSCTID:700\tx
                MONDO:7\tmade-up "disease\toboInOwl:hasDbXref\tSCTID:701\tx
                """));

        assertThat(terminologies.search("test blood", 3))
                .extracting(hit -> hit.code().code())
                .containsExactly("1-8");
        assertThat(terminologies.search("hand physician", 3))
                .extracting(hit -> hit.code().code())
                .containsExactly("207X");
        var codes =
                List.of(Code.of(MONDO, "7"), Code.of(CodeSystems.SNOMED, "700"), Code.of(CodeSystems.SNOMED, "701"));
        var crosswalk = terminologies.relating(codes, Crosswalk.EMPTY);
        assertThat(crosswalk.kinship(codes.get(0), codes.get(1))).contains(Kinship.SAME);
        assertThat(crosswalk.kinship(codes.get(0), codes.get(2))).isEmpty();
    }

    @Test
    void readsASnomedReleaseFromItsZip() throws IOException {
        var zip = folder.resolve("SnomedCT_Made.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            entry(out, "S/Snapshot/Terminology/sct2_Description_Snapshot-en_US1000124_20260301.txt", """
                    id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId
                    1\t20260301\t1\t0\t1001\ten\t900000000000003001\tMade-up tumor (disorder)\t0
                    2\t20260301\t1\t0\t1001\ten\t900000000000013009\tInvented tumor\t0
                    3\t20260301\t0\t0\t1001\ten\t900000000000013009\tRetired tumor\t0
                    4\t20260301\t1\t0\t1002\ten\t900000000000003001\tTumor (disorder)\t0
                    """);
            entry(out, "S/Snapshot/Terminology/sct2_Relationship_Snapshot_US1000124_20260301.txt", """
                    id\teffectiveTime\tactive\tmoduleId\tsourceId\tdestinationId\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId
                    1\t20260301\t1\t0\t1001\t1002\t0\t116680003\t0\t0
                    """);
            entry(out, "S/Snapshot/Refset/Map/der2_iisssccRefset_ExtendedMapSnapshot_US1000124_20260301.txt", """
                    id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tmapGroup\tmapPriority\tmapRule\tmapAdvice\tmapTarget\tcorrelationId\tmapCategoryId
                    1\t20260301\t1\t0\t6011000124106\t1001\t1\t1\tTRUE\tx\tD49.9\t0\t0
                    """);
        }
        var loaded = load(zip);

        assertThat(loaded)
                .extracting(
                        LoadedVocabulary::name,
                        LoadedVocabulary::version,
                        LoadedVocabulary::concepts,
                        LoadedVocabulary::names,
                        LoadedVocabulary::parents,
                        LoadedVocabulary::mappings)
                .containsExactly("snomed-ct", "20260301", 2L, 3L, 1L, 1L);
        var tumor = Code.of(CodeSystems.SNOMED, "1001");
        var crosswalk = terminologies.relating(List.of(tumor, Code.of(CodeSystems.SNOMED, "1002")), Crosswalk.EMPTY);
        assertThat(crosswalk.kinship(tumor, Code.of(CodeSystems.SNOMED, "1002")))
                .contains(Kinship.FIRST_IS_A_SECOND);
        assertThat(crosswalk.toIcd10(tumor))
                .containsExactly(new Crosswalk.Match(Code.of(CodeSystems.ICD10CM, "D49.9"), false));
    }

    private static void entry(ZipOutputStream out, String name, String text) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
