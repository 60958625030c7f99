package org.consilium.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One medical question of one person, as somebody who may see it sees it.
 *
 * @param title the person's own words for it
 * @param carer the name of who helps, when somebody does
 * @param language ISO 639 code
 * @param archived when it was put away, absent while it is in use
 * @param sample true for a made-up person, to try the program; never counted
 * @param role what the one who asked is in it
 */
public record ClinicalCase(
        UUID id,
        String title,
        Whose whose,
        @Nullable String carer,
        String language,
        Instant created,
        @Nullable Instant archived,
        boolean sample,
        Role role) {}
