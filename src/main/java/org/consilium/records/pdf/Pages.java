package org.consilium.records.pdf;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.consilium.prose.Line;
import org.consilium.records.pdf.Budget.Outcome;

/** Single pages of a PDF or a picture file, to look at beside what was read in them. Never fails on bad content. */
public final class Pages {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final float SHARP = 150;
    private static final double MOST_PIXELS = 2_400_000;
    private static final Pattern PLACE = Pattern.compile("page (\\d{1,6})(?:, .*)?");

    /** Drawing a page takes a core and memory: no more than this many at a time. */
    private static final Semaphore PLACES = new Semaphore(2);

    private Pages() {}

    /** The page that a place such as {@code page 2, line 14} names; 1 when it names none. */
    public static int number(String place) {
        var page = PLACE.matcher(place);
        return page.matches() ? Integer.parseInt(page.group(1)) : 1;
    }

    /** The words of one page of a PDF; empty when it has none. */
    public static Optional<String> text(byte[] pdf, int number) {
        var budget = new Budget(TIME);
        return within(budget, () -> {
                    try (var file = PdfFile.open(pdf, budget)) {
                        return file.page(number).stream().map(Line::text).collect(Collectors.joining("\n"));
                    }
                })
                .filter(text -> !text.isBlank());
    }

    /** A picture of one page of a PDF as PNG, of at most 2.4 million pixels; empty when there is no such page. */
    public static Optional<byte[]> ofPdf(byte[] pdf, int number) {
        var budget = new Budget(TIME);
        return within(budget, () -> {
                    try (var file = PdfFile.open(pdf, budget)) {
                        return file.picture(number, SHARP, MOST_PIXELS)
                                .map(Pages::png)
                                .orElse(new byte[0]);
                    }
                })
                .filter(png -> png.length > 0);
    }

    /** A picture, or one page of a TIFF, as PNG, upright and of at most 2.4 million pixels; empty when it cannot be drawn. */
    public static Optional<byte[]> ofPicture(byte[] picture, int number) {
        return within(new Budget(TIME), () -> {
                    var opened = PictureFile.open(picture);
                    if (opened.isEmpty()) {
                        return new byte[0];
                    }
                    try (var file = opened.get()) {
                        return number < 1 || number > file.pages()
                                ? new byte[0]
                                : png(smaller(file.page(number - 1, PictureFile.MOST_PIXELS)));
                    }
                })
                .filter(png -> png.length > 0);
    }

    private static <T> Optional<T> within(Budget budget, Callable<T> work) {
        try {
            if (!PLACES.tryAcquire(TIME.toSeconds(), TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            budget.allow(TIME);
            return budget.run(work) instanceof Outcome.Done<T> done ? Optional.of(done.result()) : Optional.empty();
        } finally {
            PLACES.release();
        }
    }

    private static BufferedImage smaller(BufferedImage picture) {
        var scale = Math.min(1, Math.sqrt(MOST_PIXELS / ((double) picture.getWidth() * picture.getHeight())));
        var width = (int) Math.max(1, picture.getWidth() * scale);
        var height = (int) Math.max(1, picture.getHeight() * scale);
        var smaller = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var paper = smaller.createGraphics();
        paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        paper.drawImage(picture, 0, 0, width, height, java.awt.Color.WHITE, null);
        paper.dispose();
        return smaller;
    }

    private static byte[] png(BufferedImage picture) {
        try {
            var out = new ByteArrayOutputStream(1 << 18);
            return ImageIO.write(picture, "png", out) ? out.toByteArray() : new byte[0];
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
    }
}
