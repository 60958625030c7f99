package org.consilium.knowledge;

import java.util.List;

/**
 * A treatment that is risky or whose gain is uncertain (trigger T3): codes (ATC, RxNorm, SNOMED CT) and drug names (lower case).
 *
 * @param onlyWith once it is in use it is risky only for who has one of these conditions; empty when for everyone
 */
public record SpecialTreatment(
        String id,
        Words name,
        List<CodePattern> codes,
        List<String> words,
        List<CodePattern> onlyWith,
        Provenance provenance) {}
