package org.consilium.terminology;

/** How two concepts stand in a hierarchy that somebody loaded. */
public enum Kinship {
    SAME,
    /** The first is a kind of the second. */
    FIRST_IS_A_SECOND,
    /** The second is a kind of the first. */
    SECOND_IS_A_FIRST,
    /** Neither is a kind of the other; both are kinds of something well below the top of the hierarchy. */
    RELATED,
    /** Only the top of the hierarchy is above both. */
    UNRELATED;

    Kinship turned() {
        return switch (this) {
            case FIRST_IS_A_SECOND -> SECOND_IS_A_FIRST;
            case SECOND_IS_A_FIRST -> FIRST_IS_A_SECOND;
            case SAME, RELATED, UNRELATED -> this;
        };
    }
}
