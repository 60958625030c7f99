package org.consilium.knowledge;

/** What studies found about second opinions (EVIDENCE 1.1). Never a person's own odds. */
public record EvidenceCard(String id, Words text, Words caveat, Provenance provenance) {}
