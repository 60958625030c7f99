package org.consilium.knowledge;

/**
 * When one of the reasons to seek a second opinion is met, in words, with where the rule comes from.
 *
 * @param id T1 to T8
 */
public record TriggerRule(String id, Words rule, Provenance provenance) {}
