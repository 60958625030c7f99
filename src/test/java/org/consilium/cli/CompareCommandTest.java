package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class CompareCommandTest {
    private static final String FUSION = """
            {"author": {"name": "Dr. First"}, "date": "2026-01-10",
             "diagnoses": [{"text": "Disc disease", "codes": [{"system": "http://hl7.org/fhir/sid/icd-10-cm", "code": "M51.16"}]}],
             "treatments": [{"text": "Lumbar fusion", "stance": "recommended", "kind": "surgery"}]}
            """;
    private static final String EXERCISE = FUSION.replace("Dr. First", "Dr. Second")
            .replace("Lumbar fusion", "Physiotherapy for 12 weeks")
            .replace("surgery", "rehabilitation");

    private record Answer(int code, String out, String err) {}

    @TempDir
    Path temp;

    @Test
    void answersWithOneJsonObject() throws IOException {
        var first = file("opinion-a.json", FUSION);
        var second = file("opinion-b.json", EXERCISE);
        var answer = run("compare", first, second, "--json");
        var json = JsonMapper.builder().build().readTree(answer.out());

        assertThat(answer.code()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(json.propertyNames())
                .containsExactly(
                        "diagnosis",
                        "treatment",
                        "outcome",
                        "treatmentChanging",
                        "alarms",
                        "points",
                        "questions",
                        "thirdOpinion");
        assertThat(json.at("/diagnosis/level").asString()).isEqualTo("D0");
        assertThat(json.at("/treatment/level").asString()).isEqualTo("X3");
        assertThat(json.path("outcome").asString()).isEqualTo("differ-major");
        assertThat(json.path("treatmentChanging").asBoolean()).isTrue();
        assertThat(json.at("/thirdOpinion/advised").asBoolean()).isTrue();
        assertThat(json.at("/questions/0/to").asString()).isEqualTo("Dr. First");
        assertThat(json.at("/points/0/sources/1").asString()).isEqualTo(second + "#/diagnoses/0");
        assertThat(run("compare", second, first, "--json").out()).isEqualTo(answer.out());
    }

    @Test
    void tellsAPersonTheSame() throws IOException {
        var answer = run("compare", file("a.json", FUSION), file("b.json", EXERCISE), "--days", "3");

        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .contains("The doctors differ in a way that matters. (D0, X3)", "Dr. First: Advises: Lumbar fusion")
                .contains("It does not say who is right.", "Ask the doctors to call each other today.");
    }

    @Test
    void refusesUnusableInputWithOneLineThatNamesFileAndPlace() throws IOException {
        var good = file("good.json", FUSION);

        refused("two opinions or more", "compare");
        refused("two opinions or more", "compare", good);
        refused(
                "nowhere.json: there is no such file",
                "compare",
                good,
                temp.resolve("nowhere.json").toString());
        refused("this is a folder", "compare", good, temp.toString());
        refused("empty.json: The file is empty", "compare", good, file("empty.json", ""));
        refused("text.json: This is not a JSON file", "compare", good, file("text.json", "Dear doctor"));
        refused(
                "author.json: The name of the doctor is missing",
                "compare",
                good,
                file("author.json", "{\"date\":\"2026-01-01\",\"diagnoses\":[{\"text\":\"x\"}]}"));
        refused(
                "date.json: at /date: This is not a date",
                "compare",
                good,
                file("date.json", FUSION.replace("2026-01-10", "soon")));
        refused("--days", "compare", good, good, "--days", "few");
    }

    private static void refused(String words, String... arguments) {
        var answer = run(arguments);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err().lines())
                .singleElement()
                .asString()
                .startsWith("consilium: ")
                .contains(words);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(temp.resolve(name), content).toString();
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
