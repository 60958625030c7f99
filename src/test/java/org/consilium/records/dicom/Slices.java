package org.consilium.records.dicom;

/** Slices of scans, for measuring. */
public final class Slices {
    private Slices() {}

    /** A file of one slice of 512 by 512 points, half a megabyte. */
    public static byte[] file(int series, int number) {
        var pixels = new byte[512 * 512 * 2];
        for (var at = 0; at < pixels.length; at++) {
            pixels[at] = (byte) (at * 31 + number);
        }
        return Samples.slice(Written.explicit(), "1.2.826.0.1.3680043.2.1", series, number)
                .shorts(Tag.SamplesPerPixel, 1)
                .text(Tag.PhotometricInterpretation, Vr.CS, "MONOCHROME2")
                .shorts(Tag.Rows, 512)
                .shorts(Tag.Columns, 512)
                .shorts(Tag.BitsAllocated, 16)
                .shorts(Tag.BitsStored, 16)
                .shorts(Tag.HighBit, 15)
                .shorts(Tag.PixelRepresentation, 0)
                .element(Tag.PixelData, Vr.OW, pixels)
                .file();
    }

    /** A file of one slice of four by four points. */
    public static byte[] small(int series, int number) {
        return Samples.pixels(Samples.slice(Written.explicit(), "1.2.826.0.1.3680043.2.1", series, number))
                .file();
    }
}
