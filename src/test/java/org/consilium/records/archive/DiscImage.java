package org.consilium.records.archive;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the image of a CD with files in its outermost folder and in one folder {@code DATA} (ECMA-119). */
final class DiscImage {
    private static final int SECTOR = 2048;
    private static final int ROOT = 20;
    private static final int DATA = 21;
    private static final int FILES = 24;

    private final ByteBuffer image = ByteBuffer.allocate(400 * SECTOR).order(ByteOrder.LITTLE_ENDIAN);
    private final boolean joliet;
    private int next = FILES;

    private DiscImage(boolean joliet) {
        this.joliet = joliet;
    }

    static byte[] of(boolean joliet, Map<String, byte[]> files) {
        var disc = new DiscImage(joliet);
        disc.descriptor(16, 1);
        disc.descriptor(17, joliet ? 2 : 255);
        disc.descriptor(18, 255);
        var root = new ArrayList<byte[]>(disc.selfAndParent(ROOT));
        var data = new ArrayList<byte[]>(disc.selfAndParent(DATA));
        root.add(disc.record("DATA", DATA, SECTOR, 2));
        for (var file : new TreeMap<>(files).entrySet()) {
            var inData = file.getKey().startsWith("DATA/");
            (inData ? data : root).add(disc.file(file.getKey().replace("DATA/", ""), file.getValue()));
        }
        disc.folder(ROOT, root);
        disc.folder(DATA, data);
        var bytes = new byte[disc.next * SECTOR];
        disc.image.get(0, bytes);
        return bytes;
    }

    /** Makes the folder inside point to the outermost one. */
    static byte[] loop(byte[] image) {
        var bytes = ByteBuffer.wrap(image.clone()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(ROOT * SECTOR + 68 + 2, ROOT);
        return bytes.array();
    }

    /** Makes the first record of the outermost folder shorter than any can be. */
    static byte[] broken(byte[] image) {
        var bytes = image.clone();
        bytes[ROOT * SECTOR + 68] = 5;
        return bytes;
    }

    private void descriptor(int sector, int type) {
        var at = sector * SECTOR;
        image.put(at, (byte) type);
        image.put(at + 1, "CD001\1".getBytes(StandardCharsets.US_ASCII));
        if (type == 2) {
            image.put(at + 88, "%/E".getBytes(StandardCharsets.US_ASCII));
        }
        image.putShort(at + 128, (short) SECTOR);
        image.put(at + 156, record("\0", ROOT, SECTOR, 2));
    }

    private List<byte[]> selfAndParent(int sector) {
        return List.of(special(0, sector), special(1, ROOT));
    }

    private static byte[] special(int name, int sector) {
        return record(new byte[] {(byte) name}, sector, SECTOR, 2);
    }

    private byte[] file(String name, byte[] content) {
        var sector = next;
        image.put(sector * SECTOR, content);
        next += content.length / SECTOR + 1;
        return record(name + ";1", sector, content.length, 0);
    }

    private byte[] record(String name, int sector, int length, int flags) {
        Charset letters = joliet ? StandardCharsets.UTF_16BE : StandardCharsets.US_ASCII;
        return record(name.equals("\0") ? new byte[1] : name.getBytes(letters), sector, length, flags);
    }

    private static byte[] record(byte[] name, int sector, int length, int flags) {
        var size = 33 + name.length + (name.length % 2 == 0 ? 1 : 0);
        var record = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        record.put(0, (byte) size);
        record.putInt(2, sector);
        record.putInt(10, length);
        record.put(25, (byte) flags);
        record.put(32, (byte) name.length);
        record.put(33, name);
        return record.array();
    }

    private void folder(int sector, List<byte[]> records) {
        var at = sector * SECTOR;
        for (var record : records) {
            image.put(at, record);
            at += record.length;
        }
    }
}
