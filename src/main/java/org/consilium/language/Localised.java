package org.consilium.language;

import java.util.Locale;

/** Something that knows its own words in each language, and may stand as an argument of a {@link Message}. */
public interface Localised {
    String in(Locale locale);
}
