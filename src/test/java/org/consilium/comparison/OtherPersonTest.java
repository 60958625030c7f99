package org.consilium.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Source;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherPersonTest {
    private static final List<Fact> BACK = List.of(fact(FactKind.CONDITION, "M51.16", "Disc disorder"));

    @ParameterizedTest
    @ValueSource(strings = {"C61", "N40.1", "C62.90", "Q53.9", "D29.1"})
    void anIllnessOfMaleOrgansInTheOpinionOnAWomanIsAHint(String code) {
        var hint = hint(coded(code, "Something"), Sex.FEMALE, BACK).orElseThrow();

        assertThat(hint.rule()).isEqualTo("WP-ORGAN");
        assertThat(Messages.english().say(hint.because())).contains("«Something»");
        assertThat(hint(coded(code, "Something"), Sex.MALE, BACK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C56.1", "N80.0", "O14.1", "D25.9", "C53.9", "C79.60"})
    void anIllnessOfFemaleOrgansInTheOpinionOnAManIsAHint(String code) {
        assertThat(hint(coded(code, "Something"), Sex.MALE, BACK)).isPresent();
        assertThat(hint(coded(code, "Something"), Sex.FEMALE, BACK)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"C50.911", "M54.2", "C64.1", "N39.0", "N64.4", "D07", "Q56.0", "E11.9", "C79.51"})
    void whatBothSexesHaveIsNone(String code) {
        assertThat(hint(coded(code, "Something"), Sex.FEMALE, BACK)).isEmpty();
        assertThat(hint(coded(code, "Something"), Sex.MALE, BACK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Prostate cancer, FEMALE, true",
        "Cáncer de próstata, FEMALE, true",
        "Adenocarcinoma prostático, FEMALE, true",
        "Ovarian cyst, MALE, true",
        "Quiste de ovario, MALE, true",
        "Cervical disc hernia, MALE, false",
        "Penicillin allergy, FEMALE, false",
        "Testing anxiety, FEMALE, false",
        "Breast cancer, MALE, false",
    })
    void withoutACodeTheWordsCount(String words, Sex sex, boolean hint) {
        assertThat(hint(worded(words), sex, BACK).isPresent()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"OTHER", "UNKNOWN", "null"},
            nullValues = "null")
    void sexNotKnownIsNoHint(@Nullable Sex sex) {
        assertThat(hint(coded("C61", "Prostate cancer"), sex, BACK)).isEmpty();
        assertThat(hint(coded("C56.1", "Ovarian cancer"), sex, BACK)).isEmpty();
    }

    @Test
    void recordsThatSpeakOfSuchOrgansSettleIt() {
        for (var kind : List.of(FactKind.CONDITION, FactKind.PROCEDURE, FactKind.PLANNED_PROCEDURE)) {
            var known = List.of(fact(kind, "N40.0", "Enlarged prostate"));
            assertThat(hint(coded("C61", "Prostate cancer"), Sex.FEMALE, known)).isEmpty();
        }
        var family = List.of(fact(FactKind.FAMILY_HISTORY, "C61", "Prostate cancer of the father"));
        assertThat(hint(coded("C61", "Prostate cancer"), Sex.FEMALE, family)).isPresent();
    }

    @Test
    void anotherDiagnosisThatTheRecordsKnowSettlesIt() {
        var both = Samples.first("'diagnoses': [" + diagnosis("C61", "Prostate cancer", "primary") + ", "
                + diagnosis("M51.26", "Disc", "secondary") + "]");

        assertThat(hint(both, Sex.FEMALE, BACK)).isEmpty();
        assertThat(hint(both, Sex.FEMALE, List.of())).isPresent();
    }

    @Test
    void whatADoctorRulesOutIsNone() {
        var ruledOut = Samples.first("'diagnoses': [" + diagnosis("C61", "Prostate cancer", "ruled-out") + "]");

        assertThat(hint(ruledOut, Sex.FEMALE, BACK)).isEmpty();
    }

    @Test
    void aLetterOnSomebodyElseIsToldWithWhatDiffers() {
        var hint = OtherPerson.inLetter(Message.of("records.review.name", "Ana Gil", "Eva Roe"));

        assertThat(hint.rule()).isEqualTo("WP-LETTER");
        assertThat(Messages.english().say(hint.because())).contains("Ana Gil", "Eva Roe");
    }

    private static Optional<OtherPerson.Hint> hint(Opinion opinion, @Nullable Sex sex, List<Fact> facts) {
        return OtherPerson.inDiagnoses(opinion, sex, facts);
    }

    private static Opinion coded(String code, String words) {
        return Samples.first("'diagnoses': [" + diagnosis(code, words, "primary") + "]");
    }

    private static Opinion worded(String words) {
        return Samples.first("'diagnoses': [{'role': 'primary', 'text': '" + words + "'}]");
    }

    private static String diagnosis(String code, String words, String role) {
        return "{'role': '" + role + "', 'text': '" + words + "', 'codes': [{'system': '" + CodeSystems.ICD10CM
                + "', 'code': '" + code + "'}]}";
    }

    private static Fact fact(FactKind kind, String code, String words) {
        return new Fact(
                kind,
                List.of(Code.of(CodeSystems.ICD10CM, code)),
                words,
                null,
                null,
                "active",
                null,
                Map.of(),
                List.of(new Source("a".repeat(64), "/1")));
    }
}
