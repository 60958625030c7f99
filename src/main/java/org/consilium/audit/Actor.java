package org.consilium.audit;

import java.util.Objects;
import java.util.UUID;

/** Who is doing something: a person with a row in {@code access.person}. Every call for a patient's data takes one. */
public record Actor(UUID person) {
    public Actor {
        Objects.requireNonNull(person);
    }
}
