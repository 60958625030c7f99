package org.consilium.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.prose.Line;
import org.junit.jupiter.api.Test;

class LetterReaderTest {
    private static final LetterReader READER = new LetterReader(KnowledgeBase.load(), null);

    /** The letters under {@code held-out} were written before the rules were tuned to any of them. */
    @Test
    void whatIsProposedIsRightInTheLabelledLetters() throws IOException {
        var report = new StringBuilder("# What is read in the labelled letters\n");
        var precisions = new java.util.ArrayList<Double>();
        for (var folder : List.of("own", "held-out", "later")) {
            var score = new Score();
            var letters = Labelled.in(folder);
            letters.forEach(letter -> score.add(letter, READER.read(letter.lines())));
            report.append("\n## %s, %d letters%n%n".formatted(folder, letters.size()))
                    .append(score.table())
                    .append('\n')
                    .append(String.join("\n", score.errors))
                    .append('\n');
            precisions.add(score.of("dx").precision());
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(Path.of("target/letters.md"), report);

        assertThat(precisions).as("precision of diagnoses").allMatch(precision -> precision >= 0.95);
    }

    @Test
    void neverTurnsARelativeFigureIntoACount() {
        var reading = READER.read(Line.of("Plan\nI recommend warfarin.\nWarfarin lowers the risk of stroke by 60%."));

        assertThat(reading.proposals())
                .filteredOn(proposal -> proposal.path().startsWith("/treatments/0/benefits"))
                .extracting(Proposal::field)
                .containsExactly("what");
    }

    @Test
    void eachProposalStandsInItsSentence() {
        for (var letter : Labelled.in("own")) {
            var reading = READER.read(letter.lines());
            assertThat(reading.proposals()).isNotEmpty().allSatisfy(proposal -> {
                assertThat(reading.sentence(proposal)).isNotBlank();
                assertThat(proposal.at()).startsWith("line ");
            });
        }
    }
}
