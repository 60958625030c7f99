package org.consilium.web.pages;

import java.util.List;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * The red flags that are up, whom to call and what to say there.
 *
 * @param number of the emergency service, absent where the country is not known
 * @param tell what the one who answers must know of this person
 */
public record EmergencyCard(
        List<Flag> flags, Message call, @Nullable String number, List<Message> tell) {
    /** One red flag: what it is, and the published time target. */
    public record Flag(String text, String target) {}

    public boolean up() {
        return !flags.isEmpty();
    }
}
