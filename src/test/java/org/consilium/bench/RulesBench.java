package org.consilium.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.comparison.Comparison;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.opinions.Samples;
import org.consilium.records.CaseFile;
import org.consilium.records.Content;
import org.consilium.records.Readers;
import org.consilium.triage.Answers;
import org.consilium.triage.Triage;

/** The rules that work on what was read: merging, assessing, comparing. */
final class RulesBench {
    private static final int FACTS = 10_000;
    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

    private RulesBench() {}

    /** @param files bundles that the facts are read from, one after the other and again, each time as other files */
    static void measure(List<Path> files) {
        var facts = facts(files);
        var caseFile = CaseFile.of(facts, List.of());
        var knowledge = KnowledgeBase.load();
        Figure.warm(
                "merge %,d facts into a case of %,d"
                        .formatted(facts.size(), caseFile.facts().size()),
                () -> CaseFile.of(facts, List.of()));
        assess(facts);
        var opinions = List.of(Samples.opinion(Samples.WHOLE), Samples.by("Dr. Second", "2026-03-09", """
                'diagnoses': [{'role': 'primary', 'text': 'Breast cancer', 'certainty': 'confirmed', 'laterality': 'left',
                  'codes': [{'system': 'http://hl7.org/fhir/sid/icd-10-cm', 'code': 'C50.912'}]}],
                'treatments': [{'text': 'Mastectomy', 'stance': 'recommended', 'kind': 'surgery'}]"""));
        Figure.warm("compare two opinions", () -> Comparison.of(opinions, knowledge, knowledge.crosswalk()));
    }

    /** Each time as a case that was never assessed, then the same case again, then with an answer. */
    static void assess(List<Fact> facts) {
        var knowledge = KnowledgeBase.load();
        var first = CaseFile.of(facts, List.of());
        var size = "%,d facts".formatted(first.facts().size());
        Figure.warm("assess a case of " + size, () -> Triage.assess(first, Answers.NONE, knowledge, TODAY));
        Figure.warm(
                "assess a case of " + size + ", first time",
                () -> Triage.assess(
                        new CaseFile(first.facts(), first.birthDate(), first.sex(), first.hash()),
                        Answers.NONE,
                        knowledge,
                        TODAY));
        var day = new AtomicInteger();
        Figure.warm(
                "assess a case of " + size + ", each time with another answer and another day",
                () -> Triage.assess(first, told(day.incrementAndGet()), knowledge, TODAY.plusDays(day.get() % 60)));
    }

    private static Answers told(int at) {
        return new Answers(
                List.of(),
                List.of(),
                at % 2 == 0,
                TODAY.minusDays(at % 90),
                null,
                null,
                null,
                List.of(),
                null,
                null,
                null);
    }

    /** Facts that nobody's record holds: a cancer with its papers, and laboratory values, visits and notes without end. */
    static List<Fact> made(int count) {
        var facts = new ArrayList<Fact>(count);
        facts.add(cancer());
        for (var at = 1; at < count; at++) {
            facts.add(made(at, TODAY.minusDays(at % 4_000)));
        }
        return facts;
    }

    private static Fact made(int at, LocalDate day) {
        return switch (at % 10) {
            case 0 ->
                fact(
                        FactKind.CONDITION,
                        List.of(Code.of(CodeSystems.ICD10CM, "E11." + at % 10)),
                        "Diabetes " + at,
                        day);
            case 1 ->
                fact(
                        FactKind.MEDICATION,
                        List.of(Code.of(CodeSystems.RXNORM, "8" + at % 97)),
                        "Medicine " + at % 97,
                        day);
            case 2 -> fact(FactKind.ENCOUNTER, List.of(Code.of(CodeSystems.ICD10CM, "I1" + at % 9)), "Visit", day);
            case 3 -> fact(FactKind.REPORT, List.of(Code.of(CodeSystems.LOINC, "11506-3")), "Note of visit " + at, day);
            default ->
                fact(FactKind.LAB, List.of(Code.of(CodeSystems.LOINC, at % 311 + "-1")), "Value " + at % 311, day);
        };
    }

    private static Fact fact(FactKind kind, List<Code> codes, String text, LocalDate day) {
        return new Fact(
                kind,
                codes,
                text,
                PartialDate.of(day),
                null,
                "active",
                null,
                Map.of(),
                List.of(new Source("made", "")));
    }

    static List<Fact> facts(List<Path> files) {
        var facts = new ArrayList<Fact>(FACTS);
        facts.add(cancer());
        for (var round = 0; facts.size() < FACTS; round++) {
            for (var file : files) {
                var read = Readers.read(new Content(file.getFileName() + " " + round, "bundle", file))
                        .facts();
                facts.addAll(read.subList(0, Math.min(read.size(), FACTS - facts.size())));
            }
        }
        return facts;
    }

    /** So that the whole checklist is gone through. */
    private static Fact cancer() {
        return new Fact(
                FactKind.CONDITION,
                List.of(Code.of(CodeSystems.ICD10CM, "C50.911")),
                "Malignant neoplasm of right breast",
                PartialDate.of(TODAY.minusDays(20)),
                null,
                "active",
                null,
                Map.of(),
                List.of(new Source("made", "")));
    }
}
