package org.consilium.clinical;

/** Administrative sex as records carry it (FHIR administrative-gender). */
public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN
}
