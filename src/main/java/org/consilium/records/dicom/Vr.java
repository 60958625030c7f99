package org.consilium.records.dicom;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The value representations of PS3.5 section 6.2. */
enum Vr {
    AE(Form.TEXT),
    AS(Form.TEXT),
    AT(Form.TAGS),
    CS(Form.TEXT),
    DA(Form.TEXT),
    DS(Form.TEXT),
    DT(Form.TEXT),
    FD(Form.FLOAT, 8),
    FL(Form.FLOAT, 4),
    IS(Form.TEXT),
    LO(Form.WORDS),
    LT(Form.PROSE),
    OB(Form.BYTES, 1),
    OD(Form.BYTES, 8),
    OF(Form.BYTES, 4),
    OL(Form.BYTES, 4),
    OV(Form.BYTES, 8),
    OW(Form.BYTES, 2),
    PN(Form.WORDS),
    SH(Form.WORDS),
    SL(Form.SIGNED, 4),
    SQ(Form.ITEMS),
    SS(Form.SIGNED, 2),
    ST(Form.PROSE),
    SV(Form.SIGNED, 8),
    TM(Form.TEXT),
    UC(Form.WORDS),
    UI(Form.TEXT),
    UL(Form.UNSIGNED, 4),
    UN(Form.BYTES, 1),
    UR(Form.TEXT),
    US(Form.UNSIGNED, 2),
    UT(Form.PROSE),
    UV(Form.UNSIGNED, 8);

    /** What the bytes of a value are. */
    enum Form {
        /** Characters of the default repertoire. */
        TEXT,
        /** Characters of the specific character set, several values parted by backslashes. */
        WORDS,
        /** One text of the specific character set, in which a backslash is a character. */
        PROSE,
        SIGNED,
        UNSIGNED,
        FLOAT,
        TAGS,
        BYTES,
        ITEMS
    }

    private static final Map<String, Vr> BY_NAME = byName();

    private final Form form;
    private final int width;

    Vr(Form form) {
        this(form, form == Form.TAGS ? 4 : 1);
    }

    Vr(Form form, int width) {
        this.form = form;
        this.width = width;
    }

    private static Map<String, Vr> byName() {
        var all = new HashMap<String, Vr>();
        for (var vr : values()) {
            all.put(vr.name(), vr);
        }
        return Map.copyOf(all);
    }

    static Optional<Vr> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    Form form() {
        return form;
    }

    /** Bytes of one value, where values have a fixed width. */
    int width() {
        return width;
    }

    boolean isText() {
        return form == Form.TEXT || form == Form.WORDS || form == Form.PROSE;
    }

    /** With two unused bytes and a length of 32 bits in explicit form (PS3.5 section 7.1.2). */
    boolean hasLongLength() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
            case AE, AS, AT, CS, DA, DS, DT, FD, FL, IS, LO, LT, PN, SH, SL, SS, ST, TM, UI, UL, US -> false;
        };
    }
}
