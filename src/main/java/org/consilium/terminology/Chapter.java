package org.consilium.terminology;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.consilium.language.Message;

/** The chapters of ICD-10 and ICD-10-CM, by their Roman numbers. */
public enum Chapter {
    I("A00", "B99"),
    II("C00", "D4Z"),
    III("D50", "D89"),
    IV("E00", "E90"),
    V("F00", "F99"),
    VI("G00", "G99"),
    VII("H00", "H59"),
    VIII("H60", "H95"),
    IX("I00", "I99"),
    X("J00", "J99"),
    XI("K00", "K95"),
    XII("L00", "L99"),
    XIII("M00", "M99"),
    XIV("N00", "N99"),
    XV("O00", "O9Z"),
    XVI("P00", "P96"),
    XVII("Q00", "Q99"),
    XVIII("R00", "R99"),
    XIX("S00", "T98"),
    XX("V00", "Y99"),
    XXI("Z00", "Z99"),
    XXII("U00", "U99");

    private final String from;
    private final String to;

    Chapter(String from, String to) {
        this.from = from;
        this.to = to;
    }

    /** The chapter of an ICD-10 or ICD-10-CM code, however it is written. */
    public static Optional<Chapter> of(String code) {
        var category = Icd10.category(code);
        return Arrays.stream(values())
                .filter(chapter -> chapter.from.compareTo(category) <= 0 && category.compareTo(chapter.to) <= 0)
                .findFirst();
    }

    /** A short plain title of our own wording. */
    public Message title() {
        return Message.of("terminology.chapter." + name().toLowerCase(Locale.ROOT));
    }
}
