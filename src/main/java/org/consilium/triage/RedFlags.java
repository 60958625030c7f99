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
        history.index.acuteVisits.get().forEach(visit -> {
            var fact = visit.visit();
            flags.look(visit.rules(), fact.text(), fact, fact.date(), "encounter");
        });
        var assumptions = new Assumptions(history, answers, catalogue);
        answers.symptoms().forEach(symptom -> flags.hear(symptom, assumptions));
        flags.accompanyWithMedicines(assumptions);
        return flags.emergencies();
    }

    private void look(Held held) {
        look(
                held.rules(),
                held.text(),
                held.fact(),
                held.since().orElse(null),
                held.fact() == null ? "picked" : "emergency");
    }

    private void look(Held.Rules rules, String text, @Nullable Fact fact, @Nullable PartialDate date, String key) {
        for (var rule : rules.flags()) {
            if (isRecent(date, rule.flag().recentDays())) {
                raised.computeIfAbsent(rule, fresh -> new ArrayList<>()).add(Because.of(key, fact, text));
            }
        }
        accompanied.addAll(rules.companions());
    }

    /** A visit to an emergency room or a stay in a hospital. */
    static boolean isAcute(Fact encounter) {
        return ACUTE_CARE.contains(encounter.detail(Detail.ENCOUNTER_CLASS).orElse(""));
    }

    /** The seventh letter of an ICD-10-CM injury code: A, B and C are the first treatment, all others come later. */
    static boolean isLaterVisit(Code code) {
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

    /** A medicine that a flag takes as known accompanies as its code does. */
    private void accompanyWithMedicines(Assumptions assumptions) {
        accompanied.addAll(raised.keySet().stream()
                .filter(rule -> !rule.flag().when().get(rule.rule()).with().isEmpty())
                .filter(rule -> assumptions.isTreated(rule.flag()))
                .toList());
    }

    /** The id of a flag, or the person's own words. */
    private void hear(String symptom, Assumptions known) {
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
