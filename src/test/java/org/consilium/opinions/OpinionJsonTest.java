package org.consilium.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.consilium.language.Messages;
import org.consilium.opinions.OpinionJson.Problem;
import org.consilium.opinions.OpinionJson.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpinionJsonTest {
    @Test
    void readsAllThatTheSchemaKnows() {
        var opinion = Samples.opinion(Samples.WHOLE);

        assertThat(opinion.author().npi()).isEqualTo("1234567893");
        assertThat(opinion.basis())
                .isEqualTo(new Opinion.Basis(
                        true, false, List.of(new Opinion.Seen("pathology-slides", "core biopsy", "2026-02"))));
        assertThat(opinion.diagnoses().getFirst().markers().getFirst().value()).isEqualTo("3+");
        assertThat(opinion.treatments().getFirst().benefits().getFirst().high()).isEqualByComparingTo("90.5");
        assertThat(opinion.treatments().getFirst().cost())
                .isEqualTo(new Opinion.Cost(
                        new Opinion.Money(new BigDecimal("60000"), "USD", "hospital"),
                        new Opinion.Money(new BigDecimal("1200.5"), "USD", null)));
        assertThat(opinion.urgency())
                .isEqualTo(new Opinion.UrgencyStatement("U3", LocalDate.of(2026, 4, 1), "in a month"));
    }

    @Test
    void leavesOutWhatTheDoctorLeftOut() {
        var opinion = Samples.by("Dr. A", "2026-03-02", "'diagnoses': [{'text': 'Sciatica'}]");

        assertThat(opinion.diagnoses().getFirst().role()).isEqualTo("primary");
        assertThat(opinion.diagnoses().getFirst().certainty()).isNull();
        assertThat(OpinionJson.write(opinion)).doesNotContain("certainty", "treatments", "null");
    }

    @Test
    void writesWhatItRead() {
        var opinion = Samples.opinion(Samples.WHOLE);
        var written = OpinionJson.write(opinion);

        assertThat(Samples.opinion(written)).isEqualTo(opinion);
        assertThat(OpinionJson.write(Samples.opinion(written))).isEqualTo(written);
        assertThat(Draft.of(opinion).finish()).isEqualTo(new Reading.Parsed(opinion));
    }

    @ParameterizedTest(name = "{0} -> {1} {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            {'date': '2026-01-01', 'diagnoses': [{'text': 'x'}]} | ^^ | opinions.problem.noAuthor
            {'author': {}, 'date': '2026-01-01', 'diagnoses': [{'text': 'x'}]} | /author | opinions.problem.noAuthor
            {'author': {'name': 'A'}, 'diagnoses': [{'text': 'x'}]} | ^^ | opinions.problem.noDate
            {'author': {'name': 'A'}, 'date': '2026-01-01'} | ^^ | opinions.problem.noConclusion
            {'author': {'name': 'A'}, 'date': 'last week', 'diagnoses': [{'text': 'x'}]} | /date | opinions.problem.notADate
            {'author': {'name': 'A'}, 'date': '2026-02-30', 'diagnoses': [{'text': 'x'}]} | /date | opinions.problem.notADate
            {'author': {'name': 'A'}, 'date': '2026-01-01', 'diagnoses': []} | /diagnoses | opinions.problem.emptyList
            {'author': {'name': 'A'}, 'date': '2026-01-01', 'diagnoses': [{'codes': []}]} | /diagnoses/0 | opinions.problem.missing
            {'author': {'name': 'A'}, 'date': '2026-01-01', 'diagnoses': [{'text': 'x', 'laterality': 'up'}]} | /diagnoses/0/laterality | opinions.problem.unknownWord
            {'author': {'name': 'A'}, 'date': '2026-01-01', 'diagnoses': [{'text': 5}]} | /diagnoses/0/text | opinions.problem.type.string
            {'author': {'name': 'A'}, 'date': '2026-01-01', 'diagnoses': {}} | /diagnoses | opinions.problem.type.array
            {'author': {'name': 'A'}, 'date': '2026-01-01', 'diagnoses': [{'text': 'x'}], 'mood': 'good'} | ^^ | opinions.problem.unknownField
            {'author': {'name': 'A'}, 'date': '2026-01-01', 'treatments': [{'text': 'x', 'stance': 'recommended', 'kind': 'surgery', 'harms': [{'what': 'y', 'count': 1, 'of': 0}]}]} | /treatments/0/harms/0/of | opinions.problem.tooSmall
            {'author': {'name': 'A'}, 'date': '2026-01-01', 'treatments': [{'text': 'x', 'stance': 'recommended', 'kind': 'surgery', 'harms': [{'what': 'y', 'count': 1e999}]}]} | /treatments/0/harms/0/count | opinions.problem.number
            {'author': {'name': 'A'}, 'date': '2026-01-01', 'treatments': [{'text': 'x', 'stance': 'recommended', 'kind': 'surgery', 'order': 99999999999}]} | /treatments/0/order | opinions.problem.number
            [] | ^^ | opinions.problem.notAnObject
            ^^ | ^^ | opinions.problem.empty
            {'author': | ^^ | opinions.problem.notJsonAt
            """)
    void saysWhatIsWrongAndWhere(String json, String at, String key) {
        var read = OpinionJson.read(Samples.bytes(json));

        assertThat(read).isInstanceOfSatisfying(Reading.Rejected.class, rejected -> {
            assertThat(rejected.problems())
                    .anySatisfy(problem -> {
                        assertThat(problem.at()).isEqualTo(at);
                        assertThat(problem.text().key()).isEqualTo(key);
                    })
                    .allSatisfy(problem ->
                            assertThat(Messages.english().say(problem.text())).isNotBlank());
        });
    }

    @Test
    void namesTheWordsThatAreAllowed() {
        var read = OpinionJson.read(Samples.bytes(
                "{'author': {'name': 'A'}, 'date': '2026-01-01', 'diagnoses': [{'text': 'x', 'certainty': 'maybe'}]}"));

        assertThat(((Reading.Rejected) read).problems())
                .extracting(Problem::text)
                .extracting(Messages.english()::say)
                .containsExactly(
                        "The word \"maybe\" is not known here. It can be one of these: confirmed, likely, possible,"
                                + " unlikely, ruled-out.");
    }

    @Test
    void refusesWhatIsTooLargeTooDeepOrNotText() {
        var deep = "[".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        var many = "{'author': {'name': 'A'}, 'date': '2026-01-01', 'diagnoses': [" + "{'text': 'x'},".repeat(300)
                + "{'text': 'x'}]}";

        assertThat(OpinionJson.read(new byte[OpinionJson.LARGEST + 1])).isInstanceOf(Reading.Rejected.class);
        assertThat(OpinionJson.read(deep)).isInstanceOf(Reading.Rejected.class);
        assertThat(OpinionJson.read(Samples.bytes(many))).isInstanceOf(Reading.Rejected.class);
        assertThat(OpinionJson.read(new byte[] {(byte) 0xff, 0, 1})).isInstanceOf(Reading.Rejected.class);
    }

    @Property(tries = 300)
    void neverThrowsOnABrokenFile(@ForAll @IntRange(max = 2000) int place, @ForAll byte value, @ForAll boolean cut) {
        var bytes = Samples.bytes(Samples.WHOLE);
        var at = place % bytes.length;
        bytes[at] = value;

        assertThat(OpinionJson.read(cut ? Arrays.copyOf(bytes, at) : bytes)).isNotNull();
    }

    @Test
    void aDraftGrowsStepByStepIntoAnOpinion() {
        var draft = Draft.EMPTY
                .with("/author/name", " Dr. A ")
                .with("/date", "2026-03-02")
                .with("/treatments/0/text", "Physiotherapy")
                .with("/treatments/0/kind", "rehabilitation")
                .with("/treatments/0/harms/0/what", "sore muscles")
                .with("/treatments/0/harms/0/count", "12,5")
                .with("/treatments/0/harms/0/of", "100")
                .with("/basis/examinedPatient", "true");

        assertThat(draft.finish()).isInstanceOf(Reading.Rejected.class);
        var opinion = ((Reading.Parsed)
                        draft.with("/treatments/0/stance", "recommended").finish())
                .opinion();
        assertThat(opinion.author().name()).isEqualTo("Dr. A");
        assertThat(opinion.basis()).isEqualTo(new Opinion.Basis(true, null, List.of()));
        assertThat(opinion.treatments().getFirst().harms().getFirst().count()).isEqualByComparingTo("12.5");
        assertThat(draft.answer("/treatments/0/harms/0/count")).contains("12.5");
        assertThat(draft.size("/treatments")).isEqualTo(1);
    }

    @Test
    void aDraftKeepsWordsThatAreNoNumberAndForgetsWhatIsBlank() {
        var draft = Draft.EMPTY.with("/treatments/0/convenience/visits", "many").with("/narrative", "x");

        assertThat(draft.answer("/treatments/0/convenience/visits")).contains("many");
        assertThat(((Reading.Rejected) draft.finish()).problems())
                .anySatisfy(problem -> assertThat(problem.text().key()).isEqualTo("opinions.problem.type.integer"));
        assertThat(draft.without("/treatments/0").with("/narrative", " ")).isEqualTo(Draft.EMPTY);
    }
}
