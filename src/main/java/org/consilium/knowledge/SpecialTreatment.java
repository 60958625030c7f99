package org.consilium.knowledge;

import java.util.List;

/** A treatment that is risky or whose gain is uncertain (trigger T3): codes (ATC, RxNorm, SNOMED CT) and drug names (lower case). */
public record SpecialTreatment(
        String id, Words name, List<CodePattern> codes, List<String> words, Provenance provenance) {}
