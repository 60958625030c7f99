package org.consilium.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.consilium.terminology.Crosswalk;
import org.junit.jupiter.api.Test;

class OpenQuestionsTest {
    private static final Opinion FUSION = Samples.first(Samples.members("M51.16", "surgery: Lumbar fusion"));
    private static final Opinion EXERCISE = Samples.second(Samples.members("M51.16", "rehabilitation: Physiotherapy"));

    @Test
    void aFurtherDoctorIsAskedEachOpenQuestionOnceAndInTheSameForm() {
        var asked = asked(FUSION, EXERCISE);

        assertThat(asked)
                .contains("What is the latest safe date for me to start treatment?")
                .anyMatch(it -> it.contains("Lumbar fusion") && it.contains("What do you think of it"))
                .anyMatch(it -> it.contains("Physiotherapy") && it.contains("What do you think of it"))
                .doesNotHaveDuplicates()
                .hasSizeLessThanOrEqualTo(10);
    }

    @Test
    void nobodyIsNamedAndNoTalkWithTheOtherDoctorIsAsked() {
        assertThat(asked(FUSION, EXERCISE)).noneMatch(it -> it.contains("Dr.") || it.contains("talk with each other"));
    }

    @Test
    void theOrderOfTheOpinionsDoesNotMatter() {
        assertThat(asked(FUSION, EXERCISE)).isEqualTo(asked(EXERCISE, FUSION));
    }

    @Test
    void nothingIsOpenWhereOpinionsAgree() {
        var same = Samples.second(Samples.members("M51.16", "surgery: Lumbar fusion"));

        assertThat(asked(FUSION, same)).isEmpty();
    }

    private static List<String> asked(Opinion... opinions) {
        return Comparison.of(List.of(opinions), Samples.KNOWLEDGE, Crosswalk.EMPTY).openQuestions().stream()
                .map(Messages.english()::say)
                .toList();
    }
}
