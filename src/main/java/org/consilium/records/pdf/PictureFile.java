package org.consilium.records.pdf;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** One opened picture file, which may have several pages (TIFF), read with bounded pixels. */
final class PictureFile implements AutoCloseable {
    /** What a picture may have after it was made smaller while it was read. */
    static final long MOST_PIXELS = 24_000_000;

    /** More than this is no scan and no photo. */
    static final long LARGEST = 4_000_000_000L;

    private static final long LARGEST_OF_A_PHONE = 64 << 20;

    private final ImageInputStream in;
    private final ImageReader reader;
    private final int orientation;

    private PictureFile(ImageInputStream in, ImageReader reader, int orientation) {
        this.in = in;
        this.reader = reader;
        this.orientation = orientation;
    }

    /** Empty when no reader for its form is at hand. */
    static Optional<PictureFile> open(Path path) throws IOException {
        byte[] head;
        try (var bytes = Files.newInputStream(path)) {
            head = bytes.readNBytes(12);
        }
        if (PhonePicture.is(head)) {
            return Files.size(path) > LARGEST_OF_A_PHONE ? Optional.empty() : open(Files.readAllBytes(path));
        }
        var in = ImageIO.createImageInputStream(path.toFile());
        if (in == null) {
            throw new IOException("the file cannot be opened");
        }
        return open(in, Exif.turn(path));
    }

    /** The same for bytes in memory. */
    static Optional<PictureFile> open(byte[] bytes) throws IOException {
        if (PhonePicture.is(bytes)) {
            var png = PhonePicture.png(bytes);
            return png.isEmpty()
                    ? Optional.empty()
                    : open(new MemoryCacheImageInputStream(new ByteArrayInputStream(png.get())), 0);
        }
        return open(
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)), Exif.turn(ByteBuffer.wrap(bytes)));
    }

    private static Optional<PictureFile> open(ImageInputStream in, int turn) throws IOException {
        var readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            in.close();
            return Optional.empty();
        }
        var reader = readers.next();
        reader.setInput(in);
        return Optional.of(new PictureFile(in, reader, turn));
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }

    int pages() throws IOException {
        return Math.max(1, reader.getNumImages(true));
    }

    boolean isTooLarge(int page) throws IOException {
        return (long) reader.getWidth(page) * reader.getHeight(page) > LARGEST;
    }

    /** @param page from 0 */
    BufferedImage page(int page, long mostPixels) throws IOException {
        var pixels = (long) reader.getWidth(page) * reader.getHeight(page);
        if (pixels > LARGEST) {
            throw new IOException("too many pixels");
        }
        var settings = reader.getDefaultReadParam();
        var step = (int) Math.ceil(Math.sqrt((double) pixels / mostPixels));
        if (step > 1) {
            settings.setSourceSubsampling(step, step, 0, 0);
        }
        var picture = reader.read(page, settings);
        return orientation == 0 ? picture : Gray.turnedInColour(picture, orientation);
    }
}
