package org.consilium.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Terminologies.Loading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminologiesTest extends LoadingTerminologies {
    private static final String MONDO = "http://purl.obolibrary.org/obo/mondo.owl";
    private static final String OBO = """
            format-version: 1.4
            data-version: mondo/releases/2026-08-01/mondo.obo
            ontology: mondo

            [Term]
            id: MONDO:1
            name: disease of made-up things

            [Term]
            id: MONDO:2
            name: lung trouble
            synonym: "Trouble of the lungs" EXACT []
            is_a: MONDO:1 ! disease of made-up things
            xref: SCTID:222 {source="MONDO:equivalentTo"}
            xref: SCTID:999 {source="MONDO:relatedTo"}

            [Term]
            id: MONDO:3
            name: left lung trouble
            is_a: MONDO:2 {source="x"} ! lung trouble
            xref: Orphanet:33 {source="MONDO:equivalentTo"}

            [Term]
            id: MONDO:4
            name: obsolete thing
            is_obsolete: true

            [Typedef]
            id: part_of
            name: part of
            """;

    @Test
    void withNothingLoadedItKnowsNothing() {
        assertThat(terminologies.loaded()).isEmpty();
        assertThat(terminologies.search("cancer", 10)).isEmpty();
        assertThat(terminologies.find(Code.of(MONDO, "1"))).isEmpty();
        assertThat(terminologies.relating(List.of(Code.of(MONDO, "1")), Crosswalk.EMPTY))
                .isEqualTo(Crosswalk.EMPTY);
    }

    @Test
    void readsAnOboFileWithItsHierarchyAndExactReferences() throws IOException {
        var loaded = load(file("mondo.obo", OBO));

        assertThat(loaded)
                .extracting(
                        LoadedVocabulary::name,
                        LoadedVocabulary::version,
                        LoadedVocabulary::concepts,
                        LoadedVocabulary::names,
                        LoadedVocabulary::parents,
                        LoadedVocabulary::mappings)
                .containsExactly("mondo", "mondo/releases/2026-08-01/mondo.obo", 3L, 4L, 2L, 2L);
        assertThat(terminologies.find(Code.of(MONDO, "2")))
                .map(Concept::names)
                .contains(List.of("lung trouble", "Trouble of the lungs"));
        assertThat(terminologies.find(Code.of(MONDO, "4"))).isEmpty();
    }

    @Test
    void tellsHowCodesOfDifferentSystemsRelate() throws IOException {
        load(file("mondo.obo", OBO));
        var lungs = Code.of(CodeSystems.SNOMED, "222");
        var mondo = Code.of(MONDO, "2");
        var left = Code.of(CodeSystems.ORPHA, "33");
        var stranger = Code.of(CodeSystems.SNOMED, "5");
        var crosswalk = terminologies.relating(List.of(lungs, mondo, left, stranger), Crosswalk.EMPTY);

        assertThat(Relation.of(List.of(lungs), List.of(mondo), crosswalk).kind())
                .isEqualTo(Relation.Kind.SAME);
        assertThat(Relation.of(List.of(left), List.of(lungs), crosswalk).kind()).isEqualTo(Relation.Kind.FIRST_REFINES);
        assertThat(Relation.of(List.of(lungs), List.of(left), crosswalk).kind())
                .isEqualTo(Relation.Kind.SECOND_REFINES);
        assertThat(Relation.of(List.of(lungs), List.of(stranger), crosswalk).kind())
                .isEqualTo(Relation.Kind.NOT_COMPARABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "lung trouble,2",
        "LUNG,2",
        "trouble lungs,2",
        "left lu,3",
        "lugn trouble,2",
        "tróuble of the lung,2",
        "MONDO:3,3"
    })
    void findsByWordsBeginningsTypingErrorsAndCodes(String words, String code) throws IOException {
        load(file("mondo.obo", OBO));

        assertThat(terminologies.search(words, 5))
                .as(words)
                .isNotEmpty()
                .first()
                .extracting(hit -> hit.code().code())
                .isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "!!!", "zzzzzz qqqq", "a b c d e f g h i j k l m n o p q r s t"})
    void answersWordsThatNothingFitsWithNothing(String words) throws IOException {
        load(file("mondo.obo", OBO));

        assertThat(terminologies.search(words, 5)).isEmpty();
    }

    @Test
    void loadingAgainReplacesAndRemovingTakesOut() throws IOException {
        load(file("mondo.obo", OBO));
        var running = Terminologies.in(folder.resolve("terminology"));
        assertThat(running.search("lung", 5)).hasSize(2);

        load(file("mondo.obo", OBO.replace("left lung trouble", "heart trouble").replace("2026-08", "2026-09")));

        assertThat(running.search("heart", 5)).hasSize(1);
        assertThat(running.loaded()).hasSize(1);
        assertThat(terminologies.remove("mondo")).isTrue();
        assertThat(terminologies.remove("mondo")).isFalse();
        assertThat(running.search("heart", 5)).isEmpty();
        running.close();
        try (var left = Files.list(folder.resolve("terminology"))) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactly("active.json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "just words",
                "{\"graphs\": 5",
                "<html/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><JDBOR><DisorderList>&e;",
                "<ICD10CM.tabular><chapter><diag><name>A00</name>",
                "{\"graphs\":[{\"nodes\":[{\"id\":\"http://purl.obolibrary.org/obo/HP_1\",\"lbl\":\"x\"",
                "00001 A00     0 fine                                                         fine\n00002 no code here at all",
                "format-version: 1.4\nid: MONDO:1\n",
                "\u001f\u008b\b",
            })
    void refusesWhatIsNoneWithASentenceAndChangesNothing(String content) throws IOException {
        load(file("mondo.obo", OBO));
        var bad = Files.write(folder.resolve("bad"), content.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(terminologies.load(bad, count -> {})).isInstanceOf(Loading.Refused.class);
        assertThat(terminologies.loaded()).hasSize(1);
        assertThat(terminologies.search("lung", 5)).hasSize(2);
    }
}
