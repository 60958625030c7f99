package org.consilium.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.language.Messages;
import org.consilium.records.Content;
import org.consilium.records.DocumentWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same letter in every form, and files that are no letter. */
class LetterFormsTest {
    private static final LetterReader READER = new LetterReader(KnowledgeBase.load(), null);
    private static final Code TEAR =
            new Code(CodeSystems.ICD10CM, "M75.121", "Complete rotator cuff tear of the right shoulder");

    @TempDir
    Path folder;

    static Stream<Arguments> forms() {
        return Stream.of(
                Arguments.of("letter.txt", Forms.text(), false),
                Arguments.of("letter.rtf", Forms.rtf(), false),
                Arguments.of("letter.docx", Forms.docx(), false),
                Arguments.of("letter.pdf", Forms.pdf(), false),
                Arguments.of("report.json", Forms.diagnosticReport(), true),
                Arguments.of("document.json", Forms.composition(), true),
                Arguments.of("plan.json", Forms.carePlan(), true),
                Arguments.of("consult.xml", Forms.consultNote(), true));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void everyFormGivesTheSameMainFields(String name, byte[] bytes, boolean structured) throws IOException {
        var reading = read(name, bytes);
        var fields = fields(reading);

        assertThat(fields)
                .containsEntry("/author/name", "Helen Ward")
                .containsEntry("/date", "2026-03-04")
                .containsEntry("/diagnoses/0/text", TEAR.display())
                .containsEntry("/diagnoses/0/role", "primary")
                .containsEntry("/diagnoses/0/certainty", "confirmed")
                .containsEntry("/diagnoses/0/laterality", "right")
                .containsEntry("/treatments/0/text", "physical therapy")
                .containsEntry("/treatments/0/stance", "recommended")
                .containsEntry("/treatments/0/kind", "rehabilitation")
                .containsEntry("/treatments/0/detail", "for 12 weeks")
                .containsEntry("/treatments/1/text", "steroid injection")
                .containsEntry("/treatments/1/stance", "advised-against");
        assertThat(fields.keySet()).noneMatch(path -> path.startsWith("/treatments/2"));
        assertThat(proposal(reading, "/diagnoses/0/text").codes().contains(TEAR))
                .isEqualTo(structured);
        assertThat(reading.proposals()).allSatisfy(each -> {
            assertThat(reading.sentence(each)).isNotBlank();
            assertThat(each.at()).isNotBlank();
        });
    }

    @Test
    void plannedActivitiesLendTheirCodes() throws IOException {
        for (var form : Map.of("plan.json", Forms.carePlan(), "consult.xml", Forms.consultNote())
                .entrySet()) {
            assertThat(proposal(read(form.getKey(), form.getValue()), "/treatments/0/text")
                            .codes())
                    .extracting(Code::code)
                    .containsExactly("91251008");
        }
    }

    @Test
    void entriesWithoutWordsAreProposedAtTheirPlace() throws IOException {
        var bare = new String(Forms.carePlan(), StandardCharsets.UTF_8)
                .replaceFirst("\"description\": \"[^\"]*\",", "")
                .replace("Complete rotator cuff tear of the right shoulder", "Zibelius-Krantz syndrome")
                .replace("Physical therapy procedure", "Singing in a choir");

        var reading = read("plan.json", bare.getBytes(StandardCharsets.UTF_8));
        var fields = fields(reading);

        assertThat(fields)
                .containsEntry("/diagnoses/0/text", "Zibelius-Krantz syndrome")
                .containsEntry("/treatments/0/text", "Singing in a choir")
                .containsEntry("/treatments/0/stance", "recommended")
                .doesNotContainKey("/treatments/0/kind")
                .containsEntry("/treatments/1/text", "Steroid injection")
                .containsEntry("/treatments/1/stance", "advised-against");
        assertThat(proposal(reading, "/diagnoses/0/text").at()).isEqualTo("Bundle.entry[2].resource");
        assertThat(proposal(reading, "/diagnoses/0/text").codes())
                .extracting(Code::code)
                .containsExactly("M75.121");
        assertThat(proposal(reading, "/treatments/1/text").at()).endsWith("activity[1]");
    }

    static Stream<Arguments> noLetters() {
        var bomb = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"" + "x".repeat(1000) + "\"><!ENTITY b \""
                + "&a;".repeat(1000) + "\"><!ENTITY c \"" + "&b;".repeat(1000)
                + "\">]><ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>&c;</title></ClinicalDocument>";
        var outside = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/hostname\">]>"
                + "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>&a;</title></ClinicalDocument>";
        var docx = Forms.docx();
        return Stream.of(
                Arguments.of("empty.txt", new byte[0], ""),
                Arguments.of("spaces.txt", " \n\t\n".getBytes(StandardCharsets.UTF_8), ""),
                Arguments.of("blank.pdf", Forms.pdf("", ""), "has no words we can read"),
                Arguments.of("locked.pdf", Forms.pdf(Forms.LETTER, "secret"), "locked with a password"),
                Arguments.of("broken.pdf", Arrays.copyOf(Forms.pdf(), 30), ""),
                Arguments.of("half.docx", Arrays.copyOf(docx, docx.length / 2), ""),
                Arguments.of("bomb.xml", bomb.getBytes(StandardCharsets.UTF_8), ""),
                Arguments.of("outside.xml", outside.getBytes(StandardCharsets.UTF_8), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noLetters")
    void aFileThatIsNoLetterIsToldInASentence(String name, byte[] bytes, String why) throws IOException {
        var words = words(name, bytes);

        assertThat(words.lines()).noneMatch(line -> line.text().contains("Helen"));
        assertThat(READER.read(words.lines(), words.entries()).proposals()).isEmpty();
        assertThat(words.isBlank()).isTrue();
        assertThat(Messages.english().say(words.why())).contains(why).hasSizeGreaterThan(20);
    }

    @Test
    void fiftyMegabytesAreNoLetter() throws IOException {
        var file = folder.resolve("long.txt");
        var line = "I recommend physical therapy for 12 weeks. ".repeat(1_000).getBytes(StandardCharsets.UTF_8);
        try (var out = Files.newOutputStream(file)) {
            for (var written = 0L; written < 50L << 20; written += line.length) {
                out.write(line);
            }
        }

        var words = DocumentWords.of(new Content("long.txt", "long.txt", file));

        assertThat(words.isBlank()).isTrue();
        assertThat(Messages.english().say(words.why())).contains("larger than 24 MB");
    }

    @Test
    void ofALongTextOnlyTheBeginningIsRead() throws IOException {
        var text = Forms.LETTER + "Filler about nothing at all.\n".repeat(40_000) + "Plan\nI recommend chemotherapy.\n";

        var fields = fields(read("letter.txt", text.getBytes(StandardCharsets.UTF_8)));

        assertThat(fields.values()).contains("physical therapy").doesNotContain("chemotherapy");
    }

    private DocumentWords.Words words(String name, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        return DocumentWords.of(new Content(name, name, file));
    }

    private LetterReading read(String name, byte[] bytes) throws IOException {
        var words = words(name, bytes);
        return READER.read(words.lines(), words.entries());
    }

    private static Map<String, String> fields(LetterReading reading) {
        return reading.proposals().stream().collect(Collectors.toMap(Proposal::path, Proposal::value));
    }

    private static Proposal proposal(LetterReading reading, String path) {
        return List.copyOf(reading.proposals()).stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }
}
