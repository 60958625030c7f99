package org.consilium.opinions;

import java.time.Instant;
import java.util.List;

/**
 * What a person last saw compared.
 *
 * @param at when they saw it for the first time, or said that they had read it
 * @param then the opinions as they were at that time, in the order of their ids
 */
public record LastLook(Instant at, List<Filed> then) {
    public LastLook {
        then = List.copyOf(then);
    }
}
