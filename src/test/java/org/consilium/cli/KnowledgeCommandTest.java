package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import org.consilium.Application;
import org.consilium.knowledge.Holdings;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.knowledge.Statement.Kind;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class KnowledgeCommandTest {
    private final Holdings holdings = Holdings.of(KnowledgeBase.load());

    @Test
    void tellsVersionCountsAndThatNoDoctorHasCheckedThem() {
        var said = run("knowledge");

        assertThat(said)
                .contains(holdings.version())
                .contains("From memory of the guideline, being checked")
                .contains("No doctor has checked")
                .containsPattern("(?m)^ *" + holdings.kinds().get(Kind.CONDITION) + "  ");
    }

    @Test
    void tellsTheSameAsJson() {
        var json = new JsonMapper().readTree(run("knowledge", "--json"));

        assertThat(json.path("version").asString()).isEqualTo(holdings.version());
        for (var kind : Kind.values()) {
            assertThat(json.path("kinds").path(kind.word()).intValue())
                    .as(kind.word())
                    .isEqualTo(
                            Objects.requireNonNull(holdings.kinds().get(kind)).intValue());
        }
        holdings.tags()
                .forEach((tag, count) -> assertThat(
                                json.path("tags").path(tag.word()).intValue())
                        .isEqualTo(count.intValue()));
        holdings.grades()
                .forEach((grade, count) -> assertThat(
                                json.path("grades").path(grade.name()).intValue())
                        .isEqualTo(count.intValue()));
        assertThat(json.path("reviewed").intValue()).isZero();
        assertThat(json.path("reviewFirst").asString()).isEqualTo(String.valueOf(holdings.reviewFirst()));
    }

    @Test
    void refusesAWordItDoesNotKnow() {
        var err = new StringWriter();
        var code = Cli.run(
                List.of("knowledge", "--everything"),
                new Program(Application.class, context -> "/"),
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(err, true));

        assertThat(code).isEqualTo(Cli.UNUSABLE_INPUT);
        assertThat(err.toString().lines()).hasSize(1);
    }

    private static String run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Cli.run(
                List.of(words),
                new Program(Application.class, context -> "/"),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }
}
