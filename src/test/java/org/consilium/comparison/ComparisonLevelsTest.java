package org.consilium.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.comparison.Comparison.DiagnosisLevel;
import org.consilium.comparison.Comparison.Outcome;
import org.consilium.comparison.Comparison.TreatmentLevel;
import org.consilium.terminology.Crosswalk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two opinions in short form (see {@link Samples}), and what comes of them. */
class ComparisonLevelsTest {
    private static final String PLAN = "surgery: Operation";

    @ParameterizedTest(name = "{0} | {1} -> {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # the same
            C50.911 | C50.911 | D0 | D0-SAME
            M51.16 | M51.16; 'certainty': 'confirmed' | D0 | D0-SAME
            254837009 | 254837009 | D0 | D0-SAME
            C50.911; 'grade': 'G2' | C50.911; 'grade': 'Grade II' | D0 | D0-SAME
            C50.911; 'stage': {'group': 'IIA'} | C50.911; 'stage': {'group': 'Stage 2a'} | D0 | D0-SAME
            C50.911; 'certainty': 'confirmed' | C50.911; 'certainty': 'likely' | D0 | D0-SAME
            C50.911; 'markers': [{'name': 'HER2', 'result': 'negative'}] | C50.911; 'markers': [{'name': 'HER-2/neu', 'result': 'negative'}] | D0 | D0-SAME
            C61; 'grade': 'Gleason 7 (3+4)' | C61; 'grade': 'ISUP 2' | D0 | D0-SAME
            M17.11 | M17.11; 'laterality': 'right' | D0 | D0-SAME
            # more exact
            C50.9 | C50.911 | D1 | D1-MORE-EXACT
            C83 | C83.31 | D1 | D1-MORE-EXACT
            C50.911 | C50.411 | D1 | D1-SUBTYPE-ADDED
            M17.10 | M17.11 | D1 | D1-SUBTYPE-ADDED
            C50.911 | C50.911; 'stage': {'group': 'IIA'} | D1 | D1-STAGE-ADDED
            C50.911; 'stage': {'group': 'II'} | C50.911; 'stage': {'group': 'IIA'} | D1 | D1-STAGE-MORE-EXACT
            C50.911; 'stage': {'group': 'I'} | C50.911; 'stage': {'group': 'II'} | D1 | D1-STAGE-WITHIN
            C50.911; 'stage': {'t': 'T1'} | C50.911; 'stage': {'t': 'T2'} | D1 | D1-STAGE-WITHIN
            C50.911 | C50.911; 'grade': '2' | D1 | D1-GRADE-ADDED
            C50.911; 'grade': '1' | C50.911; 'grade': '2' | D1 | D1-GRADE-WITHIN
            C50.911 | C50.911; 'markers': [{'name': 'HER2', 'result': 'positive'}] | D1 | D1-MARKER-NEW
            C50.911; 'markers': [{'name': 'HER2', 'result': 'not-tested'}] | C50.911; 'markers': [{'name': 'HER2', 'result': 'positive'}] | D1 | D1-MARKER-NEW
            C50.911; 'markers': [{'name': 'HER2', 'result': 'equivocal'}] | C50.911; 'markers': [{'name': 'HER2', 'result': 'negative'}] | D1 | D1-MARKER-SETTLED
            C50.911; 'markers': [{'name': 'Ki-67', 'result': 'value', 'value': '10 %'}] | C50.911; 'markers': [{'name': 'Ki67', 'result': 'value', 'value': '40 %'}] | D1 | D1-MARKER-VALUE
            M51.9 | M51.9; 'laterality': 'left' | D1 | D1-SIDE-ADDED
            G35; 'certainty': 'confirmed' | G35; 'certainty': 'possible' | D1 | D1-CERTAINTY
            G35 | G35; 'role': 'differential' | D1 | D1-NOT-YET-SURE
            G35 | G35 & E10.9 | D1 | D1-ADDED-DIAGNOSIS
            # same disease, other treatment
            C50.911 | C50.912 | D2 | D2-SIDE
            C50.9; 'laterality': 'left' | C50.9; 'laterality': 'right' | D2 | D2-SIDE
            C50.911; 'stage': {'group': 'II'} | C50.911; 'stage': {'group': 'III'} | D2 | D2-STAGE-CROSSED
            C50.911; 'stage': {'group': 'IIIB'} | C50.911; 'stage': {'group': 'IV'} | D2 | D2-STAGE-CROSSED
            C50.911; 'stage': {'group': '0'} | C50.911; 'stage': {'group': 'IA'} | D2 | D2-STAGE-CROSSED
            C50.911; 'stage': {'n': 'N0'} | C50.911; 'stage': {'n': 'pN1'} | D2 | D2-STAGE-NODES
            C50.911; 'stage': {'t': 'cT2'} | C50.911; 'stage': {'t': 'pT3'} | D2 | D2-STAGE-TUMOUR
            C50.911; 'stage': {'m': 'M0'} | C50.911; 'stage': {'m': 'M1'} | D2 | D2-STAGE-SPREAD
            C50.911; 'stage': {'group': 'II'} | C50.911; 'stage': {'group': 'II'} & C79.51; 'role': 'secondary' | D2 | D2-SPREAD
            C50.911; 'grade': '2' | C50.911; 'grade': '3' | D2 | D2-GRADE-CROSSED
            C61; 'grade': '3+3=6' | C61; 'grade': '3+4=7' | D2 | D2-GRADE-CROSSED
            C50.911; 'markers': [{'name': 'HER2', 'result': 'negative'}] | C50.911; 'markers': [{'name': 'ERBB2', 'result': 'positive'}] | D2 | D2-MARKER-REVERSED
            C83.11 | C83.31 | D2 | D2-SUBTYPE
            # another disease of the same chapter
            C82.90 | C83.30 | D3 | D3-OTHER-DISEASE
            M51.16 | M48.06 | D3 | D3-OTHER-DISEASE
            D05.11 | C50.911 | D3 | D3-IN-SITU-INVASIVE
            # elsewhere, or benign against malignant
            D24.1 | C50.911 | D4 | D4-BENIGN-MALIGNANT
            M54.50 | I71.40 | D4 | D4-OTHER-SYSTEM
            # no disease, or not known
            G35 | G35; 'certainty': 'ruled-out' | D5 | D5-RULED-OUT
            G35 | G93.9 & G35; 'role': 'ruled-out' | D5 | D5-RULED-OUT
            G35; 'certainty': 'confirmed' | G35; 'certainty': 'unlikely' | D5 | D5-UNLIKELY
            C34.90 | R91.1 | D5 | D5-UNDIAGNOSED
            C34.90 | Z03.89 | D5 | D5-NOTHING-FOUND
            # words are never compared
            ~breast cancer | C50.911 | NOT_COMPARABLE | D-NOT-CODED
            ~breast cancer | ~breast cancer | NOT_COMPARABLE | D-NOT-CODED
            24700007 | G35 | NOT_COMPARABLE | D-NOT-CODED
            ~breast cancer; 'laterality': 'left' | ~breast cancer; 'laterality': 'right' | D2 | D2-SIDE
            """)
    void diagnosis(String first, String second, DiagnosisLevel level, String rule) {
        var comparison = compare(Samples.members(first, PLAN), Samples.members(second, PLAN));

        assertThat(comparison.diagnosis()).isEqualTo(level);
        assertThat(comparison.points()).extracting(Comparison.Point::rule).contains(rule);
        assertThat(comparison.treatment()).isEqualTo(TreatmentLevel.X0);
    }

    @ParameterizedTest(name = "{0} | {1} -> {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # the same
            surgery: Knee replacement | surgery: knee  REPLACEMENT | X0 | X0-SAME
            surgery: A; 'codes': [{'system': 'http://www.ama-assn.org/go/cpt', 'code': '27447'}] | surgery: B; 'codes': [{'system': 'http://www.ama-assn.org/go/cpt', 'code': '27447'}] | X0 | X0-SAME
            monitoring: Watch | monitoring: Watch | X0 | X0-SAME
            surgery: Knee replacement | surgery: Knee replacement & ?rehabilitation: Exercise | X0 | X0-OPTION-ONLY-ONE
            surgery: Knee replacement | surgery: Knee replacement & -procedure: Injections | X0 | X0-OPTION-ONLY-ONE
            surgery: Knee replacement | surgery: Knee replacement & procedure: Biopsy; 'intent': 'diagnose' | X0 | X0-OPTION-ONLY-ONE
            # same sort
            surgery: Knee replacement | surgery: Total knee arthroplasty | X1 | X1-FAMILY
            systemic: Drug A | systemic: Drug B | X1 | X1-WORDS
            systemic: Drug A; 'codes': [{'system': 'http://www.whocc.no/atc', 'code': 'L01FD01'}] | systemic: Drug B; 'codes': [{'system': 'http://www.whocc.no/atc', 'code': 'L01FD02'}] | X1 | X1-SAME-KIND
            systemic: Drug A; 'detail': '10 mg' | systemic: Drug A; 'detail': '20 mg' | X1 | X1-DETAIL
            systemic: Drug A; 'timing': {'withinDays': 10} | systemic: Drug A; 'timing': {'withinDays': 20} | X1 | X1-TIMING
            surgery: Knee replacement | ?surgery: Knee replacement | X1 | X1-STANCE
            monitoring: Scan each year | none: Do nothing | X1 | X1-WATCHING
            surgery: Knee replacement | surgery: Knee replacement & monitoring: Check after a year | X1 | X1-WATCHING-ADDED
            surgery: Knee replacement & ?procedure: Injections | surgery: Knee replacement & -procedure: Injections | X1 | X1-OPTION-AGAINST
            rehabilitation: Exercise | ?surgery: Knee replacement & ?rehabilitation: Exercise | X1 | X1-LEFT-OPEN
            # something added
            surgery: Lumpectomy | surgery: Lumpectomy & radiation: Breast radiation | X2 | X2-ADDED
            systemic: Chemo | systemic: Chemo & systemic: Trastuzumab | X2 | X2-ADDED
            systemic: Chemo & radiation: Chest radiation | systemic: Chemo | X2 | X2-ADDED
            surgery: Knee replacement | surgery: Knee arthroscopy | X2 | X2-OTHER-OPERATION
            # another sort
            surgery: Lumbar fusion | rehabilitation: Physiotherapy for 12 weeks | X3 | X3-MODALITY
            surgery: Prostatectomy | radiation: Radiation of the prostate | X3 | X3-MODALITY
            surgery: Lobectomy & systemic: Chemo | radiation: Chest radiation & systemic: Chemo | X3 | X3-MODALITY
            procedure: Stent | surgery: Bypass | X3 | X3-MODALITY
            surgery: Knee replacement; 'laterality': 'left' | surgery: Knee replacement; 'laterality': 'right' | X3 | X3-SIDE
            monitoring: Watch | supportive: Pain relief; 'intent': 'comfort' | X3 | X3-MODALITY
            # treat or watch
            monitoring: Watch | systemic: R-CHOP | X4 | X4-TREAT-OBSERVE
            none: No treatment | surgery: Knee replacement | X4 | X4-TREAT-OBSERVE
            supportive: Pain relief; 'intent': 'comfort' | systemic: Chemo; 'intent': 'cure' | X4 | X4-TREAT-OBSERVE
            procedure: Biopsy first; 'intent': 'diagnose' | surgery: Lobectomy | X4 | X4-TREAT-OBSERVE
            # one advises against it
            surgery: Lumbar fusion | -surgery: Lumbar fusion & rehabilitation: Physiotherapy | X5 | X5-AGAINST
            surgery: Lumbar fusion | -surgery: Spinal fusion | X5 | X5-AGAINST
            ?surgery: Lumbar fusion | -surgery: Lumbar fusion | X5 | X5-AGAINST
            # no plan on a side
            surgery: Lumbar fusion | "" | NOT_COMPARABLE | X-NO-PLAN
            surgery: Lumbar fusion | -systemic: Opioids | NOT_COMPARABLE | X-NO-PLAN
            """)
    void treatment(String first, String second, TreatmentLevel level, String rule) {
        var comparison = compare(Samples.members("M51.16", first), Samples.members("M51.16", second));

        assertThat(comparison.treatment()).isEqualTo(level);
        assertThat(comparison.points()).extracting(Comparison.Point::rule).contains(rule);
        assertThat(comparison.diagnosis()).isEqualTo(DiagnosisLevel.D0);
        assertThat(comparison.treatmentChanging())
                .isEqualTo(List.of("X2", "X3", "X4", "X5").contains(level.name()));
    }

    @ParameterizedTest(name = "{0} {1} {2} -> {3}")
    @CsvSource({
        "D0, X0, false, CONFIRM",
        "D0, X1, false, CONFIRM",
        "D1, X0, false, CLARIFY",
        "D1, X1, false, CLARIFY",
        "D0, X2, false, CLARIFY",
        "D0, X0, true, DIFFER_MINOR",
        "D1, X2, true, DIFFER_MINOR",
        "D2, X0, false, DIFFER_MAJOR",
        "D5, X0, true, DIFFER_MAJOR",
        "D0, X3, false, DIFFER_MAJOR",
        "D1, X5, true, DIFFER_MAJOR",
        "NOT_COMPARABLE, X3, false, DIFFER_MAJOR",
        "D3, NOT_COMPARABLE, false, DIFFER_MAJOR",
        "NOT_COMPARABLE, X2, false, CLARIFY",
        "D1, NOT_COMPARABLE, false, CLARIFY",
        "NOT_COMPARABLE, X0, false, NOT_COMPARABLE",
        "NOT_COMPARABLE, X0, true, NOT_COMPARABLE",
        "D0, NOT_COMPARABLE, false, NOT_COMPARABLE",
        "NOT_COMPARABLE, NOT_COMPARABLE, false, NOT_COMPARABLE",
    })
    void theFirstOutcomeThatMatches(
            DiagnosisLevel diagnosis, TreatmentLevel treatment, boolean urgencyOrIntent, Outcome outcome) {
        assertThat(Levels.outcome(diagnosis, treatment, urgencyOrIntent)).isEqualTo(outcome);
    }

    private static Comparison compare(String first, String second) {
        return Comparison.of(List.of(Samples.first(first), Samples.second(second)), Samples.KNOWLEDGE, Crosswalk.EMPTY);
    }
}
