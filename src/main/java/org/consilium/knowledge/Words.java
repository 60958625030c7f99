package org.consilium.knowledge;

import java.util.Locale;
import org.consilium.language.Localised;

/** The same words in each language the program speaks. */
public record Words(String en, String es) implements Localised {
    @Override
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? es : en;
    }
}
