package org.consilium.opinions;

import java.util.UUID;
import org.consilium.audit.Actor;

/**
 * Somebody who came in by a link: no member of the case. May do what {@link Reviews} lets them, in this one review, and
 * nothing anywhere else.
 */
public record Reviewer(UUID caseId, UUID review, Actor actor) {}
