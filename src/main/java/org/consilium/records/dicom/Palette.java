package org.consilium.records.dicom;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** A table of colours (PS3.3 section C.7.6.3.1.5), as 0xRRGGBB. */
final class Palette {
    private static final int MOST_BYTES = 1 << 17;

    private final int[] colours;
    private final int first;

    private Palette(int[] colours, int first) {
        this.colours = colours;
        this.first = first;
    }

    static Optional<Palette> of(DicomFile file, DicomFile.Opener opener) throws IOException {
        var dataset = file.dataset();
        if (!(dataset.element(Tag.RedPaletteDescriptor).orElse(null) instanceof Element.Value value)) {
            return Optional.empty();
        }
        var description = ByteBuffer.wrap(value.bytes()).order(dataset.order());
        if (description.limit() < 6) {
            return Optional.empty();
        }
        var count = description.getShort(0) == 0 ? 1 << 16 : description.getShort(0) & 0xFFFF;
        var first = dataset.number(Tag.PixelRepresentation).orElse(0) == 1
                ? description.getShort(2)
                : description.getShort(2) & 0xFFFF;
        var colours = new int[count];
        for (var colour = 0; colour < 3; colour++) {
            var data = ByteBuffer.wrap(FrameBytes.all(file, opener, Tag.RedPaletteData + colour, MOST_BYTES))
                    .order(dataset.order());
            var isWide = data.limit() >= 2 * count;
            var isDeep = description.getShort(4) > 8;
            for (var index = 0; index < count && (isWide ? 2 * index + 1 : index) < data.limit(); index++) {
                var shade = isWide ? data.getShort(2 * index) & 0xFFFF : data.get(index) & 0xFF;
                colours[index] |= (isWide && isDeep ? shade >> 8 : shade & 0xFF) << (16 - 8 * colour);
            }
        }
        return Optional.of(new Palette(colours, first));
    }

    int at(int value) {
        return colours[Math.clamp((long) value - first, 0, colours.length - 1)];
    }
}
