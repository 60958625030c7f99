package org.consilium.records.dicom;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** One small file of each way DICOM is written, to be damaged. */
public final class Seeds {
    private static final String ROOT = "1.2.826.0.1.3680043.2.9";

    private Seeds() {}

    public static List<byte[]> all() {
        return List.of(
                slice(TransferSyntax.EXPLICIT.uid(), true),
                slice(TransferSyntax.IMPLICIT.uid(), false),
                slice("1.2.840.10008.1.2.2", false),
                slice("1.2.840.10008.1.2.1.99", true),
                Samples.slice(Written.explicit(), ROOT, 2, 1)
                        .fragments(
                                List.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xd9}, new byte[8]))
                        .file("1.2.840.10008.1.2.4.50"),
                report(),
                enclosed());
    }

    private static byte[] slice(String syntaxUid, boolean undefinedLengths) {
        var writer = new Written(TransferSyntax.of(syntaxUid), undefinedLengths);
        var item = writer.inner().text(Tag.CodeValue, Vr.SH, "T-28000").text(Tag.CodeMeaning, Vr.LO, "Lung");
        var private1 = writer.inner().element(0x00091001, Vr.UN, new byte[] {1, 2, 3, 4});
        Samples.slice(writer, ROOT, 1, 1)
                .sequence(Tag.ConceptNameCodeSequence, List.of(item, private1))
                .text(Tag.PatientName, Vr.PN, "Yamada^Tarou=\033$B;3ED\033(B", StandardCharsets.ISO_8859_1);
        return Samples.pixels(writer).file(syntaxUid);
    }

    private static byte[] report() {
        var writer = new Written(TransferSyntax.EXPLICIT, true);
        var name = writer.inner().text(Tag.CodeMeaning, Vr.LO, "Finding");
        var text = writer.inner()
                .text(Tag.ValueType, Vr.CS, "TEXT")
                .sequence(Tag.ConceptNameCodeSequence, List.of(name))
                .text(Tag.TextValue, Vr.UT, "A nodule of 8 mm. No effusion.");
        return Samples.slice(writer, ROOT, 3, 1)
                .text(Tag.SOPClassUID, Vr.UI, "1.2.840.10008.5.1.4.1.1.88.11")
                .text(Tag.Modality, Vr.CS, "SR")
                .text(Tag.ValueType, Vr.CS, "CONTAINER")
                .sequence(Tag.ContentSequence, List.of(text))
                .file();
    }

    private static byte[] enclosed() {
        var letter = "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>Letter</title></ClinicalDocument>";
        return Samples.slice(Written.explicit(), ROOT, 4, 1)
                .text(Tag.SOPClassUID, Vr.UI, "1.2.840.10008.5.1.4.1.1.104.2")
                .text(Tag.MIMETypeOfEncapsulatedDocument, Vr.LO, "text/XML")
                .element(Tag.EncapsulatedDocument, Vr.OB, (letter + " ").getBytes(StandardCharsets.UTF_8))
                .file();
    }
}
