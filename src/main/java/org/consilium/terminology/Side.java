package org.consilium.terminology;

/** The side of the body that a code names. */
public enum Side {
    LEFT,
    RIGHT,
    BOTH
}
