package org.consilium.records.dicom;

import java.util.Optional;

/** From stored values to shades of grey: rescaled, and seen through a window (PS3.3 sections C.11.1 and C.11.2). */
final class Shades {
    private static final int SHARED_GROUPS = 0x52009229;
    private static final int FRAME_WINDOW = 0x00289132;
    private static final int FRAME_RESCALE = 0x00289145;
    private static final int PIXEL_PADDING = 0x00280120;

    /**
     * What the file states.
     *
     * @param padding a value that is no part of the picture
     */
    record Stated(
            double slope,
            double intercept,
            Optional<Double> center,
            Optional<Double> width,
            boolean inverted,
            Optional<Integer> padding) {
        static Stated of(Dataset dataset, String photometric) {
            var shared = dataset.item(SHARED_GROUPS);
            var window = shared.flatMap(groups -> groups.item(FRAME_WINDOW)).orElse(dataset);
            var rescale = shared.flatMap(groups -> groups.item(FRAME_RESCALE)).orElse(dataset);
            return new Stated(
                    rescale.decimal(Tag.RescaleSlope)
                            .filter(slope -> slope != 0)
                            .orElse(1.0),
                    rescale.decimal(Tag.RescaleIntercept).orElse(0.0),
                    window.decimal(Tag.WindowCenter),
                    window.decimal(Tag.WindowWidth).filter(width -> width >= 1),
                    photometric.equals("MONOCHROME1"),
                    dataset.number(PIXEL_PADDING));
        }
    }

    private final Stated stated;
    private final double center;
    private final double width;

    private Shades(Stated stated, double center, double width) {
        this.stated = stated;
        this.center = center;
        this.width = width;
    }

    /** Without a stated window all values from the smallest to the largest are shown. */
    static Shades of(Stated stated, Optional<double[]> range) {
        var center = stated.center();
        var width = stated.width();
        if (center.isPresent() && width.isPresent()) {
            return new Shades(stated, center.get(), width.get());
        }
        var ends = range.orElse(new double[] {0, 1});
        var low = Math.min(rescaled(stated, ends[0]), rescaled(stated, ends[1]));
        var high = Math.max(rescaled(stated, ends[0]), rescaled(stated, ends[1]));
        return new Shades(stated, (low + high + 1) / 2, high - low + 1);
    }

    private static double rescaled(Stated stated, double value) {
        return value * stated.slope() + stated.intercept();
    }

    /** From 0, black, to 255, white. */
    int of(long value) {
        var offset = rescaled(stated, (double) value) - (center - 0.5);
        var share = width <= 1 ? (offset > 0 ? 1 : 0) : offset / (width - 1) + 0.5;
        var shade = Math.clamp(Math.round(share * 255), 0, 255);
        return stated.inverted() ? 255 - shade : shade;
    }
}
