package org.consilium.records.dicom;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Draws one frame, made smaller by leaving out points. */
final class Painter {
    static final int LARGEST_SIDE = 1024;

    private final PixelFormat format;
    private final ByteBuffer bytes;
    private final int step;
    private final BufferedImage image;

    private Painter(PixelFormat format, byte[] frame) {
        this.format = format;
        this.bytes = ByteBuffer.wrap(frame).order(format.order());
        this.step = Math.max(1, Math.ceilDiv(Math.max(format.rows(), format.columns()), LARGEST_SIDE));
        this.image = new BufferedImage(
                Math.ceilDiv(format.columns(), step), Math.ceilDiv(format.rows(), step), BufferedImage.TYPE_INT_RGB);
    }

    /** What colour a point has, as 0xRRGGBB. */
    @FunctionalInterface
    private interface Colour {
        int at(int row, int column);
    }

    static BufferedImage grey(PixelFormat format, byte[] frame, Shades.Stated stated) {
        var painter = new Painter(format, frame);
        var shades = Shades.of(stated, painter.range(stated.padding()));
        return painter.draw((row, column) -> shades.of(painter.value(row * format.columns() + column)) * 0x010101);
    }

    static BufferedImage palette(PixelFormat format, byte[] frame, Palette palette) {
        var painter = new Painter(format, frame);
        return painter.draw((row, column) -> palette.at((int) painter.value(row * format.columns() + column)));
    }

    static BufferedImage colours(PixelFormat format, byte[] frame) {
        var painter = new Painter(format, frame);
        var mixed = format.photometric().startsWith("YBR_FULL");
        return painter.draw((row, column) -> {
            var point = row * format.columns() + column;
            var first = painter.sample(point, 0);
            var second = painter.sample(point, 1);
            var third = painter.sample(point, 2);
            return mixed ? fromYbr(first, second, third) : first << 16 | second << 8 | third;
        });
    }

    private BufferedImage draw(Colour colour) {
        for (var y = 0; y < image.getHeight(); y++) {
            for (var x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, colour.at(y * step, x * step));
            }
        }
        return image;
    }

    /** Smallest and largest value drawn; empty when there is none. */
    private Optional<double[]> range(Optional<Integer> padding) {
        var smallest = Double.MAX_VALUE;
        var largest = -Double.MAX_VALUE;
        for (var row = 0; row < format.rows(); row += step) {
            for (var column = 0; column < format.columns(); column += step) {
                var value = value(row * format.columns() + column);
                if (padding.isEmpty() || padding.get() != value) {
                    smallest = Math.min(smallest, (double) value);
                    largest = Math.max(largest, (double) value);
                }
            }
        }
        return smallest <= largest ? Optional.of(new double[] {smallest, largest}) : Optional.empty();
    }

    /** The stored value of a point; 0 where the file is cut. */
    private long value(int point) {
        var raw = raw(point);
        var shifted = raw >> (format.highBit() + 1 - format.stored());
        var mask = (1L << format.stored()) - 1;
        var value = shifted & mask;
        return format.signed() && value > mask >> 1 ? value - mask - 1 : value;
    }

    private int raw(int index) {
        if (format.allocated() == 8) {
            return index < bytes.limit() ? bytes.get(index) & 0xFF : 0;
        }
        return 2L * index + 1 < bytes.limit() ? bytes.getShort(2 * index) & 0xFFFF : 0;
    }

    /** One of the three values of a point, as eight bits. */
    private int sample(int point, int which) {
        int index;
        if (format.isHalved() && !format.planar()) {
            index = point / 2 * 4 + (which == 0 ? point % 2 : which + 1);
        } else if (format.planar()) {
            index = which * format.rows() * format.columns() + point;
        } else {
            index = 3 * point + which;
        }
        var raw = raw(index);
        return format.stored() > 8 ? raw >> (format.stored() - 8) & 0xFF : raw & 0xFF;
    }

    /** PS3.3 section C.7.6.3.1.2. */
    private static int fromYbr(int luminance, int blue, int red) {
        var r = luminance + 1.402 * (red - 128);
        var g = luminance - 0.344136 * (blue - 128) - 0.714136 * (red - 128);
        var b = luminance + 1.772 * (blue - 128);
        return eight(r) << 16 | eight(g) << 8 | eight(b);
    }

    private static int eight(double value) {
        return Math.clamp(Math.round(value), 0, 255);
    }
}
