package org.consilium.decision;

/** Shares in whole percent. */
final class Percent {
    private Percent() {}

    static int of(double share) {
        return (int) Math.round(share * 100);
    }
}
