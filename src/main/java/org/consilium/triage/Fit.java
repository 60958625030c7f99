package org.consilium.triage;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Sex;
import org.consilium.knowledge.Window;

/**
 * Whether what a window asks for beside the code is so, from the strictest answer to the mildest: one condition that is not so
 * rules the window out.
 */
enum Fit {
    NO,
    /** It depends on a stage nobody has named: possible, with no number. */
    STAGE_UNKNOWN,
    /** It depends on a risk class or a size nobody has named: possible, with no number. */
    POSSIBLE,
    YES;

    static Fit of(Window window, Held held, History history, Answers answers, Clocks clocks) {
        return window.when().stream()
                .map(condition -> one(condition, held, history, answers, clocks))
                .min(Comparator.naturalOrder())
                .orElse(YES);
    }

    private static Fit one(String condition, Held held, History history, Answers answers, Clocks clocks) {
        var colon = condition.indexOf(':');
        var kind = colon < 0 ? condition : condition.substring(0, colon);
        var wanted = condition.substring(colon + 1).toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "age" -> when(history.isChild());
            case "after-surgery" -> when(clocks.surgery(held).isPresent());
            case "planned-procedure" ->
                when(!TreatmentTriggers.plans(history).isEmpty()
                        || !answers.planned().isEmpty());
            case "after-neoadjuvant" -> when(isAfterNeoadjuvant(history));
            case "with" -> when(isWith(List.of(wanted.toUpperCase(Locale.ROOT).split(" OR ")), history));
            case "stage" -> stage(List.of(wanted.split(" or ")), held, history);
            case "risk" -> risk(wanted, held, answers);
            case "size" -> size(wanted, held, history);
            case "histology" -> when(Traits.names(held, wanted) || Histology.says(held, wanted, history));
            case "grade" -> when(Traits.names(held, "grade " + wanted));
            default -> when(Traits.names(held, wanted.replace('-', ' ')));
        };
    }

    private static Fit when(boolean isSo) {
        return isSo ? YES : NO;
    }

    private static boolean isAfterNeoadjuvant(History history) {
        return List.of(FactKind.PROCEDURE, FactKind.MEDICATION).stream()
                .flatMap(kind -> history.all(kind).stream())
                .anyMatch(fact -> fact.text().toLowerCase(Locale.ROOT).contains("neoadjuvant"));
    }

    private static boolean isWith(List<String> prefixes, History history) {
        return history.present().stream()
                .flatMap(held -> held.codes().stream())
                .filter(code -> code.system().contains("icd-10"))
                .anyMatch(
                        code -> prefixes.stream().anyMatch(prefix -> code.code().startsWith(prefix.strip())));
    }

    private static Fit stage(List<String> wanted, Held held, History history) {
        var stage = Traits.stage(held, history);
        if (stage.isEmpty()) {
            return wanted.contains("unknown") ? YES : STAGE_UNKNOWN;
        }
        return when(wanted.stream().anyMatch(stage.get()::equalsIgnoreCase));
    }

    private static Fit risk(String wanted, Held held, Answers answers) {
        var known = answers.risk() == null
                ? Traits.risk(held).orElse(null)
                : Objects.requireNonNull(answers.risk()).strip().toLowerCase(Locale.ROOT);
        return known == null ? POSSIBLE : when(known.startsWith(wanted));
    }

    /** Sizes in centimetres; an aorta is repaired from 5.5, from 5.0 in women and where the sex is not known. */
    private static Fit size(String wanted, Held held, History history) {
        var known = Traits.centimetres(held);
        if (wanted.equals("t1a") && Traits.names(held, "t1a")) {
            return YES;
        }
        if (known.isEmpty()) {
            return POSSIBLE;
        }
        var size = known.get();
        var repair = history.sex() == Sex.MALE ? 5.5 : 5.0;
        return switch (wanted) {
            case "t1a" -> when(size <= 4);
            case "4-5.9cm" -> when(size > 4 && size < 6);
            case "6-7.9cm" -> when(size >= 6 && size < 8);
            case "8-10cm" -> when(size >= 8);
            case "repair" -> when(size >= repair);
            case "watch" -> when(size < repair);
            default -> POSSIBLE;
        };
    }
}
