package org.consilium.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.PlannedProcedure;
import org.consilium.knowledge.SpecialTreatment;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Reason;
import org.consilium.triage.Assessment.TriggerResult;
import org.consilium.triage.FactIndex.Use;

/** T2, an operation is advised, and T3, a risky or uncertain treatment is advised or has begun. */
final class TreatmentTriggers {
    /** A plan older than this is no plan any more; a treatment begun longer ago is no longer the question. Days. */
    static final int RECENT_DAYS = 180;

    private static final Set<String> DONE =
            Set.of("completed", "finished", "fulfilled", "ended", "stopped", "rejected", "noshow");
    private static final Set<String> OVER =
            Set.of("completed", "stopped", "ended", "finished", "inactive", "draft-cancelled");
    private static final String SURGICAL_PROCEDURE = "387713003";
    private static final WordIndex<Boolean> SURGERY = new WordIndex<>();

    static {
        for (var word : List.of(
                "surgery",
                "surgical",
                "operation",
                "transplant",
                "amputation",
                "replacement",
                "resection",
                "bypass",
                "cirugia",
                "operacion",
                "operar",
                "quirurgico",
                "trasplante",
                "amputacion",
                "reemplazo",
                "protesis")) {
            SURGERY.add(word, true);
        }
    }

    private final History history;
    private final Answers answers;
    private final Catalogue catalogue;

    private TreatmentTriggers(History history, Answers answers, Catalogue catalogue) {
        this.history = history;
        this.answers = answers;
        this.catalogue = catalogue;
    }

    static TriggerResult surgery(History history, Answers answers, Catalogue catalogue) {
        return new TreatmentTriggers(history, answers, catalogue).surgery();
    }

    static TriggerResult risky(History history, Answers answers, Catalogue catalogue) {
        return new TreatmentTriggers(history, answers, catalogue).risky();
    }

    private TriggerResult surgery() {
        var yes = new ArrayList<Reason>();
        var no = new ArrayList<Reason>();
        var procedures = new LinkedHashSet<PlannedProcedure>();
        for (var fact : plans(history)) {
            var matched = matched(fact.codes(), fact.text(), "T2");
            if (matched.isEmpty() && !isSurgery(fact.codes(), fact.text())) {
                continue;
            }
            if (isUrgent(fact)) {
                no.add(Because.of("surgery-urgent", fact, fact.text()));
            } else {
                yes.add(Because.of("surgery", fact, fact.text()));
                procedures.addAll(matched);
            }
        }
        var unknown = new ArrayList<Reason>();
        for (var planned : answers.planned()) {
            var matched = matched(planned.codes(), planned.text(), "T2");
            if (!matched.isEmpty() || isSurgery(planned.codes(), planned.text())) {
                yes.add(Because.of("surgery-said", null, planned.text()));
                procedures.addAll(matched);
            } else if (!isRisky(planned.codes(), planned.text())) {
                unknown.add(Because.of("plan-unknown", null, planned.text()));
            }
        }
        return result("T2", yes, no, unknown, procedures);
    }

    private TriggerResult risky() {
        var yes = new ArrayList<Reason>();
        var procedures = new LinkedHashSet<PlannedProcedure>();
        for (var fact : plans(history)) {
            var matched = matched(fact.codes(), fact.text(), "T3");
            if (!matched.isEmpty() || !treatments(fact.codes(), fact.text()).isEmpty()) {
                yes.add(Because.of("risky-planned", fact, fact.text()));
                procedures.addAll(matched);
            }
        }
        var riskyNow = new HashMap<String, Boolean>();
        ongoing(history)
                .filter(use -> riskyNow.computeIfAbsent(use.treatment().id(), id -> isRiskyNow(use.treatment())))
                .map(Use::fact)
                .distinct()
                .forEach(fact -> yes.add(Because.of("risky-started", fact, fact.text())));
        history.index.treatments.get().stream()
                .map(Use::fact)
                .filter(fact -> isWithin(fact, history.today))
                .distinct()
                .forEach(fact -> yes.add(Because.of("risky-started", fact, fact.text())));
        var unknown = new ArrayList<Reason>();
        for (var planned : answers.planned()) {
            var matched = matched(planned.codes(), planned.text(), "T3");
            if (isRisky(planned.codes(), planned.text())) {
                yes.add(Because.of("risky-said", null, planned.text()));
                procedures.addAll(matched);
            } else if (matched(planned.codes(), planned.text(), "T2").isEmpty()
                    && !isSurgery(planned.codes(), planned.text())) {
                unknown.add(Because.of("plan-unknown", null, planned.text()));
            }
        }
        return result("T3", yes, List.of(), unknown, procedures);
    }

    private TriggerResult result(
            String id, List<Reason> yes, List<Reason> no, List<Reason> unknown, Set<PlannedProcedure> procedures) {
        if (!yes.isEmpty()) {
            return new TriggerResult(id, Met.YES, Because.inOrder(yes), byId(procedures));
        }
        if (!unknown.isEmpty()) {
            return Triggers.result(id, Met.CANNOT_TELL, unknown);
        }
        if (history.isEmpty()) {
            return Triggers.result(id, Met.CANNOT_TELL, List.of(Because.of("no-records", null)));
        }
        return Triggers.result(id, Met.NO, no.isEmpty() ? List.of(Because.of("no-plan", null)) : no);
    }

    private static List<PlannedProcedure> byId(Set<PlannedProcedure> procedures) {
        SortedSet<PlannedProcedure> sorted = new TreeSet<>(java.util.Comparator.comparing(PlannedProcedure::id));
        sorted.addAll(procedures);
        return List.copyOf(sorted);
    }

    /** Plans that still stand: not done, and neither their date nor their writing is long past. */
    static List<Fact> plans(History history) {
        return history.all(FactKind.PLANNED_PROCEDURE).stream()
                .filter(fact -> !DONE.contains(fact.status()))
                .filter(fact -> isWithin(fact, history.today))
                .sorted(History.NEWEST_FIRST)
                .toList();
    }

    private static boolean isWithin(Fact fact, LocalDate today) {
        var date = fact.date();
        return date == null || !date.latest().plusDays(RECENT_DAYS).isBefore(today);
    }

    /** Some medicines are an everyday treatment, and a risky one only for who has what the knowledge names. */
    private boolean isRiskyNow(SpecialTreatment treatment) {
        return treatment.onlyWith().isEmpty()
                || history.present().stream()
                        .flatMap(held -> held.codes().stream())
                        .anyMatch(code -> treatment.onlyWith().stream().anyMatch(pattern -> pattern.covers(code)));
    }

    /** Taken now, as far as the record says. */
    static boolean isOngoing(Fact medication, LocalDate today) {
        var end = medication.end();
        return !OVER.contains(medication.status())
                && (end == null || !end.latest().isBefore(today))
                && (medication.status().equals("active") || isWithin(medication, today));
    }

    /** The special treatments among the medicines that are taken now. */
    static Stream<Use> ongoing(History history) {
        return history.index.medicines.get().stream().filter(use -> isOngoing(use.fact(), history.today));
    }

    private static boolean isUrgent(Fact fact) {
        var priority = fact.detail(Detail.PRIORITY).orElse("");
        return priority.equals("stat") || priority.equals("emergency");
    }

    private List<PlannedProcedure> matched(List<Code> codes, String text, String trigger) {
        var byCode = codes.stream()
                .flatMap(code -> catalogue.procedures.find(code).stream())
                .map(CodeIndex.Hit::what)
                .distinct()
                .toList();
        var found = byCode.isEmpty() ? said(catalogue.procedureWords, text) : byCode;
        return found.stream()
                .filter(procedure -> procedure.trigger().equals(trigger))
                .toList();
    }

    private List<SpecialTreatment> treatments(List<Code> codes, String text) {
        var byCode = coded(codes, catalogue);
        return byCode.isEmpty() ? said(catalogue.treatmentWords, text) : byCode;
    }

    static List<SpecialTreatment> coded(List<Code> codes, Catalogue catalogue) {
        return codes.stream()
                .flatMap(code -> catalogue.treatments.find(code).stream())
                .map(CodeIndex.Hit::what)
                .toList();
    }

    private boolean isRisky(List<Code> codes, String text) {
        return !matched(codes, text, "T3").isEmpty() || !treatments(codes, text).isEmpty();
    }

    static <T> List<T> said(WordIndex<T> index, String raw) {
        var text = Text.of(raw);
        return index.find(text).stream()
                .filter(hit -> !Negation.denies(text, hit.from(), hit.to()))
                .map(WordIndex.Hit::what)
                .distinct()
                .toList();
    }

    /** Surgery by its code (ICD-10-PCS section 0, the SNOMED CT concept for surgery itself) or by its plain name. */
    private static boolean isSurgery(List<Code> codes, String text) {
        return codes.stream()
                        .anyMatch(code -> (code.in(CodeSystems.ICD10PCS)
                                        && code.code().startsWith("0"))
                                || (code.in(CodeSystems.SNOMED) && code.code().equals(SURGICAL_PROCEDURE)))
                || !said(SURGERY, text).isEmpty()
                || Text.of(text).words().stream().anyMatch(TreatmentTriggers::isOperationName);
    }

    private static boolean isOperationName(String word) {
        return word.length() > 7
                && (word.endsWith("ectomy")
                        || word.endsWith("otomy")
                        || word.endsWith("plasty")
                        || word.endsWith("ectomia")
                        || word.endsWith("otomia")
                        || word.endsWith("plastia"));
    }
}
