package org.consilium.knowledge;

import java.util.Locale;

/** The same words in each language the program speaks. */
public record Words(String en, String es) {
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? es : en;
    }
}
