package org.consilium.knowledge;

/** How soon treatment must start: U0 now, U1 within 72 hours, U2 14 days, U3 30, U4 60, U5 90 days, U6 elective. */
public enum Urgency {
    U0,
    U1,
    U2,
    U3,
    U4,
    U5,
    U6;

    /** U0 and U1: no number of days is ever shown, care comes first. */
    public boolean isEmergency() {
        return this == U0 || this == U1;
    }

    public boolean moreUrgentThan(Urgency other) {
        return compareTo(other) < 0;
    }
}
