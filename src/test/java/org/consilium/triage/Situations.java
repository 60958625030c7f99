package org.consilium.triage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;

/** Kinds of cases that the vignettes must have, whatever condition they are about. */
final class Situations {
    private static final Pattern PAST = Pattern.compile("(?i)(personal )?history of .*|antecedentes? de .*");
    private static final Pattern BORDER = Pattern.compile("(?i).*\\b(day|days|born|end of)\\b.*");

    private Situations() {}

    /** A name and how a case of it is told; the names stand in docs/TRIAGE.md. */
    static Map<String, Predicate<Vignette>> all() {
        var all = new LinkedHashMap<String, Predicate<Vignette>>();
        all.put(
                "an emergency by a record",
                one -> one.isEmergency() && one.answers().symptoms().isEmpty());
        all.put(
                "an emergency in the words of the person",
                one -> one.isEmergency() && !one.answers().symptoms().isEmpty());
        all.put(
                "words that sound like one and are none",
                one -> !one.isEmergency() && !one.answers().symptoms().isEmpty());
        all.put(
                "the day before, on and after",
                one -> BORDER.matcher(one.name()).matches());
        all.put("a clock that nobody knows", one -> one.windows().contains("ask-latest-safe-date"));
        all.put("a clock that the person tells", one -> one.answers().clockStart() != null);
        all.put("a child", Situations::isChild);
        all.put("pregnancy", one -> isPregnant(one));
        all.put("several conditions", one -> count(one, Situations::isCurrent) > 1);
        all.put("a disease of the past (Z85)", one -> count(one, fact -> hasCode(fact, "Z85")) > 0);
        all.put(
                "a disease of the past in words",
                one -> count(one, fact -> PAST.matcher(fact.text()).matches()) > 0);
        all.put("a disease of the family", Situations::isOfFamily);
        all.put("ruled out or being weighed", Situations::isRuledOut);
        all.put("refuted", one -> count(one, fact -> isVerified(fact, "refuted")) > 0);
        all.put("entered in error", one -> count(one, fact -> isVerified(fact, "entered-in-error")) > 0);
        all.put(
                "over, or in remission",
                one -> count(one, fact -> Set.of("resolved", "remission").contains(fact.status())) > 0);
        all.put("a planned operation or treatment", Situations::isPlanned);
        all.put("a name without a code", one -> count(one, fact -> fact.codes().isEmpty()) > 0);
        all.put(
                "a code of another system",
                one -> count(one, fact -> !fact.codes().isEmpty() && !hasCode(fact, "")) > 0);
        all.put("no record at all", one -> one.caseFile().facts().isEmpty());
        return all;
    }

    private static boolean isChild(Vignette one) {
        var born = one.caseFile().birthDate();
        return born != null && born.latest().plusYears(18).isAfter(Vignette.TODAY);
    }

    private static boolean isPregnant(Vignette one) {
        return Boolean.TRUE.equals(one.answers().pregnant())
                || count(one, fact -> hasCode(fact, "Z34") || hasCode(fact, "O")) > 0;
    }

    private static boolean isOfFamily(Vignette one) {
        return one.caseFile().facts().stream()
                .anyMatch(fact -> fact.kind() == FactKind.FAMILY_HISTORY
                        || hasCode(fact, "Z80")
                        || fact.text().startsWith("Family history"));
    }

    private static boolean isRuledOut(Vignette one) {
        return count(one, fact -> fact.text().startsWith("Rule out") || isVerified(fact, "differential")) > 0;
    }

    private static boolean isPlanned(Vignette one) {
        return !one.answers().planned().isEmpty()
                || one.caseFile().facts().stream().anyMatch(fact -> fact.kind() == FactKind.PLANNED_PROCEDURE);
    }

    private static boolean isCurrent(Fact fact) {
        return fact.status().equals("active")
                && fact.detail(Detail.VERIFICATION).isEmpty();
    }

    private static boolean isVerified(Fact fact, String word) {
        return fact.detail(Detail.VERIFICATION).orElse("").equals(word);
    }

    /** An ICD-10-CM code that begins like this. */
    private static boolean hasCode(Fact fact, String start) {
        return fact.codes().stream()
                .anyMatch(
                        code -> code.system().contains("icd-10") && code.code().startsWith(start));
    }

    private static long count(Vignette one, Predicate<Fact> wanted) {
        return one.caseFile().facts().stream()
                .filter(fact -> fact.kind() == FactKind.CONDITION)
                .filter(wanted)
                .count();
    }
}
