package org.consilium.records.dicom;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.consilium.language.Message;
import org.consilium.records.Preview;

/**
 * A small picture of the middle frame of a DICOM file: grey and coloured ones that are not compressed, run length coding, and
 * the common JPEG of eight bits.
 */
public final class DicomPreview {
    private DicomPreview() {}

    /**
     * Why there is no picture, as far as what stands before the pixels tells; empty when there may be one.
     *
     * @throws IOException when the bytes cannot be had
     */
    public static Optional<Message> whyNone(Preview.Source source) throws IOException {
        var file = DicomFile.read(source::open);
        return file.isEmpty()
                ? Optional.of(none("nothing").why())
                : whyNone(file.get()).map(Preview.None::why);
    }

    /**
     * Never fails on bad content.
     *
     * @throws IOException when the bytes cannot be had
     */
    public static Preview of(Preview.Source source) throws IOException {
        DicomFile.Opener opener = source::open;
        var file = DicomFile.read(opener);
        if (file.isEmpty()) {
            return none("nothing");
        }
        var format = PixelFormat.of(file.get().dataset());
        var why = whyNone(file.get());
        if (why.isPresent() || format.isEmpty()) {
            return why.orElseGet(() -> none("way"));
        }
        var drawn = drawn(file.get(), opener, format.get());
        return drawn.isEmpty() ? none("way") : new Preview.Shown(jpeg(drawn.get()));
    }

    private static Optional<Preview.None> whyNone(DicomFile file) {
        if (!file.dataset().has(Tag.PixelData)) {
            return Optional.of(none("nothing"));
        }
        var format = PixelFormat.of(file.dataset());
        var isKnown = switch (file.syntax().uid()) {
            case TransferSyntax.RLE, TransferSyntax.JPEG_BASELINE -> isInFragments(file);
            case TransferSyntax.JPEG_EXTENDED ->
                isInFragments(file) && format.map(PixelFormat::stored).orElse(0) <= 8;
            default -> !isInFragments(file) && !file.syntax().isCompressed();
        };
        return isKnown && format.isPresent() ? Optional.empty() : Optional.of(none("way"));
    }

    private static Preview.None none(String word) {
        return new Preview.None(Message.of("dicom.preview." + word));
    }

    private static boolean isInFragments(DicomFile file) {
        return file.dataset().element(Tag.PixelData).orElse(null) instanceof Element.Bulk bulk && bulk.fragments() > 0;
    }

    private static Optional<BufferedImage> drawn(DicomFile file, DicomFile.Opener opener, PixelFormat format)
            throws IOException {
        if (!isInFragments(file)) {
            return painted(file, opener, format, inOrder(file, FrameBytes.plain(file, opener, format), format));
        }
        var frame = FrameBytes.compressed(file, opener, format);
        return file.syntax().uid().equals(TransferSyntax.RLE)
                ? painted(file, opener, format.unpacked(), RunLength.decode(frame, format))
                : fromJpeg(frame, format);
    }

    /** Single bytes in words that are written big end first stand the other way round (PS3.5 section 7.3). */
    private static byte[] inOrder(DicomFile file, byte[] frame, PixelFormat format) {
        var isSwapped = format.allocated() == 8
                && file.syntax().bigEndian()
                && file.dataset().element(Tag.PixelData).map(Element::vr).orElse(Vr.OB) == Vr.OW;
        if (!isSwapped) {
            return frame;
        }
        var swapped = frame.clone();
        for (var index = 0; index + 1 < frame.length; index += 2) {
            swapped[index] = frame[index + 1];
            swapped[index + 1] = frame[index];
        }
        return swapped;
    }

    private static Optional<BufferedImage> painted(
            DicomFile file, DicomFile.Opener opener, PixelFormat format, byte[] frame) throws IOException {
        if (frame.length == 0) {
            return Optional.empty();
        }
        if (format.isGrey()) {
            return Optional.of(Painter.grey(format, frame, Shades.Stated.of(file.dataset(), format.photometric())));
        }
        if (format.isPalette()) {
            return Palette.of(file, opener).map(palette -> Painter.palette(format, frame, palette));
        }
        var isKnown = switch (format.photometric()) {
            case "RGB", "YBR_FULL", "YBR_FULL_422" -> format.samples() == 3;
            default -> false;
        };
        return isKnown ? Optional.of(Painter.colours(format, frame)) : Optional.empty();
    }

    /** Reads one out of so many points that the picture is small. */
    private static Optional<BufferedImage> fromJpeg(byte[] frame, PixelFormat format) {
        var readers = ImageIO.getImageReadersByFormatName("jpeg");
        if (!readers.hasNext() || frame.length == 0) {
            return Optional.empty();
        }
        var reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(frame))) {
            reader.setInput(in, true, true);
            var step =
                    Math.max(1, Math.ceilDiv(Math.max(reader.getWidth(0), reader.getHeight(0)), Painter.LARGEST_SIDE));
            var how = reader.getDefaultReadParam();
            how.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(plain(reader.read(0, how), format.photometric().equals("MONOCHROME1")));
        } catch (IOException | RuntimeException notThisKindOfJpeg) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage plain(BufferedImage found, boolean inverted) {
        var image = new BufferedImage(found.getWidth(), found.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_COLOR_RENDERING, RenderingHints.VALUE_COLOR_RENDER_SPEED);
        graphics.drawImage(found, 0, 0, null);
        graphics.dispose();
        if (inverted) {
            for (var y = 0; y < image.getHeight(); y++) {
                for (var x = 0; x < image.getWidth(); x++) {
                    image.setRGB(x, y, ~image.getRGB(x, y));
                }
            }
        }
        return image;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "jpeg", out);
        }
        return bytes.toByteArray();
    }
}
