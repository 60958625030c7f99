package org.consilium.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.knowledge.RedFlag;
import org.consilium.triage.Assessment.Emergency;
import org.consilium.triage.Assessment.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The emergencies that the records or the person's words raise. A code raises a flag while it is recent enough for that flag;
 * an undated condition that is not over counts as recent, because missing an emergency is the worse mistake.
 */
final class RedFlags {
    private static final Set<String> ACUTE_CARE = Set.of("EMER", "IMP", "ACUTE");

    private final History history;
    private final Catalogue catalogue;
    private final Map<Catalogue.FlagRule, List<Reason>> raised = new HashMap<>();
    private final Set<Catalogue.FlagRule> accompanied = new HashSet<>();
    private final Map<RedFlag, List<Reason>> said = new HashMap<>();

    private RedFlags(History history, Catalogue catalogue) {
        this.history = history;
        this.catalogue = catalogue;
    }

    /** The most urgent first, then by id. */
    static List<Emergency> raised(History history, Answers answers, Catalogue catalogue) {
        var flags = new RedFlags(history, catalogue);
        history.present().forEach(flags::look);
        history.all(FactKind.ENCOUNTER).stream()
                .filter(fact ->
                        ACUTE_CARE.contains(fact.detail(Detail.ENCOUNTER_CLASS).orElse("")))
                .forEach(fact -> flags.look(
                        catalogue.withIcd10(History.visitCodes(fact)), fact.text(), fact, fact.date(), "encounter"));
        var known = flags.known(answers);
        answers.symptoms().forEach(symptom -> flags.hear(symptom, known));
        flags.accompanyWithBloodThinners();
        return flags.emergencies();
    }

    private void look(Held held) {
        look(
                held.codes(),
                held.text(),
                held.fact(),
                held.since().orElse(null),
                held.fact() == null ? "picked" : "emergency");
    }

    private void look(List<Code> codes, String text, @Nullable Fact fact, @Nullable PartialDate date, String key) {
        for (var code : codes) {
            if (isLaterVisit(code)) {
                continue;
            }
            for (var hit : catalogue.flags.find(code)) {
                var rule = hit.what();
                if (isRecent(date, rule.flag().recentDays())) {
                    raised.computeIfAbsent(rule, fresh -> new ArrayList<>()).add(Because.of(key, fact, text));
                }
            }
            catalogue.flagCompanions.find(code).forEach(hit -> accompanied.add(hit.what()));
        }
    }

    /** The seventh letter of an ICD-10-CM injury code: A, B and C are the first treatment, all others come later. */
    private static boolean isLaterVisit(Code code) {
        var letters = code.code().replace(".", "");
        return code.in(CodeSystems.ICD10CM)
                && letters.length() == 7
                && (letters.startsWith("S") || letters.startsWith("T"))
                && "ABC".indexOf(letters.charAt(6)) < 0;
    }

    private boolean isRecent(@Nullable PartialDate date, int days) {
        return date == null || days(date.latest(), history.today) <= days;
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    /** What need not be typed because the answers or the records say it. */
    private List<String> known(Answers answers) {
        var known = new ArrayList<String>();
        if (Boolean.TRUE.equals(answers.pregnant()) || history.pregnancy().isPresent()) {
            known.addAll(Symptoms.PREGNANCY);
        }
        if (!answers.symptoms().isEmpty() && TreatmentTriggers.isOnCancerDrugs(history, catalogue)) {
            known.addAll(Symptoms.CANCER_DRUGS);
        }
        if (!answers.symptoms().isEmpty()
                && (BloodThinners.isOnThem(history, catalogue)
                        || answers.symptoms().stream().anyMatch(said -> BloodThinners.isNamed(said, catalogue)))) {
            known.addAll(Symptoms.BLOOD_THINNERS);
        }
        return known;
    }

    /** A blood thinner that is only known by its name accompanies as one with its code does. */
    private void accompanyWithBloodThinners() {
        var waiting = raised.keySet().stream()
                .filter(rule -> !accompanied.contains(rule))
                .filter(rule -> rule.flag().when().get(rule.rule()).with().stream()
                        .anyMatch(code -> code.system().equals(CodeSystems.ATC)))
                .toList();
        if (!waiting.isEmpty() && BloodThinners.isOnThem(history, catalogue)) {
            accompanied.addAll(waiting);
        }
    }

    /** The id of a flag, or the person's own words. */
    private void hear(String symptom, List<String> known) {
        for (var flag : catalogue.knowledge.redFlags()) {
            if (flag.id().equalsIgnoreCase(symptom.strip())) {
                said(flag, flag.symptom().en().isBlank() ? flag.text() : flag.symptom());
                return;
            }
        }
        catalogue.symptoms.find(symptom, known).forEach(flag -> said(flag, symptom.strip()));
    }

    private void said(RedFlag flag, Object words) {
        said.computeIfAbsent(flag, fresh -> new ArrayList<>()).add(Because.of("said", null, words));
    }

    private List<Emergency> emergencies() {
        var found = new HashMap<RedFlag, List<Reason>>(said);
        raised.forEach((rule, reasons) -> {
            var alone = rule.flag().when().get(rule.rule()).with().isEmpty();
            if (alone || accompanied.contains(rule)) {
                found.computeIfAbsent(rule.flag(), fresh -> new ArrayList<>()).addAll(reasons);
            }
        });
        return found.entrySet().stream()
                .map(entry -> new Emergency(entry.getKey(), Because.inOrder(entry.getValue())))
                .sorted(java.util.Comparator.comparing(
                                (Emergency emergency) -> emergency.flag().urgency())
                        .thenComparing(emergency -> emergency.flag().id()))
                .toList();
    }
}
