package org.consilium.requests;

import java.util.List;
import java.util.UUID;
import org.consilium.language.Message;

/** What came of a change to record requests. */
public sealed interface RequestChange {
    /** It is kept. */
    record Saved(List<UUID> requests) implements RequestChange {
        public Saved {
            requests = List.copyOf(requests);
        }
    }

    /** It cannot be so; nothing was written. */
    record Refused(Message why) implements RequestChange {}

    /** There is no such case or request, or this person may not change it. */
    record NotFound() implements RequestChange {}
}
