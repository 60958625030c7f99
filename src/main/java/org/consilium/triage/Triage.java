package org.consilium.triage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.Urgency;
import org.consilium.language.Message;
import org.consilium.records.CaseFile;
import org.consilium.triage.Assessment.Emergency;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.TimeBudget;
import org.consilium.triage.Assessment.TriggerResult;
import org.consilium.triage.Assessment.Verdict;
import org.jspecify.annotations.Nullable;

/** Says how urgent it is, whether a second opinion is worth seeking, how much time is safe and what is missing. */
public final class Triage {
    /** The triggers that the records can settle; T4 and T5 are the person's to say, T8 needs specialties that few records name. */
    private static final Set<String> ON_RECORD = Set.of("T1", "T2", "T3", "T6", "T7");

    private Triage() {}

    /**
     * The same records, answers, knowledge and day always give the same assessment, in whatever order the facts come. A red
     * flag wins over everything: then the verdict is to seek care now and there is no window. Never throws on what a record
     * says.
     *
     * @param today the day it is made for; later days never give more time
     */
    public static Assessment assess(CaseFile caseFile, Answers answers, Knowledge knowledge, LocalDate today) {
        return assess(caseFile, answers, knowledge, Loaded.NOTHING, today);
    }

    /** The same with what loaded vocabularies say. */
    public static Assessment assess(
            CaseFile caseFile, Answers answers, Knowledge knowledge, Loaded loaded, LocalDate today) {
        var catalogue = Catalogue.of(knowledge);
        var history = History.of(caseFile, answers, catalogue, loaded, today);
        var emergencies = RedFlags.raised(history, answers, catalogue);
        var triggers = Triggers.of(history, answers, catalogue, loaded.rare());
        var windows = emergencies.isEmpty() ? Windows.of(history, answers, catalogue) : List.<TimeBudget>of();
        return new Assessment(
                urgency(emergencies, windows),
                verdict(emergencies, windows, triggers),
                emergencies,
                triggers,
                windows,
                Inventory.of(history, windows, catalogue),
                treatmentDate(history, answers),
                caseFile.hash(),
                knowledge.version(),
                today);
    }

    /** The codes of the conditions that count as there on this day: what to look up before assessing. */
    public static Set<Code> conditionCodes(CaseFile caseFile, Answers answers, Knowledge knowledge, LocalDate today) {
        return History.of(caseFile, answers, Catalogue.of(knowledge), today).present().stream()
                .flatMap(held -> held.codes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The codes of those conditions that are in no group: what to look for something wider of before assessing. */
    public static Set<Code> unplacedCodes(CaseFile caseFile, Answers answers, Knowledge knowledge, LocalDate today) {
        return History.of(caseFile, answers, Catalogue.of(knowledge), today).present().stream()
                .filter(held -> held.groups().isEmpty())
                .flatMap(held -> held.codes().stream())
                .map(code -> Code.of(code.system(), code.code()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the one who answers an emergency call must know of this person: a child, a pregnancy. */
    public static List<Message> tell(CaseFile caseFile, Answers answers, Knowledge knowledge, LocalDate today) {
        var history = History.of(caseFile, answers, Catalogue.of(knowledge), today);
        var isPregnant =
                Boolean.TRUE.equals(answers.pregnant()) || history.pregnancy().isPresent();
        return Stream.of(
                        history.isChild() ? "triagemore.tell.child" : "", isPregnant ? "triagemore.tell.pregnancy" : "")
                .filter(key -> !key.isEmpty())
                .map(Message::of)
                .toList();
    }

    private static @Nullable Urgency urgency(List<Emergency> emergencies, List<TimeBudget> windows) {
        return Stream.concat(
                        emergencies.stream().map(emergency -> emergency.flag().urgency()),
                        windows.stream().map(budget -> budget.window().urgency()))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /**
     * Only a red flag says to seek care now. Where treatment starts within days, another opinion is asked for at the same
     * time, and the advice of the window says not to put off treatment.
     */
    private static Verdict verdict(
            List<Emergency> emergencies, List<TimeBudget> windows, List<TriggerResult> triggers) {
        if (!emergencies.isEmpty()) {
            return Verdict.SEEK_NOW;
        }
        var isDays =
                windows.stream().anyMatch(budget -> budget.window().urgency().isEmergency());
        if (isDays || triggers.stream().anyMatch(trigger -> trigger.met() == Met.YES)) {
            return Verdict.WORTH_SEEKING;
        }
        var settled = triggers.stream()
                .filter(trigger -> ON_RECORD.contains(trigger.id()))
                .allMatch(trigger -> trigger.met() == Met.NO);
        return settled ? Verdict.NOT_NEEDED : Verdict.CANNOT_TELL;
    }

    /** The day the person named, else the first planned day that is still to come. */
    private static @Nullable LocalDate treatmentDate(History history, Answers answers) {
        if (answers.treatmentDate() != null) {
            return answers.treatmentDate();
        }
        var planned = answers.planned().stream().map(Answers.Planned::date).filter(Objects::nonNull);
        var recorded = TreatmentTriggers.plans(history).stream()
                .map(Fact::date)
                .filter(Objects::nonNull)
                .filter(PartialDate::isDay)
                .map(PartialDate::earliest);
        return Stream.concat(planned, recorded)
                .filter(day -> !day.isBefore(history.today))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }
}
