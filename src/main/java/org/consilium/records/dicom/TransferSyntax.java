package org.consilium.records.dicom;

import java.util.Set;

/**
 * How a data set is written (PS3.5 section 10, PS3.6 annex A).
 *
 * @param explicit each element states its value representation
 */
record TransferSyntax(String uid, boolean explicit, boolean bigEndian, boolean deflated) {
    static final TransferSyntax IMPLICIT = new TransferSyntax("1.2.840.10008.1.2", false, false, false);
    static final TransferSyntax EXPLICIT = new TransferSyntax("1.2.840.10008.1.2.1", true, false, false);
    static final TransferSyntax BIG_ENDIAN = new TransferSyntax("1.2.840.10008.1.2.2", true, true, false);

    static final String RLE = "1.2.840.10008.1.2.5";
    static final String JPEG_BASELINE = "1.2.840.10008.1.2.4.50";
    static final String JPEG_EXTENDED = "1.2.840.10008.1.2.4.51";

    private static final String ENCAPSULATED = "1.2.840.10008.1.2.4.";
    private static final Set<String> DEFLATED = Set.of("1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.95");

    /** A vendor's syntax that differs from implicit little endian only in its pixels. */
    private static final String VENDOR_IMPLICIT = "1.2.840.113619.5.2";

    /** Every syntax of the standard but two is written in explicit little endian; so is taken an unknown one. */
    static TransferSyntax of(String uid) {
        if (uid.equals(IMPLICIT.uid) || uid.equals(VENDOR_IMPLICIT)) {
            return IMPLICIT.called(uid);
        }
        if (uid.equals(BIG_ENDIAN.uid)) {
            return BIG_ENDIAN;
        }
        return new TransferSyntax(uid, true, false, DEFLATED.contains(uid));
    }

    /** Written like this one, under the name the file gives. */
    TransferSyntax called(String name) {
        return new TransferSyntax(name, explicit, bigEndian, deflated);
    }

    boolean isCompressed() {
        return uid.startsWith(ENCAPSULATED) || uid.equals(RLE);
    }
}
