package org.consilium.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Comparison.DiagnosisLevel;
import org.consilium.comparison.Comparison.Outcome;
import org.consilium.comparison.Comparison.Point;
import org.consilium.comparison.Comparison.Relation;
import org.consilium.comparison.Comparison.TreatmentLevel;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.consilium.terminology.Crosswalk;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String HARM =
            "{'text': 'Lumbar fusion', 'stance': 'recommended', 'kind': 'surgery', 'harms': [{'what': 'Infection', %s}]}";

    @Test
    void follicularLymphomaToWatchOrLargeCellLymphomaToTreat() {
        var comparison = compare(
                Samples.first(Samples.members("C82.90", "monitoring: Watch")),
                Samples.second(Samples.members("C83.30", "systemic: R-CHOP")));

        assertThat(comparison.diagnosis()).isEqualTo(DiagnosisLevel.D3);
        assertThat(comparison.treatment()).isEqualTo(TreatmentLevel.X4);
        assertThat(comparison.outcome()).isEqualTo(Outcome.DIFFER_MAJOR);
        assertThat(comparison.thirdOpinion().advised()).isTrue();
        assertThat(comparison.thirdOpinion().alternatives())
                .extracting(Message::key)
                .contains("comparison.instead.reread", "comparison.instead.jointCall", "comparison.instead.board");
    }

    @Test
    void lumbarFusionOrPhysiotherapy() {
        var comparison = compare(
                Samples.first(Samples.members("M51.16", "surgery: Lumbar fusion")),
                Samples.second(Samples.members("M51.16", "rehabilitation: Physiotherapy for 12 weeks")));

        assertThat(comparison.diagnosis()).isEqualTo(DiagnosisLevel.D0);
        assertThat(comparison.treatment()).isEqualTo(TreatmentLevel.X3);
        assertThat(comparison.outcome()).isEqualTo(Outcome.DIFFER_MAJOR);
        assertThat(comparison.treatmentChanging()).isTrue();
    }

    @Test
    void breastCancerWithAMarkerNewlyTestedOrReversed() {
        var second = Samples.second(Samples.members(
                "C50.911; 'markers': [{'name': 'HER2', 'result': 'positive'}]",
                "surgery: Lumpectomy & systemic: Trastuzumab"));
        var untested = compare(Samples.first(Samples.members("C50.911", "surgery: Lumpectomy")), second);
        var negative = compare(
                Samples.first(Samples.members(
                        "C50.911; 'markers': [{'name': 'HER2', 'result': 'negative'}]", "surgery: Lumpectomy")),
                second);

        assertThat(untested.diagnosis()).isEqualTo(DiagnosisLevel.D1);
        assertThat(untested.treatment()).isEqualTo(TreatmentLevel.X2);
        assertThat(untested.outcome()).isEqualTo(Outcome.CLARIFY);
        assertThat(untested.treatmentChanging()).isTrue();
        assertThat(untested.thirdOpinion().advised()).isFalse();
        assertThat(negative.diagnosis()).isEqualTo(DiagnosisLevel.D2);
        assertThat(negative.outcome()).isEqualTo(Outcome.DIFFER_MAJOR);
    }

    @Test
    void urgencyOrAimThatDiffersIsAMinorDifference() {
        var plan = Samples.members("C61", "radiation: Radiation; 'intent': 'cure'");
        var soon = compare(
                Samples.first(plan + ", 'urgency': {'class': 'U2'}"),
                Samples.second(plan + ", 'urgency': {'class': 'U5'}"));
        var aim = compare(
                Samples.first(plan),
                Samples.second(Samples.members("C61", "radiation: Radiation; 'intent': 'comfort'")));

        assertThat(soon.outcome()).isEqualTo(Outcome.DIFFER_MINOR);
        assertThat(aim.outcome()).isEqualTo(Outcome.DIFFER_MINOR);
    }

    @Test
    void warnsOfTheWrongSideAndOfAStageThatCrossesALine() {
        var side =
                compare(Samples.first(Samples.members("C50.911", "")), Samples.second(Samples.members("C50.912", "")));
        var stage = compare(
                Samples.first(Samples.members("C18.7; 'stage': {'group': 'II'}", "")),
                Samples.second(Samples.members("C18.7; 'stage': {'group': 'IV'}", "")));

        assertThat(said(side.alarms())).singleElement().asString().contains("different sides of the body");
        assertThat(said(stage.alarms())).singleElement().asString().contains("changes the treatment");
    }

    @Test
    void withLittleTimeTheDoctorsCallEachOther() {
        var opinions = List.of(
                Samples.first(Samples.members("C82.90", "monitoring: Watch")),
                Samples.second(Samples.members("C83.30", "systemic: R-CHOP")));
        var hurried = Comparison.of(opinions, Samples.KNOWLEDGE, Crosswalk.EMPTY, 6);
        var enough = Comparison.of(opinions, Samples.KNOWLEDGE, Crosswalk.EMPTY, 7);

        assertThat(hurried.thirdOpinion().advised()).isFalse();
        assertThat(hurried.thirdOpinion().because().key()).isEqualTo("comparison.third.noTime");
        assertThat(enough.thirdOpinion().advised()).isTrue();
    }

    @Test
    void comparesNumbersOnlyOutOfTheSameNumberOfPeople() {
        assertThat(harm("'count': 3, 'of': 100", "'count': 5, 'of': 100").relation())
                .isEqualTo(Relation.DIFFERS);
        assertThat(harm("'count': 3, 'of': 100", "'count': 3.0, 'of': 100").relation())
                .isEqualTo(Relation.AGREES);
        assertThat(harm("'low': 2, 'high': 6, 'of': 100", "'count': 3, 'of': 100")
                        .rule())
                .isEqualTo("M-RANGES-MEET");
        assertThat(harm("'count': 3, 'of': 100", "'count': 30, 'of': 1000").rule())
                .isEqualTo("M-OTHER-DENOMINATOR");
        assertThat(harm("'count': 3, 'of': 100, 'timeframe': '1 year'", "'count': 3, 'of': 100, 'timeframe': '5 years'")
                        .rule())
                .isEqualTo("M-OTHER-TIME");
        assertThat(harm("'severity': 'mild'", "'count': 3, 'of': 100").rule()).isEqualTo("M-NO-NUMBER");
        var both = harm("'count': 3, 'of': 100, 'without': 1", "'count': 5, 'of': 100");
        assertThat(Messages.english().say(both.cells().getFirst().text()))
                .isEqualTo("3 of 100 people have this; 97 do not. Without this treatment: 1 of 100.");
        assertThat(both.cells()).extracting(Comparison.Cell::at).containsOnly("/treatments/0/harms/0");
    }

    @Test
    void doesNotComparePricesInTwoCurrencies() {
        var euro =
                "surgery: Lumbar fusion; 'cost': {'total': {'amount': 10, 'currency': 'EUR'}}, 'convenience': {'nights': 2}";
        var dollar = "surgery: Lumbar fusion; 'cost': {'total': {'amount': 10, 'currency': 'usd'}}";
        var points = compare(
                        Samples.first(Samples.members("M51.16", euro)),
                        Samples.second(Samples.members("M51.16", dollar)))
                .points();

        assertThat(points).extracting(Point::rule).contains("C-OTHER-CURRENCY", "C-ONLY-ONE");
    }

    @Test
    void threeOpinionsAreJudgedInPairsAndTheMajorityCountsForNothing() {
        var surgery = Samples.members("M51.16", "surgery: Lumbar fusion");
        var third = Samples.third(Samples.members("M51.16", "rehabilitation: Physiotherapy"));
        var comparison = Comparison.of(
                List.of(third, Samples.second(surgery), Samples.first(surgery)), Samples.KNOWLEDGE, Crosswalk.EMPTY);

        assertThat(comparison.opinions())
                .extracting(it -> it.author().name())
                .containsExactly("Dr. First", "Dr. Second", "Dr. Third");
        assertThat(comparison.pairs())
                .extracting(Comparison.Pair::outcome)
                .containsExactly(Outcome.CONFIRM, Outcome.DIFFER_MAJOR, Outcome.DIFFER_MAJOR);
        assertThat(comparison.outcome()).isEqualTo(Outcome.DIFFER_MAJOR);
        assertThat(comparison.thirdOpinion().because().key()).isEqualTo("comparison.third.enough");
        assertThat(comparison.points())
                .allSatisfy(point -> assertThat(point.cells()).hasSize(3));
    }

    @Test
    void givesPossibleReasonsFromWhatTheDoctorsWrote() {
        var plan = Samples.members("M51.16", "surgery: Lumbar fusion");
        var comparison = compare(
                Samples.first(
                        plan + ", 'basis': {'examinedPatient': true, 'saw': [{'kind': 'images'}, {'kind': 'labs'}]}"),
                Samples.second(
                        plan
                                + ", 'basis': {'examinedPatient': false, 'knewFirstOpinion': true, 'saw': [{'kind': 'labs'}]}"));

        assertThat(said(comparison.reasons()))
                .contains(
                        "Dr. First saw the scans. Dr. Second does not list it.",
                        "Dr. Second did not examine you. Another doctor did.",
                        "Dr. Second knew an earlier opinion. That can sway a doctor.");
    }

    @Test
    void namesTheScanThatOnlyOneDoctorSaw() {
        var plan = Samples.members("M51.16", "surgery: Lumbar fusion");
        var mri = "{'kind': 'images', 'what': 'MRI of the back', 'date': '2026-03-03'}";
        var older = "{'kind': 'images', 'what': 'MRI of the back', 'date': '2025-03-03'}";
        var undated = "{'kind': 'images'}";

        assertThat(said(compare(saw(plan, mri, true), saw(plan, older, false)).reasons()))
                .contains("Dr. First saw the scans («MRI of the back») of March 3, 2026. Dr. Second does not list it.")
                .contains("Dr. Second saw the scans («MRI of the back») of March 3, 2025. Dr. First does not list it.");
        assertThat(said(compare(saw(plan, mri, true), saw(plan, undated, false)).reasons()))
                .isEmpty();
    }

    private static Opinion saw(String plan, String record, boolean first) {
        var members = plan + ", 'basis': {'saw': [" + record + "]}";
        return first ? Samples.first(members) : Samples.second(members);
    }

    @Test
    void drugsBeforeOrAfterTheOperationIsADifferenceToAskAbout() {
        var first = Samples.first(
                Samples.members("C50.911", "surgery: Lumpectomy; 'order': 1 & systemic: Chemotherapy; 'order': 2"));
        var turned = compare(
                first,
                Samples.second(Samples.members(
                        "C50.911", "surgery: Lumpectomy; 'order': 2 & systemic: Chemotherapy; 'order': 1")));
        var same = compare(
                first,
                Samples.second(Samples.members(
                        "C50.911", "surgery: Lumpectomy; 'order': 1 & systemic: Chemotherapy; 'order': 2")));

        assertThat(turned.points()).extracting(Point::rule).contains("X1-ORDER");
        assertThat(turned.treatment()).isEqualTo(TreatmentLevel.X1);
        assertThat(turned.questions())
                .extracting(question -> question.text().key())
                .contains("comparison.ask.order.said");
        assertThat(same.points()).extracting(Point::rule).doesNotContain("X1-ORDER");
    }

    @Test
    void showsHowSoonInTheDoctorsOwnWordsOrDate() {
        var comparison = compare(
                Samples.first(Samples.members("C50.911", "surgery: Lumpectomy")
                        + ", 'urgency': {'class': 'U4', 'text': 'soon'}"),
                Samples.second(
                        Samples.members("C50.911", "surgery: Lumpectomy") + ", 'urgency': {'startBy': '2026-02-01'}"));

        assertThat(comparison.points().stream()
                        .filter(point -> point.about().key().equals("comparison.about.urgency"))
                        .flatMap(point -> point.cells().stream())
                        .map(cell -> Messages.english().say(cell.text())))
                .containsExactly("soon", "By February 1, 2026");
    }

    @Test
    void needsTwoOpinions() {
        var one = List.of(Samples.first(Samples.members("M51.16", "")));

        assertThatThrownBy(() -> Comparison.of(one, Samples.KNOWLEDGE, Crosswalk.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Point harm(String one, String other) {
        var comparison = compare(
                Samples.first("'treatments': [" + HARM.formatted(one) + "]"),
                Samples.second("'treatments': [" + HARM.formatted(other) + "]"));
        return comparison.points().stream()
                .filter(point -> point.criterion() == Criterion.RISK)
                .findFirst()
                .orElseThrow();
    }

    private static Comparison compare(Opinion one, Opinion other) {
        return Comparison.of(List.of(one, other), Samples.KNOWLEDGE, Crosswalk.EMPTY);
    }

    private static List<String> said(List<Message> messages) {
        return messages.stream().map(Messages.english()::say).toList();
    }
}
