package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.consilium.Application;
import org.consilium.decision.Weighing;
import org.consilium.samples.SamplePeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemoCommandTest {
    private record Answer(int code, String out, String err) {}

    @TempDir
    Path temp;

    @Test
    void carriesTheFirstSamplePersonToADecisionSummaryOnPaper() throws IOException {
        var answer = run("demo", "--out", temp.toString());

        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .startsWith("This person is made up.")
                .contains("MY DECISION SUMMARY", "Sample Rivera (made up)", "Guided exercise for 12 weeks first")
                .contains("They differ on the treatment", "Dr Sample Surgeon")
                .endsWith("As PDF: " + temp.resolve("consilium-demo-fusion.pdf") + System.lineSeparator());
        try (var pdf = Loader.loadPDF(temp.resolve("consilium-demo-fusion.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Sample Rivera (made up)", "My decision summary");
        }
    }

    @Test
    void answersWithOneJsonObjectForEverySamplePerson() throws IOException {
        for (var id : SamplePeople.ids()) {
            var answer = run("demo", "--json", "--person", id, "--out", temp.toString());
            assertThat(answer.code()).as(id).isZero();
            var json = JsonMapper.builder().build().readTree(answer.out());
            assertThat(json.propertyNames()).containsExactly("person", "read", "assess", "compare", "summary", "pdf");
            assertThat(json.at("/person/id").asString()).isEqualTo(id);
            assertThat(json.at("/person/synthetic").asBoolean()).isTrue();
            assertThat(json.at("/read/files").size()).isEqualTo(3);
            assertThat(json.at("/read/facts").asInt()).isEqualTo(sum(json.at("/read/kinds")));
            assertThat(json.at("/assess/triggers").size()).isPositive();
            assertThat(json.at("/compare/points").size()).isPositive();
            assertThat(json.at("/summary/decision/choice").asString()).isNotBlank();
            assertThat(Path.of(json.path("pdf").asString())).isNotEmptyFile().isAbsolute();
        }
    }

    @Test
    void assessesAndComparesAsTheOtherCommandsDo() throws IOException {
        var person = SamplePeople.one("thyroid", LocalDate.now(java.time.ZoneId.systemDefault()));
        var files = new ArrayList<String>();
        for (var file : person.files()) {
            files.add(Files.write(temp.resolve(file.name()), file.bytes()).toString());
        }
        var answers = Files.write(temp.resolve("answers.json"), person.answers().bytes());
        var words = new ArrayList<>(List.of("assess", "--json", "--answers", answers.toString()));
        words.addAll(files);

        var mapper = JsonMapper.builder().build();
        var demo = mapper.readTree(run("demo", "--json", "--person", "thyroid", "--out", temp.toString())
                .out());
        var assessed = mapper.readTree(run(words.toArray(String[]::new)).out().replace(temp + "/", ""));

        assertThat(demo.path("assess")).isEqualTo(assessed);
        assertThat(demo.at("/compare/outcome").asString()).isEqualTo("confirm");
    }

    @Test
    void anEmergencyIsSaidBeforeAnythingElseIsWeighed() {
        var out = run("demo", "--person", "redflag", "--out", temp.toString()).out();
        assertThat(out.indexOf("911")).isPositive().isLessThan(out.indexOf("MY DECISION SUMMARY"));
    }

    @Test
    void theDecisionsOfTheSamplesFitTheirOpinions() throws IOException {
        var today = LocalDate.of(2026, 3, 1);
        for (var person : SamplePeople.all(today)) {
            var run = SampleRun.of(person, today);
            var decision = Objects.requireNonNull(run.summary().decision());
            assertThat(decision.on()).isEqualTo(today);
            assertThat(run.summary().matters().weighing().verdict())
                    .as(person.id())
                    .isNotIn(Weighing.Verdict.NO_GOALS, Weighing.Verdict.NO_WEIGHTS, Weighing.Verdict.NO_OPTIONS);
            assertThat(SampleRun.of(person, today).summary()).isEqualTo(run.summary());
        }
    }

    @Test
    void refusesAnUnknownPersonWithOneLineThatNamesTheKnownOnes() {
        var answer = run("demo", "--person", "somebody\nelse");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines())
                .containsExactly(
                        "consilium: There is no sample person somebody?else. There are: fusion, breast, thyroid, "
                                + "redflag, missing, child.");
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        var file = Files.writeString(temp.resolve("taken"), "x");
        var answer = run("demo", "--out", file.toString());
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines()).hasSize(1).first().asString().contains("taken", "--out");
        assertThat(file).hasContent("x");
    }

    private static int sum(JsonNode kinds) {
        var sum = 0;
        for (var count : kinds) {
            sum += count.asInt();
        }
        return sum;
    }

    private static Answer run(String... words) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Cli.run(
                List.of(words),
                new Program(Application.class, context -> "/"),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return new Answer(code, out.toString(), err.toString());
    }
}
