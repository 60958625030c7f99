package org.consilium.knowledge;

/** What studies found about second opinions. Never a person's own odds. */
public record EvidenceCard(String id, Words text, Words caveat, Provenance provenance) {}
