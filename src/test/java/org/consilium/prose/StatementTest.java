package org.consilium.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class StatementTest {
    @Test
    void putsBrokenLinesTogetherAndKnowsWhereEachSentenceBegins() {
        var statements = Statement.of(Line.of("Impression\n1. Tear of the\nmeniscus. No fracture.\n2. Arthritis"));

        assertThat(statements)
                .extracting(Statement::text)
                .containsExactly("Impression", "Tear of the meniscus.", "No fracture.", "Arthritis");
        assertThat(statements).extracting(Statement::start).containsExactly(0, 14, 36, 52);
    }

    @Property(tries = 200)
    void eachStatementStandsWhereItSays(
            @ForAll
                    @StringLength(max = 200)
                    @CharRange(from = 'a', to = 'd')
                    @Chars({'.', ' ', '\n', 'A', '1', '-', ','})
                    String text) {
        var lines = Line.of(text);
        var all = lines.stream().map(Line::text).collect(Collectors.joining("\n"));

        assertThat(Statement.of(lines))
                .allSatisfy(statement -> assertThat(all.substring(
                                        statement.start(),
                                        statement.start() + statement.text().length())
                                .replace('\n', ' '))
                        .isEqualTo(statement.text()));
    }
}
