package org.consilium.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.junit.jupiter.api.Test;

class KnowledgeBaseTest {
    private final Knowledge knowledge = KnowledgeBase.load();

    @Test
    void putsTheMostSpecificGroupFirst() {
        assertThat(groups(icd("C50.911"))).containsExactly("CA-BREAST", "CA-ALL");
        assertThat(groups(icd("C50911"))).containsExactly("CA-BREAST", "CA-ALL");
        assertThat(groups(icd("M54.5"))).containsExactly("ORTHO-SPINE");
        assertThat(groups(icd("D05.11"))).startsWith("CA-DCIS");
        assertThat(groups(icd("Z00.0"))).isEmpty();
    }

    @Test
    void knowsSnomedCodesByTheirPairs() {
        assertThat(groups(snomed("254837009"))).containsExactly("CA-BREAST", "CA-ALL");
        assertThat(groups(snomed("24700007"))).containsExactly("AI-MS");
        assertThat(groups(snomed("126906006"))).startsWith("CA-PROST");
        assertThat(groups(snomed("239873007"))).containsExactly("ORTHO-JOINT");
        assertThat(groups(snomed("53741008"))).containsExactly("CV-CAD");
        assertThat(groups(snomed("1"))).isEmpty();
    }

    @Test
    void letsAPatternOfIcd10CmHoldForIcd10() {
        assertThat(groups(Code.of(CodeSystems.ICD10, "C50.9"))).containsExactly("CA-BREAST", "CA-ALL");
    }

    @Test
    void findsTheWindowsInTheirOrder() {
        assertThat(windows(icd("C50.911"))).startsWith("W48", "W05", "W04", "W01");
        assertThat(windows(icd("C61"))).containsExactly("W48", "W20", "W19", "W18");
        assertThat(windows(snomed("424132000"))).contains("W10.TNM1");
        assertThat(knowledge.window("W01").orElseThrow().days()).isEqualTo(56);
        assertThat(knowledge.window("W12").orElseThrow().days()).isEqualTo(32);
        assertThat(knowledge.window("W18").orElseThrow().days()).isNull();
    }

    @Test
    void readsQuestionMarksInIcdPatterns() {
        var openFracture = new CodePattern(CodeSystems.ICD10CM, "S?2???B");

        assertThat(openFracture.covers(icd("S82.101B"))).isTrue();
        assertThat(openFracture.covers(icd("S82.101A"))).isFalse();
        assertThat(openFracture.covers(icd("S82"))).isFalse();
    }

    @Test
    void changesItsVersionWithItsContent() {
        var one = KnowledgeBase.read(files("C50"));
        var other = KnowledgeBase.read(files("C51"));

        assertThat(one.version()).startsWith("2026-01-01-").isNotEqualTo(other.version());
        assertThat(KnowledgeBase.read(files("C50")).version()).isEqualTo(one.version());
    }

    @Test
    void namesFileAndEntryWhenSomethingIsWrong() {
        assertThatThrownBy(() -> KnowledgeBase.read(files("C50\"], nosuch: [\"1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("groups.yaml G1")
                .hasMessageContaining("nosuch");
    }

    @Test
    void readsTheSameEachTime() {
        IntStream.range(0, 10).forEach(time -> KnowledgeBase.read(KnowledgeBase::resource));
        var clock = ManagementFactory.getThreadMXBean();
        var started = clock.getCurrentThreadCpuTime();
        var again = KnowledgeBase.read(KnowledgeBase::resource);
        System.out.printf(
                "knowledge base read, warm, in %.0f ms of processor time%n",
                (clock.getCurrentThreadCpuTime() - started) / 1e6);

        assertThat(again).isEqualTo(knowledge);
    }

    @Test
    void coversCptNumbersByTheirBeginning() {
        assertThat(knowledge.procedure("PR04").orElseThrow().codes())
                .anyMatch(pattern -> pattern.covers(Code.of(CodeSystems.CPT, "58150")))
                .anyMatch(pattern -> pattern.covers(Code.of(CodeSystems.CPT, "58294")))
                .noneMatch(pattern -> pattern.covers(Code.of(CodeSystems.CPT, "58295")));
    }

    private List<String> groups(Code code) {
        return knowledge.groupsFor(List.of(code)).stream()
                .map(ConditionGroup::id)
                .toList();
    }

    private List<String> windows(Code code) {
        return knowledge.windowsFor(List.of(code)).stream().map(Window::id).toList();
    }

    private static Code icd(String code) {
        return Code.of(CodeSystems.ICD10CM, code);
    }

    private static Code snomed(String code) {
        return Code.of(CodeSystems.SNOMED, code);
    }

    private static java.util.function.Function<String, byte[]> files(String code) {
        var content = Map.of("index", "date: \"2026-01-01\"\nfiles: [groups]\n", "groups", """
                        reviewBy: "2027-05-31"
                        groups:
                          - id: G1
                            name: {en: "A", es: "B"}
                            tier: SERIOUS
                            codes: {icd10cm: ["%s"]}
                            source: {tag: PROPOSAL, grade: E, source: "nobody"}
                        """.formatted(code));
        return name -> content.getOrDefault(name, "").getBytes(StandardCharsets.UTF_8);
    }
}
