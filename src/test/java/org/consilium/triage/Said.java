package org.consilium.triage;

import java.time.LocalDate;
import java.util.List;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.jspecify.annotations.Nullable;

/** What a person adds, in the making. */
final class Said {
    private List<String> symptoms = List.of();
    private List<Answers.Planned> planned = List.of();
    private @Nullable Boolean uninformed;
    private @Nullable LocalDate notImproving;
    private @Nullable LocalDate clock;
    private @Nullable Boolean pregnant;
    private List<Code> conditions = List.of();
    private @Nullable String risk;

    static Said nothing() {
        return new Said();
    }

    Said symptoms(String... words) {
        symptoms = List.of(words);
        return this;
    }

    Said planned(String text, @Nullable LocalDate date) {
        planned = List.of(new Answers.Planned(text, List.of(), date));
        return this;
    }

    Said uninformed(@Nullable Boolean feels) {
        uninformed = feels;
        return this;
    }

    Said notImproving(LocalDate since) {
        notImproving = since;
        return this;
    }

    Said clock(LocalDate start) {
        clock = start;
        return this;
    }

    Said pregnant() {
        pregnant = true;
        return this;
    }

    Said risk(@Nullable String word) {
        risk = word;
        return this;
    }

    Said condition(String icd, String display) {
        conditions = List.of(new Code(CodeSystems.ICD10CM, icd, display));
        return this;
    }

    Answers answers() {
        return new Answers(
                symptoms, planned, uninformed, notImproving, null, clock, pregnant, conditions, risk, null, null);
    }
}
