package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.consilium.decision.LookingBack;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * Looking back on a decision.
 *
 * @param choice what was decided, in the person's words
 * @param open the days of the one to answer on this page; absent when none is asked for
 */
public record FollowUpPage(
        Frame frame,
        UUID id,
        String choice,
        List<LookingBack> times,
        @Nullable LookingBack open,
        @Nullable Message error) {}
