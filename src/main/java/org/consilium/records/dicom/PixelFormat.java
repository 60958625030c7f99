package org.consilium.records.dicom;

import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How the points of a picture are stored (PS3.3 section C.7.6.3).
 *
 * @param samples values for each point: 1 for grey and palettes, 3 for colours
 * @param planar all of the first value, then all of the second, then all of the third
 */
record PixelFormat(
        int rows,
        int columns,
        int frames,
        int samples,
        String photometric,
        boolean planar,
        int allocated,
        int stored,
        int highBit,
        boolean signed,
        ByteOrder order) {
    /** Larger frames are not drawn. */
    static final long LARGEST_FRAME = 96L << 20;

    /** Empty when the picture is stored in a way that is not drawn here. */
    static Optional<PixelFormat> of(Dataset dataset) {
        var allocated = dataset.number(Tag.BitsAllocated).orElse(0);
        var stored = dataset.number(Tag.BitsStored).orElse(allocated);
        var format = new PixelFormat(
                dataset.number(Tag.Rows).orElse(0),
                dataset.number(Tag.Columns).orElse(0),
                Math.max(1, dataset.number(Tag.NumberOfFrames).orElse(1)),
                dataset.number(Tag.SamplesPerPixel).orElse(1),
                dataset.first(Tag.PhotometricInterpretation).orElse("MONOCHROME2"),
                dataset.number(Tag.PlanarConfiguration).orElse(0) == 1,
                allocated,
                stored,
                dataset.number(Tag.HighBit).orElse(stored - 1),
                dataset.number(Tag.PixelRepresentation).orElse(0) == 1,
                dataset.order());
        return format.isDrawable() ? Optional.of(format) : Optional.empty();
    }

    private boolean isDrawable() {
        return rows > 0
                && columns > 0
                && (samples == 1 || samples == 3)
                && (allocated == 8 || allocated == 16)
                && stored > 0
                && stored <= allocated
                && highBit >= stored - 1
                && highBit < allocated
                && frameBytes() <= LARGEST_FRAME;
    }

    boolean isGrey() {
        return samples == 1 && photometric.startsWith("MONOCHROME");
    }

    boolean isPalette() {
        return samples == 1 && photometric.equals("PALETTE COLOR");
    }

    /** Two points share their colour. */
    boolean isHalved() {
        return samples == 3 && photometric.equals("YBR_FULL_422");
    }

    long frameBytes() {
        var points = (long) rows * columns;
        return (isHalved() ? points * 2 : points * samples) * (allocated / 8);
    }

    int middle() {
        return frames / 2;
    }

    /** The same, as it is after decompression: point by point, little endian. */
    PixelFormat unpacked() {
        return new PixelFormat(
                rows,
                columns,
                frames,
                samples,
                photometric,
                true,
                allocated,
                stored,
                highBit,
                signed,
                ByteOrder.LITTLE_ENDIAN);
    }
}
