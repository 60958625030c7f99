package org.consilium.web.pages;

import java.util.List;
import org.consilium.language.Message;

/** The red flags that are up, and whom to call. */
public record EmergencyCard(List<Flag> flags, Message call) {
    /** One red flag: what it is, and the published time target. */
    public record Flag(String text, String target) {}

    public boolean up() {
        return !flags.isEmpty();
    }
}
