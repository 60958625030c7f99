package org.consilium.knowledge;

import java.util.List;

/** How long a treatment is usually tried before it counts as not helping (trigger T4). */
public record FailedTrial(String id, List<CodePattern> codes, Words name, int days, Provenance provenance) {}
