package org.consilium.web;

import java.util.Locale;
import org.consilium.clinical.Fact;
import org.consilium.records.Piles;

/**
 * What of the timeline is wanted; an empty word lets everything through.
 *
 * @param status as the record gives it, or {@code so} and {@code not-so} for what the record states and what it takes back
 */
record TimelineFilter(String pile, String kind, String status) {
    boolean fits(Fact fact) {
        return (kind.isEmpty() || fact.kind().word().equals(kind))
                && (status.isEmpty() || statusFits(fact))
                && (pile.isEmpty() || pile(fact).equals(pile));
    }

    private boolean statusFits(Fact fact) {
        return status.equals("not-so") ? !fact.holds() : fact.status().equals(status) && fact.holds();
    }

    static String pile(Fact fact) {
        return Piles.pileOf(fact).name().toLowerCase(Locale.ROOT);
    }

    /** The same as part of an address. */
    String query() {
        return part("pile", pile) + part("kind", kind) + part("status", status);
    }

    private static String part(String name, String value) {
        return value.isEmpty() || !value.matches("[a-z-]{1,40}") ? "" : "&" + name + "=" + value;
    }
}
