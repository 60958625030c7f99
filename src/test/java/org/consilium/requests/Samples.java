package org.consilium.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeBase;
import org.consilium.records.CaseFile;
import org.consilium.requests.Step.Event;
import org.consilium.triage.Answers;
import org.consilium.triage.Assessment.Completeness;
import org.consilium.triage.Assessment.Presence;
import org.consilium.triage.Triage;
import org.jspecify.annotations.Nullable;

/** A made-up person with colon cancer: a scan of which only the report is there, an old blood test, no tissue. */
final class Samples {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 20);
    static final Knowledge KNOWLEDGE = KnowledgeBase.load();

    private Samples() {}

    static CaseFile caseFile(Fact... more) {
        var facts = new ArrayList<>(List.of(
                fact(FactKind.CONDITION, "Colon cancer", CodeSystems.ICD10CM, "C18.7", "2026-03-01", Map.of()),
                fact(
                        FactKind.IMAGING,
                        "CT abdomen and pelvis",
                        CodeSystems.LOINC,
                        "x",
                        "2026-03-05",
                        Map.of(Detail.MODALITY, "CT", Detail.IMAGES, "no", Detail.PERFORMER, "Harbor Clinic")),
                fact(
                        FactKind.LAB,
                        "CEA",
                        CodeSystems.LOINC,
                        "2039-6",
                        "2025-01-05",
                        Map.of(Detail.PERFORMER, "Harbor Clinic"))));
        facts.addAll(List.of(more));
        return new CaseFile(facts, null, null, "hash");
    }

    static Fact fact(FactKind kind, String text, String system, String code, String date, Map<Detail, String> details) {
        return new Fact(
                kind,
                List.of(Code.of(system, code)),
                text,
                PartialDate.parse(date).orElse(null),
                null,
                "unknown",
                null,
                details,
                List.of(new Source("a.json", kind.word())));
    }

    static Completeness completeness(Fact... more) {
        return Objects.requireNonNull(
                Triage.assess(caseFile(more), Answers.NONE, KNOWLEDGE, TODAY).completeness());
    }

    static Details details(Department department, Wanted... wanted) {
        return new Details(
                "Harbor Clinic",
                department,
                List.of(wanted),
                "AR-US",
                "Ana Prueba",
                "1970-02-03",
                "",
                "1 Main Street",
                "",
                null,
                "en");
    }

    static Details images() {
        return details(
                Department.IMAGING,
                new Wanted("RC02-CT", Presence.REPORT_ONLY, "CT abdomen and pelvis", "2026-03-05", "Harbor Clinic"));
    }

    static Step step(Event event, @Nullable LocalDate on) {
        return new Step(
                UUID.randomUUID(), event, on, null, null, event == Event.WRITTEN ? images() : null, Instant.EPOCH);
    }

    static Step undoing(Step step) {
        return new Step(UUID.randomUUID(), Event.UNDONE, null, null, step.id(), null, Instant.EPOCH);
    }

    static RecordRequest request(Step... steps) {
        var all = new ArrayList<>(List.of(step(Event.WRITTEN, null)));
        all.addAll(List.of(steps));
        return RecordRequest.of(UUID.fromString("00000000-0000-0000-0000-00000000000a"), all);
    }
}
