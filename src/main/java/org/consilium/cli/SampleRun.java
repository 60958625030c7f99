package org.consilium.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Fact;
import org.consilium.comparison.Comparison;
import org.consilium.decision.DecisionSummary;
import org.consilium.decision.Options;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.language.Messages;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.OpinionJson;
import org.consilium.records.CaseFile;
import org.consilium.records.Content;
import org.consilium.records.Readers;
import org.consilium.samples.SampleFile;
import org.consilium.samples.SamplePerson;
import org.consilium.triage.Answers;
import org.consilium.triage.AnswersJson;
import org.consilium.triage.Assessment;
import org.consilium.triage.Triage;

/**
 * The whole line on a sample person, each step made from the ones before it.
 *
 * @param files the record files and what each said
 * @param answers what the person added
 */
record SampleRun(
        SamplePerson person,
        List<ReadCommand.ReadFile> files,
        CaseFile caseFile,
        Answers answers,
        Assessment assessment,
        Comparison comparison,
        DecisionSummary summary) {

    /** Reads the files from a folder of its own that is gone afterwards. */
    static SampleRun of(SamplePerson person, LocalDate today) throws IOException {
        var files = read(person.files());
        var caseFile =
                CaseFile.of(files.stream().map(ReadCommand.ReadFile::reading).toList());
        var answers = answers(person.answers());
        var knowledge = KnowledgeBase.load();
        var assessment = Triage.assess(caseFile, answers, knowledge, today);
        var comparison = Comparison.of(
                person.opinions().stream().map(SampleRun::opinion).toList(),
                knowledge,
                knowledge
                        .crosswalk()
                        .with(caseFile.facts().stream().map(Fact::codes).toList()),
                assessment.windows().isEmpty()
                        ? null
                        : assessment.windows().getFirst().budget());
        var wanted = SampleDecision.of(person.decision(), Options.of(comparison));
        var summary = DecisionSummary.of(
                Messages.english().say("cli.demo.case", person.name(), person.title()),
                comparison,
                wanted.preferences(),
                wanted.decision(),
                wanted.decision().before(),
                wanted.decision().after(),
                today);
        return new SampleRun(person, files, caseFile, answers, assessment, comparison, summary);
    }

    private static List<ReadCommand.ReadFile> read(List<SampleFile> files) throws IOException {
        var folder = Files.createTempDirectory("consilium-sample-");
        try {
            var read = new ArrayList<ReadCommand.ReadFile>();
            for (var file : files) {
                read.add(read(file, folder.resolve(file.name())));
            }
            return List.copyOf(read);
        } finally {
            Files.delete(folder);
        }
    }

    private static ReadCommand.ReadFile read(SampleFile file, Path path) throws IOException {
        try {
            Files.write(path, file.bytes());
            return new ReadCommand.ReadFile(file.name(), Readers.read(new Content(file.name(), file.name(), path)));
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private static Answers answers(SampleFile file) {
        return switch (AnswersJson.read(file.text())) {
            case AnswersJson.Parsed.Read read -> read.answers();
            case AnswersJson.Parsed.Unusable unusable ->
                throw new IllegalStateException(
                        "the program's own answers file: " + unusable.why().key());
        };
    }

    private static Opinion opinion(SampleFile file) {
        return switch (OpinionJson.read(file.bytes())) {
            case OpinionJson.Reading.Parsed parsed -> parsed.opinion();
            case OpinionJson.Reading.Rejected rejected ->
                throw new IllegalStateException("the program's own opinion file: "
                        + rejected.problems().getFirst().at());
        };
    }
}
