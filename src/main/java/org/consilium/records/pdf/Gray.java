package org.consilium.records.pdf;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Makes pictures ready for text recognition: gray, large enough, upright, with clear contrast. */
final class Gray {
    /** Letters of a page this narrow in pixels are too small to be told apart well. */
    private static final int NARROW = 1_400;

    private static final int LOWEST_SHARE = 100;

    private Gray() {}

    /** A gray copy, enlarged when small, its contrast stretched. */
    static BufferedImage of(BufferedImage picture) {
        var times = picture.getWidth() >= NARROW ? 1 : Math.min(3, NARROW / Math.max(1, picture.getWidth()) + 1);
        var gray = new BufferedImage(
                picture.getWidth() * times, picture.getHeight() * times, BufferedImage.TYPE_BYTE_GRAY);
        var paper = gray.createGraphics();
        paper.setColor(Color.WHITE);
        paper.fillRect(0, 0, gray.getWidth(), gray.getHeight());
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        paper.drawImage(picture, 0, 0, gray.getWidth(), gray.getHeight(), null);
        paper.dispose();
        stretch(gray);
        return gray;
    }

    /** The darkest hundredth becomes black, the brightest white: a photo in poor light becomes readable. */
    private static void stretch(BufferedImage gray) {
        var pixels = pixels(gray);
        var counts = new int[256];
        for (var pixel : pixels) {
            counts[pixel & 0xff]++;
        }
        var dark = 0;
        for (var sum = 0L; dark < 255 && (sum += counts[dark]) * LOWEST_SHARE < pixels.length; ) {
            dark++;
        }
        var bright = 255;
        for (var sum = 0L; bright > dark && (sum += counts[bright]) * LOWEST_SHARE < pixels.length; ) {
            bright--;
        }
        if (bright - dark < 16 || (dark < 24 && bright > 230)) {
            return;
        }
        for (var index = 0; index < pixels.length; index++) {
            pixels[index] = (byte) Math.clamp(((pixels[index] & 0xff) - dark) * 255L / (bright - dark), 0, 255);
        }
    }

    /** True when nothing is on it. */
    static boolean isBlank(BufferedImage gray) {
        var pixels = pixels(gray);
        var dark = 0L;
        for (var pixel : pixels) {
            dark += (pixel & 0xff) < 128 ? 1 : 0;
        }
        return dark * 20_000 < pixels.length || dark == pixels.length;
    }

    /** Turned clockwise by 90, 180 or 270 degrees. */
    static BufferedImage turned(BufferedImage picture, int degrees) {
        return turned(picture, degrees, BufferedImage.TYPE_BYTE_GRAY);
    }

    /** The same, its colours kept. */
    static BufferedImage turnedInColour(BufferedImage picture, int degrees) {
        return turned(picture, degrees, BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage turned(BufferedImage picture, int degrees, int type) {
        if (degrees % 360 == 0) {
            return picture;
        }
        var across = degrees % 180 != 0;
        var width = across ? picture.getHeight() : picture.getWidth();
        var height = across ? picture.getWidth() : picture.getHeight();
        var turned = new BufferedImage(width, height, type);
        var turn = new AffineTransform();
        turn.translate(width / 2.0, height / 2.0);
        turn.quadrantRotate(degrees / 90);
        turn.translate(-picture.getWidth() / 2.0, -picture.getHeight() / 2.0);
        var paper = turned.createGraphics();
        paper.drawImage(picture, turn, null);
        paper.dispose();
        return turned;
    }

    /** As a portable gray map, which needs no packing. */
    static void write(BufferedImage picture, OutputStream out) throws IOException {
        var gray = picture.getType() == BufferedImage.TYPE_BYTE_GRAY ? picture : of(picture);
        out.write(("P5\n" + gray.getWidth() + " " + gray.getHeight() + "\n255\n").getBytes(StandardCharsets.US_ASCII));
        out.write(pixels(gray));
    }

    private static byte[] pixels(BufferedImage gray) {
        return ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
    }
}
