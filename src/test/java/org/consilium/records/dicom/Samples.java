package org.consilium.records.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.records.Content;
import org.consilium.records.Readers;
import org.consilium.records.Reading;

/** Files for the tests of this package. */
final class Samples {
    static final String CT_CLASS = "1.2.840.10008.5.1.4.1.1.2";

    private Samples() {}

    /** A slice of a scan of the chest. */
    static Written slice(Written writer, String study, int series, int instance) {
        return writer.text(Tag.SpecificCharacterSet, Vr.CS, "ISO_IR 192")
                .text(Tag.SOPClassUID, Vr.UI, CT_CLASS)
                .text(Tag.SOPInstanceUID, Vr.UI, study + "." + series + "." + instance)
                .text(Tag.StudyDate, Vr.DA, "20240305")
                .text(Tag.StudyTime, Vr.TM, "101530.25")
                .text(Tag.Modality, Vr.CS, "CT")
                .text(Tag.StudyDescription, Vr.LO, "CT chest with contrast")
                .text(Tag.PatientName, Vr.PN, "Example^Ana")
                .text(Tag.PatientID, Vr.LO, "4711")
                .text(Tag.PatientBirthDate, Vr.DA, "19700131")
                .text(Tag.PatientSex, Vr.CS, "F")
                .text(Tag.BodyPartExamined, Vr.CS, "CHEST")
                .text(Tag.StudyInstanceUID, Vr.UI, study)
                .text(Tag.SeriesInstanceUID, Vr.UI, study + "." + series);
    }

    /** The picture of {@link #slice}: four by four, 16 bits, from black to white. */
    static Written pixels(Written slice) {
        return slice.shorts(Tag.SamplesPerPixel, 1)
                .text(Tag.PhotometricInterpretation, Vr.CS, "MONOCHROME2")
                .shorts(Tag.Rows, 4)
                .shorts(Tag.Columns, 4)
                .shorts(Tag.BitsAllocated, 16)
                .shorts(Tag.BitsStored, 12)
                .shorts(Tag.HighBit, 11)
                .shorts(Tag.PixelRepresentation, 0)
                .element(Tag.PixelData, Vr.OW, new byte[32]);
    }

    static Reading read(Path folder, String name, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve(name), bytes);
        return Readers.read(new Content(name, name, file));
    }
}
