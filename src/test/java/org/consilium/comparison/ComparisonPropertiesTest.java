package org.consilium.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Comparison.DiagnosisLevel;
import org.consilium.comparison.Comparison.Outcome;
import org.consilium.comparison.Comparison.Point;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.consilium.terminology.Crosswalk;

/** What holds for all opinions. */
class ComparisonPropertiesTest {
    @Property(tries = 400)
    void theOrderOfTheOpinionsChangesNothing(
            @ForAll("opinions") Opinion one, @ForAll("opinions") Opinion other, @ForAll("opinions") Opinion third) {
        var there = Comparison.of(List.of(one, other, third), Samples.KNOWLEDGE, Crosswalk.EMPTY);
        var back = Comparison.of(List.of(third, one, other), Samples.KNOWLEDGE, Crosswalk.EMPTY);

        assertThat(back).isEqualTo(there);
    }

    @Property(tries = 400)
    void whoSpeaksFirstChangesNoLevel(@ForAll("opinions") Opinion one, @ForAll("opinions") Opinion other) {
        var there = Levels.pair(0, 1, rows(one, other));
        var back = Levels.pair(0, 1, rows(other, one));

        assertThat(back.diagnosis()).isEqualTo(there.diagnosis());
        assertThat(back.treatment()).isEqualTo(there.treatment());
        assertThat(back.outcome()).isEqualTo(there.outcome());
    }

    @Property(tries = 200)
    void theSameOpinionTwiceIsConfirmedWhenItCanBeCompared(@ForAll("opinions") Opinion opinion) {
        var comparison = compare(opinion, opinion);

        assertThat(comparison.outcome()).isIn(Outcome.CONFIRM, Outcome.NOT_COMPARABLE);
        assertThat(comparison.alarms()).isEmpty();
        if (!opinion.treatments().isEmpty()
                && !opinion.diagnoses().getFirst().codes().isEmpty()) {
            assertThat(comparison.diagnosis()).isEqualTo(DiagnosisLevel.D0);
        }
    }

    @Property(tries = 300)
    void everythingSaidHasWordsInBothLanguagesAndNobodyIsAskedWhoIsRight(
            @ForAll("opinions") Opinion one, @ForAll("opinions") Opinion other) {
        var comparison = compare(one, other);
        var texts = Stream.of(
                        comparison.points().stream().flatMap(it -> Stream.of(it.about(), it.grounds())),
                        comparison.points().stream()
                                .flatMap(it -> it.cells().stream())
                                .map(Comparison.Cell::text),
                        comparison.questions().stream().flatMap(it -> Stream.of(it.text(), it.because())),
                        comparison.alarms().stream(),
                        comparison.reasons().stream(),
                        comparison.thirdOpinion().alternatives().stream(),
                        Stream.of(comparison.thirdOpinion().because()))
                .flatMap(it -> it)
                .toList();

        for (var language : List.of(Locale.ENGLISH, Locale.of("es"))) {
            assertThat(texts.stream().map(Messages.in(language)::say))
                    .allSatisfy(text -> assertThat(text)
                            .isNotBlank()
                            .doesNotContainIgnoringCase("is right", "is wrong", "{0}", "{1}"));
        }
        assertThat(comparison.points()).extracting(Point::criterion).contains(Criterion.values());
        for (var place = 0; place < 2; place++) {
            var doctor = place;
            assertThat(comparison.questions().stream().filter(it -> it.to() == doctor))
                    .hasSizeBetween(1, 10)
                    .anySatisfy(it -> assertThat(it.text().key()).isEqualTo("comparison.ask.latestDate"));
        }
    }

    @Provide
    Arbitrary<Opinion> opinions() {
        var diagnoses = Arbitraries.of(
                "C50.911; 'markers': [{'name': 'HER2', 'result': 'positive'}], 'stage': {'group': 'IIA'}",
                "C50.9; 'markers': [{'name': 'HER2', 'result': 'negative'}], 'grade': '2'",
                "C50.912; 'stage': {'group': 'III', 't': 'T3'} & C79.51; 'role': 'secondary'",
                "D24.1",
                "R91.1; 'certainty': 'possible'",
                "~lump in the breast; 'laterality': 'left'",
                "M17.11 & C50.911; 'role': 'ruled-out'",
                "C83.31; 'role': 'differential' & C82.90; 'role': 'differential'");
        var treatments = Arbitraries.of(
                        "surgery: Lumbar fusion; 'intent': 'cure', 'laterality': 'left'",
                        "surgery: Knee replacement; 'detail': 'partial'",
                        "systemic: Drug A; 'harms': [{'what': 'Nausea', 'count': 3, 'of': 10, 'lasting': true}]",
                        "systemic: Drug B; 'timing': {'withinDays': 10}, 'benefits': [{'what': 'Cure', 'count': 2}]",
                        "radiation: Radiation; 'cost': {'total': {'amount': 10, 'currency': 'EUR'}}",
                        "monitoring: Watch; 'convenience': {'visits': 3, 'recovery': 'none'}",
                        "-surgery: Lumbar fusion",
                        "?systemic: Drug A",
                        "?rehabilitation: Exercise; 'intent': 'comfort'")
                .list()
                .uniqueElements()
                .ofMaxSize(4)
                .map(list -> String.join(" & ", list));
        var rest = Arbitraries.of(
                "",
                ", 'urgency': {'class': 'U1'}",
                ", 'urgency': {'startBy': '2026-03-01'}",
                ", 'basis': {'saw': [{'kind': 'labs'}]}");
        var doctors = Arbitraries.of("Dr. A", "Dr. B", " ");
        var dates = Arbitraries.of("2026-01-01", "2026-02-01");
        return Combinators.combine(doctors, dates, diagnoses, treatments, rest)
                .as((doctor, date, diagnosis, treatment, more) ->
                        org.consilium.opinions.Samples.by(doctor, date, Samples.members(diagnosis, treatment) + more));
    }

    private static List<Row> rows(Opinion one, Opinion other) {
        var opinions = List.of(one, other);
        return Stream.concat(
                        DiagnosisRows.of(opinions, Crosswalk.EMPTY).stream(),
                        TreatmentRows.of(opinions, Samples.KNOWLEDGE).stream())
                .toList();
    }

    private static Comparison compare(Opinion one, Opinion other) {
        return Comparison.of(List.of(one, other), Samples.KNOWLEDGE, Crosswalk.EMPTY);
    }
}
