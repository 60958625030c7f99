package org.consilium.terminology;

import java.util.Locale;
import org.consilium.language.Localised;

/**
 * A category or block of ICD-10 with a short plain title of our own wording. It says what the code is about; it is not the
 * official name.
 *
 * @param code a category such as {@code C50} or a block such as {@code C51-C58}
 */
public record Icd10Title(String code, String en, String es) implements Localised {
    @Override
    public String in(Locale locale) {
        return locale.getLanguage().equals("es") ? es : en;
    }
}
