package org.consilium.knowledge;

import java.util.List;

/**
 * A specialty and what it is the expert for (trigger T8).
 *
 * @param words beginnings of the words that name it in the name of a doctor or a service (lower case, English and Spanish)
 * @param nucc its codes in the Health Care Provider Taxonomy of the NUCC, version 21.1; none where it has none of its own
 * @param groups beginnings of the ids of the groups of conditions it is the expert for; none for general practice
 */
public record Expert(
        String id, Words name, List<String> words, List<String> nucc, List<String> groups, Provenance provenance) {}
