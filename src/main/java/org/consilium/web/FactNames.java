package org.consilium.web;

import java.util.Locale;
import org.consilium.clinical.Fact;
import org.consilium.terminology.Icd10;

/** What a fact is called on a page. */
final class FactNames {
    private FactNames() {}

    /** The text of the fact; when the record gives no more than an ICD-10 code, what the code is about, with the code. */
    static String of(Fact fact, Locale locale) {
        var text = fact.text();
        return fact.codes().stream()
                .filter(Icd10::isIcd10)
                .filter(code -> Icd10.normalise(code.code()).equals(Icd10.normalise(text)))
                .flatMap(code -> Icd10.title(code.code()).stream())
                .map(title -> title.in(locale) + " (" + text + ")")
                .findFirst()
                .orElse(text);
    }
}
