package org.consilium.requests;

import org.consilium.triage.Assessment.ItemState;
import org.consilium.triage.Assessment.Presence;
import org.jspecify.annotations.Nullable;

/**
 * One thing to ask for, as the records stood when it was put on the list.
 *
 * @param item its id on the checklist
 * @param status missing, report only or outdated
 * @param known what is there already: the name of the report or of the old test; empty when nothing is
 * @param date of what is there, ISO 8601 to the precision known; absent when unknown
 * @param place who made it, as the record names it; empty when it does not
 */
public record Wanted(
        String item,
        Presence status,
        String known,
        @Nullable String date,
        String place) {
    static Wanted of(ItemState state) {
        var fact = state.because().isEmpty() ? null : state.because().getFirst().fact();
        if (fact == null) {
            return new Wanted(state.item().id(), state.status(), "", null, "");
        }
        return new Wanted(
                state.item().id(),
                state.status(),
                fact.text(),
                fact.date() == null ? null : fact.date().withoutTime().toString(),
                fact.detail(org.consilium.clinical.Detail.PERFORMER).orElse(""));
    }
}
