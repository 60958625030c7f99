package org.consilium.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Value;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.knowledge.ConditionGroup.Tier;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Reason;
import org.consilium.triage.Assessment.TriggerResult;

/**
 * T7: the diagnosis is in doubt. The record says so, a pathology report hesitates, a finding is not yet a diagnosis, or a
 * symptom is all there is after 90 days.
 */
final class DoubtTrigger {
    /** How long a symptom may be the only diagnosis, in days. */
    static final int SYMPTOM_DAYS = 90;

    private static final String SYMPTOMS = "UNDX";
    private static final int REPORT_DAYS = 365;
    private static final WordIndex<String> HESITATION = new WordIndex<>();
    private static final WordIndex<Boolean> PATHOLOGY = new WordIndex<>();

    static {
        for (var phrase : List.of(
                "atypical",
                "atypia",
                "cannot exclude",
                "cannot be excluded",
                "can not exclude",
                "not excluded",
                "cannot rule out",
                "suspicious for",
                "suspicious",
                "favor",
                "favour",
                "indeterminate",
                "equivocal",
                "uncertain malignant potential",
                "atipico",
                "atipica",
                "atipia",
                "no se puede descartar",
                "no puede descartarse",
                "sospechoso",
                "sospechosa",
                "indeterminado",
                "indeterminada",
                "a favor de")) {
            HESITATION.add(phrase, phrase);
        }
        for (var word : List.of(
                "pathology",
                "pathologic",
                "biopsy",
                "cytology",
                "histology",
                "histopathology",
                "fna",
                "bone marrow",
                "patologia",
                "biopsia",
                "citologia",
                "histologia",
                "anatomia patologica")) {
            PATHOLOGY.add(word, true);
        }
    }

    private DoubtTrigger() {}

    static TriggerResult doubt(History history) {
        var yes = new ArrayList<Reason>();
        for (var held : history.conditions) {
            if (held.certainty() != Held.Certainty.STATED) {
                yes.add(Because.of("doubt-recorded", held.fact(), held.text()));
            } else if (held.groups().stream().anyMatch(DoubtTrigger::isFinding)) {
                yes.add(Because.of("doubt-finding", held.fact(), held.text()));
            }
        }
        yes.addAll(onlySymptoms(history));
        yes.addAll(hesitantReports(history));
        if (!yes.isEmpty()) {
            return Triggers.result("T7", Met.YES, yes);
        }
        return history.present().isEmpty()
                ? Triggers.result("T7", Met.CANNOT_TELL, List.of(Because.of("no-diagnosis", null)))
                : Triggers.result("T7", Met.NO, List.of(Because.of("no-doubt", null)));
    }

    /** A symptom is no finding: it counts once it has been the only diagnosis for long. */
    private static boolean isFinding(ConditionGroup group) {
        return group.tier() == Tier.DOUBT && !group.id().equals(SYMPTOMS);
    }

    private static List<Reason> onlySymptoms(History history) {
        var coded = history.present().stream()
                .filter(held -> held.codes().stream().noneMatch(DoubtTrigger::isNoDiagnosis))
                .toList();
        if (coded.isEmpty() || !coded.stream().allMatch(DoubtTrigger::isSymptom)) {
            return List.of();
        }
        return coded.stream()
                .filter(held -> held.age(history.today)
                        .filter(days -> days > SYMPTOM_DAYS)
                        .isPresent())
                .map(held -> Because.of("doubt-symptom", held.fact(), held.text(), SYMPTOM_DAYS))
                .toList();
    }

    /** Chapter R of ICD-10, without raised blood sugar and blood pressure (R73, R03), which are known for what they are. */
    private static boolean isSymptom(Held held) {
        return held.codes().stream()
                .filter(DoubtTrigger::isIcd)
                .map(Code::code)
                .anyMatch(code -> code.startsWith("R") && !code.startsWith("R73") && !code.startsWith("R03"));
    }

    /** Reasons for a contact with care (ICD-10 chapter Z) are no diagnosis. */
    private static boolean isNoDiagnosis(Code code) {
        return isIcd(code) && code.code().startsWith("Z");
    }

    private static boolean isIcd(Code code) {
        return code.system().contains("icd-10");
    }

    private static List<Reason> hesitantReports(History history) {
        return history.index.hesitant.get().stream()
                .filter(found -> isLate(found.report(), history))
                .map(found -> Because.of(
                        "doubt-report",
                        found.report(),
                        found.word(),
                        found.report().text()))
                .toList();
    }

    /** Reports and results of tissue that hesitate, whenever they were made. */
    static List<FactIndex.Hesitant> hesitant(FactIndex facts) {
        var names = new Names();
        var labs = facts.all(FactKind.LAB).stream()
                .filter(fact -> fact.value() instanceof Value.Words)
                .filter(names::isPathology);
        return Stream.concat(facts.pathology.get().stream(), labs)
                .flatMap(fact -> hesitation(fact).stream())
                .toList();
    }

    private static boolean isLate(Fact fact, History history) {
        var date = fact.date();
        return date == null || !date.latest().plusDays(REPORT_DAYS).isBefore(history.today);
    }

    /** What names say; a record repeats the same few names. */
    static final class Names {
        private final Map<String, Boolean> known = new HashMap<>();

        boolean isPathology(Fact fact) {
            return isPathologyByCode(fact) || known.computeIfAbsent(fact.text(), PATHOLOGY::isIn);
        }
    }

    private static boolean isPathologyByCode(Fact fact) {
        return fact.codes().stream()
                        .anyMatch(code -> code.in(CodeSystems.LOINC) && Clocks.PATHOLOGY.contains(code.code()))
                || isPathologyCategory(fact.detail(Detail.CATEGORY).orElse(""));
    }

    private static boolean isPathologyCategory(String category) {
        return category.equals("LP7839-6") || category.equals("PAT") || category.equals("SP") || category.equals("CP");
    }

    private static List<FactIndex.Hesitant> hesitation(Fact report) {
        var words = report.detail(Detail.NARRATIVE).orElse("") + "\n"
                + (report.value() == null ? "" : report.value().text());
        var text = Text.of(words);
        return HESITATION.find(text).stream()
                .filter(hit -> !Negation.denies(text, hit.from(), hit.to()))
                .limit(1)
                .map(hit -> new FactIndex.Hesitant(report, hit.what()))
                .toList();
    }
}
