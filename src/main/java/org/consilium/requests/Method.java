package org.consilium.requests;

import java.util.Locale;
import org.consilium.language.Message;

/** How a letter was sent. */
public enum Method {
    PORTAL,
    EMAIL,
    POST,
    FAX,
    IN_PERSON,
    PHONE;

    /** Lower case with hyphens, as stored. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Message wording() {
        return Message.of("requests.method." + word());
    }
}
