package org.consilium.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.prose.Line;

/** Whatever the text: reading ends, and each field stands in a sentence of the text. */
class LetterPropertiesTest {
    private static final LetterReader READER = new LetterReader(KnowledgeBase.load(), null);
    private static final List<String> LETTERS = Stream.of("own", "held-out")
            .flatMap(folder -> Labelled.in(folder).stream())
            .map(Labelled::text)
            .toList();
    private static final List<String> CLAUSES = LETTERS.stream()
            .flatMap(text -> Pattern.compile("(?<=[.,;:\\n])").splitAsStream(text))
            .toList();
    private static final Pattern PLACE = Pattern.compile("line \\d+");
    private static final Pattern PATH = Pattern.compile("(?:/(?:[a-zA-Z]+|\\d{1,3}))+");

    @Property(tries = 150)
    void anyTextUnderAnyHeadingIsRead(@ForAll @StringLength(max = 400) String text) {
        holds(text);
        holds("Assessment: " + text + "\nPlan\n" + text + "\nRisks\n" + text);
    }

    @Property(tries = 120)
    void sentencesThrownTogetherAreRead(@ForAll("mixed") String text) {
        holds(text);
    }

    @Property(tries = 120)
    void aDamagedLetterIsRead(@ForAll("damaged") String text) {
        holds(text);
    }

    @Provide
    Arbitrary<String> mixed() {
        return Arbitraries.of(CLAUSES).list().ofMinSize(1).ofMaxSize(40).map(parts -> String.join(" ", parts));
    }

    /** A letter with pieces cut out, doubled, and letters put in at random. */
    @Provide
    Arbitrary<String> damaged() {
        var odd = Arbitraries.of(
                "\0", "\u0301", "\uD83D\uDE00", "İ", "ß", "ﬁ", "\u2028", "\r", "%", "((", "9".repeat(40), "  ");
        return Combinators.combine(
                        Arbitraries.of(LETTERS),
                        Arbitraries.integers().between(0, 1500),
                        Arbitraries.integers().between(0, 200),
                        odd.list().ofMaxSize(8))
                .as((letter, from, length, extra) -> {
                    var text = new StringBuilder(letter);
                    var start = Math.min(from, text.length());
                    var piece = text.substring(start, Math.min(start + length, text.length()));
                    text.delete(start, start + piece.length());
                    text.insert(Math.min(from / 2, text.length()), piece + piece);
                    for (var index = 0; index < extra.size(); index++) {
                        text.insert(
                                Math.min((from + 1) * (index + 3) % (text.length() + 1), text.length()),
                                extra.get(index));
                    }
                    return text.toString();
                });
    }

    private static void holds(String text) {
        var lines = Line.of(text);
        var reading = READER.read(lines);

        assertThat(reading.proposals()).allSatisfy(each -> {
            assertThat(each.path()).matches(PATH);
            assertThat(each.value()).isNotBlank();
            assertThat(each.start()).isBetween(0, each.end());
            assertThat(each.end()).isLessThanOrEqualTo(reading.text().text().length());
            assertThat(reading.sentence(each)).isNotBlank();
            assertThat(each.at()).matches(PLACE);
            assertThat(lines).extracting(Line::at).contains(each.at());
        });
        assertThat(reading.proposals()).extracting(Proposal::path).doesNotHaveDuplicates();
        assertThat(reading.proposals()).extracting(Proposal::number).doesNotHaveDuplicates();
    }
}
