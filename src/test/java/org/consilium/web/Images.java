package org.consilium.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A made-up medical image of 16 by 16 points, explicit little endian. */
final class Images {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Images() {}

    static byte[] grey(boolean withPixels) {
        var image = new Images();
        image.out.writeBytes(new byte[128]);
        image.out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        image.text(0x0002, 0x0010, "UI", "1.2.840.10008.1.2.1\0");
        image.text(0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.7\0");
        image.text(0x0008, 0x0018, "UI", withPixels ? "1.2.3.4.1" : "1.2.3.4.2");
        image.text(0x0008, 0x0020, "DA", "20260304");
        image.text(0x0008, 0x0060, "CS", "CT");
        image.text(0x0020, 0x000D, "UI", "1.2.3.4\0");
        image.text(0x0020, 0x000E, "UI", "1.2.3.4.9\0");
        image.number(0x0028, 0x0002, 1);
        image.text(0x0028, 0x0004, "CS", "MONOCHROME2 ");
        image.number(0x0028, 0x0010, 16);
        image.number(0x0028, 0x0011, 16);
        image.number(0x0028, 0x0100, 8);
        image.number(0x0028, 0x0101, 8);
        image.number(0x0028, 0x0102, 7);
        image.number(0x0028, 0x0103, 0);
        if (withPixels) {
            image.tag(0x7FE0, 0x0010, "OB");
            image.two(0);
            image.two(256);
            image.two(0);
            for (var point = 0; point < 256; point++) {
                image.out.write(point);
            }
        }
        return image.out.toByteArray();
    }

    private void text(int group, int element, String vr, String value) {
        tag(group, element, vr);
        var bytes = (value.length() % 2 == 0 ? value : value + (vr.equals("UI") ? "\0" : " "))
                .getBytes(StandardCharsets.US_ASCII);
        two(bytes.length);
        out.writeBytes(bytes);
    }

    private void number(int group, int element, int value) {
        tag(group, element, "US");
        two(2);
        two(value);
    }

    private void tag(int group, int element, String vr) {
        two(group);
        two(element);
        out.writeBytes(vr.getBytes(StandardCharsets.US_ASCII));
    }

    private void two(int value) {
        out.write(value);
        out.write(value >> 8);
    }
}
