package org.consilium.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.consilium.Application;
import org.consilium.opinions.Draft;
import org.consilium.opinions.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpinionCommandTest {
    private record Answer(int code, String out, String err) {}

    @TempDir
    Path temp;

    private static Answer run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Cli.run(
                List.of(arguments),
                new Program(Application.class, context -> "/"),
                new PrintWriter(out, true),
                new PrintWriter(err, true));
        return new Answer(code, out.toString(), err.toString());
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(temp.resolve(name), content).toString();
    }

    private String out(String name) {
        return temp.resolve(name).toString();
    }

    @Test
    void aSignedOpinionGoesOutAsFhirAndComesBackIntact() throws IOException {
        var whole = new Draft(new String(Samples.bytes(Samples.WHOLE), StandardCharsets.UTF_8));
        var signed = file(
                "a.json",
                Samples.signed(whole, Instant.parse("2026-03-02T10:11:12Z")).json());

        var answer = run("opinion", signed, "--fhir", out("a.fhir.json"), "--pdf", out("a.pdf"));

        assertThat(answer.code()).isZero();
        assertThat(answer.out().lines()).containsExactly(out("a.fhir.json"), out("a.pdf"));
        assertThat(Files.readAllBytes(temp.resolve("a.pdf"))).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(run("opinion", out("a.fhir.json"), "--json", out("b.json")).code())
                .isZero();
        assertThat(run("verify", signed).code()).isZero();
        assertThat(run("verify", out("b.json")).out())
                .isEqualTo(run("verify", signed).out());
        assertThat(run("verify", out("a.fhir.json")).code()).isZero();
    }

    @Test
    void documentsAreComparedLikeTheirJson() throws IOException {
        var first = file("first.json", new String(Samples.bytes(Samples.WHOLE), StandardCharsets.UTF_8));
        var second = file("second.json", Files.readString(Path.of(first)).replace("Trastuzumab", "Mastectomy"));
        run("opinion", first, "--fhir", out("first.fhir.json"));
        run("opinion", second, "--fhir", out("second.fhir.json"), "--language", "es");

        var documents = run("compare", out("first.fhir.json"), out("second.fhir.json"), "--json");

        assertThat(documents.code()).isZero();
        assertThat(documents.out().replace(".fhir.json", ".json"))
                .isEqualTo(run("compare", first, second, "--json").out());
    }

    @Test
    void whatCannotBeDoneIsSaidInOneLine() throws IOException {
        var whole = file("a.json", new String(Samples.bytes(Samples.WHOLE), StandardCharsets.UTF_8));
        var foreign = file("patient.json", "{\"resourceType\": \"Patient\"}");
        for (var answer : List.of(
                run("opinion", whole),
                run("opinion", whole, "--fhir", out("no/such/folder.json")),
                run("opinion", whole, "--fhir", out("x.json"), "--language", "xx"),
                run("opinion", out("missing.json"), "--pdf", out("x.pdf")),
                run("opinion", foreign, "--pdf", out("x.pdf")))) {
            assertThat(answer.code()).isEqualTo(Cli.UNUSABLE_INPUT);
            assertThat(answer.out()).isEmpty();
            assertThat(answer.err().lines()).hasSize(1);
        }
        assertThat(run("opinion", foreign, "--json", out("x.json")).err()).contains("Load it with the records");
        assertThat(temp.resolve("x.json")).doesNotExist();
        assertThat(run("opinion", "--help").out()).contains("--fhir", "--pdf", "--json");
    }
}
