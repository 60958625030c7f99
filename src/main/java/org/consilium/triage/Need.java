package org.consilium.triage;

import java.util.Map;
import org.consilium.clinical.Code;
import org.consilium.knowledge.Checklist;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.terminology.Icd10;
import org.consilium.triage.Assessment.Reason;
import org.jspecify.annotations.Nullable;

/** Whether an item of a checklist is needed for this person: some only for certain conditions of the group, or from a stage. */
final class Need {
    private static final Map<String, Integer> STAGES = Map.of("0", 0, "I", 1, "II", 2, "III", 3, "IV", 4);

    private Need() {}

    /** Why it is not needed; absent when it is, or when nobody can tell. */
    static @Nullable Reason lacking(Checklist.Item item, ConditionGroup group, History history) {
        if (!item.onlyFor().isEmpty() && isForOthers(item, group, history)) {
            return Because.of("item-not-needed", null);
        }
        var from = item.fromStage();
        if (from == null) {
            return null;
        }
        var stage = stage(group, history);
        if (stage < 0) {
            return Because.of("item-stage-unknown", null, from);
        }
        return stage < from ? Because.of("item-stage-lower", null, from) : null;
    }

    /** Only where an ICD-10 code tells which condition of the group it is. */
    private static boolean isForOthers(Checklist.Item item, ConditionGroup group, History history) {
        var codes = history.present().stream()
                .filter(held -> held.related().contains(group))
                .flatMap(held -> held.codes().stream())
                .toList();
        return codes.stream().anyMatch(Icd10::isIcd10)
                && history.present().stream()
                        .flatMap(held -> held.codes().stream())
                        .noneMatch(code -> covers(item, code));
    }

    private static boolean covers(Checklist.Item item, Code code) {
        return item.onlyFor().stream().anyMatch(pattern -> pattern.covers(code));
    }

    /** The highest stage recorded for a condition of the group; -1 when none is. */
    private static int stage(ConditionGroup group, History history) {
        return history.present().stream()
                .filter(held -> held.related().contains(group))
                .flatMap(held -> Traits.stage(held, history).stream())
                .mapToInt(stage -> STAGES.getOrDefault(stage, -1))
                .max()
                .orElse(-1);
    }
}
