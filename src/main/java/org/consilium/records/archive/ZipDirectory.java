package org.consilium.records.archive;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The list of files at the end of a ZIP file (APPNOTE.TXT 6.3.10 of PKWARE, sections 4.3.12 to 4.3.16), ZIP64 too. It is
 * walked where it lies: the memory it takes is eight bytes for each file.
 */
final class ZipDirectory {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_64 = 0x06064b50;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int END_LENGTH = 22;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_LENGTH = 30;
    private static final int LONGEST_COMMENT = 0xffff;
    /** No more lines than this are looked at. */
    private static final int MOST = 2_000_000;

    private final Window window;
    /** Where the list begins and ends in the file. */
    private final long first;

    private final long end;
    /** What stands before the ZIP file itself, in a file that is two things at once. */
    private final long shift;

    private long next;
    private long[] starts = {};

    private ZipDirectory(Window window, long first, long end, long shift) {
        this.window = window;
        this.first = first;
        this.end = end;
        this.shift = shift;
        this.next = first;
    }

    /** Empty when the file has no such list, or a wrong one. */
    static Optional<ZipDirectory> find(Window window) throws IOException {
        for (var at = window.size() - END_LENGTH;
                at >= Math.max(0, window.size() - END_LENGTH - LONGEST_COMMENT);
                at--) {
            if (window.at(at, 4).getInt(0) == END) {
                var directory = endingAt(window, at);
                if (directory.isPresent()) {
                    return directory;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<ZipDirectory> endingAt(Window window, long at) throws IOException {
        var record = window.at(at, END_LENGTH);
        var disk = unsigned(record.getShort(4));
        var count = (long) unsigned(record.getShort(10));
        var length = unsigned(record.getInt(12));
        var offset = unsigned(record.getInt(16));
        var end = at;
        if (at >= 20 && window.at(at - 20, 4).getInt(0) == LOCATOR_64) {
            var wide = window.at(at - 20, 20).getLong(8);
            for (var place : new long[] {wide, at - 20 - 56}) {
                if (place >= 0 && place + 56 <= at && window.at(place, 4).getInt(0) == END_64) {
                    var record64 = window.at(place, 56);
                    count = record64.getLong(32);
                    length = record64.getLong(40);
                    offset = record64.getLong(48);
                    end = place;
                    break;
                }
            }
        } else if (disk != 0 && disk != 0xffff) {
            return Optional.empty();
        }
        return directory(window, count, length, offset, end);
    }

    private static Optional<ZipDirectory> directory(Window window, long count, long length, long offset, long end)
            throws IOException {
        if (length < 0 || offset < 0 || length > end) {
            return Optional.empty();
        }
        if (count == 0 && length == 0) {
            return Optional.of(new ZipDirectory(window, end, end, 0));
        }
        var first = end - length;
        if (length >= 4 && first >= offset && window.at(first, 4).getInt(0) == CENTRAL) {
            return Optional.of(new ZipDirectory(window, first, end, first - offset));
        }
        if (length >= 4 && offset + length <= end && window.at(offset, 4).getInt(0) == CENTRAL) {
            return Optional.of(new ZipDirectory(window, offset, offset + length, 0));
        }
        return Optional.empty();
    }

    /**
     * One line of the list.
     *
     * @param start where the file's own header begins
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Line(
            byte[] name,
            byte[] extra,
            int flags,
            int method,
            long crc,
            long packed,
            long size,
            int attributes,
            int system,
            long start) {
        boolean isEncrypted() {
            return (flags & 1) != 0 || method == 99;
        }

        /** A link of a Unix system. */
        boolean isLink() {
            return system == 3 && (attributes >>> 28) == 0xA;
        }
    }

    /** Goes through all lines once, so that overlapping files are known, and back to the first. */
    void survey(java.util.function.Consumer<Line> each) throws IOException {
        var all = new long[1024];
        var count = 0;
        for (var line = line(); line != null && count < MOST; line = line()) {
            if (count == all.length) {
                all = Arrays.copyOf(all, count * 2);
            }
            all[count++] = line.start();
            each.accept(line);
        }
        starts = Arrays.copyOf(all, count);
        Arrays.sort(starts);
        next = first;
    }

    /** The next line, or null after the last. */
    @Nullable
    Line line() throws IOException {
        if (next + CENTRAL_LENGTH > end) {
            return null;
        }
        var fixed = window.at(next, CENTRAL_LENGTH);
        if (fixed.getInt(0) != CENTRAL) {
            throw new ZipException("the list of files is damaged");
        }
        var nameLength = unsigned(fixed.getShort(28));
        var extraLength = unsigned(fixed.getShort(30));
        var commentLength = unsigned(fixed.getShort(32));
        var flags = unsigned(fixed.getShort(8));
        var method = unsigned(fixed.getShort(10));
        var crc = unsigned(fixed.getInt(16));
        var packed = unsigned(fixed.getInt(20));
        var size = unsigned(fixed.getInt(24));
        var start = unsigned(fixed.getInt(42));
        var system = fixed.get(5) & 0xff;
        var attributes = fixed.getInt(38);
        var name = bytes(next + CENTRAL_LENGTH, nameLength);
        var extra = bytes(next + CENTRAL_LENGTH + nameLength, extraLength);
        next += (long) CENTRAL_LENGTH + nameLength + extraLength + commentLength;
        var wide = ZipExtra.wide(extra, size, packed, start);
        return new Line(
                name, extra, flags, method, crc, wide.packed(), wide.size(), attributes, system, wide.start() + shift);
    }

    private byte[] bytes(long at, int count) throws IOException {
        var bytes = new byte[count];
        window.at(at, count).get(bytes);
        return bytes;
    }

    /** How many lines name this very start. */
    boolean isShared(Line line) {
        var at = Arrays.binarySearch(starts, line.start());
        return at >= 0
                && ((at > 0 && starts[at - 1] == line.start())
                        || (at + 1 < starts.length && starts[at + 1] == line.start()));
    }

    /** True when the bytes of this file reach into those of another one: no honest program writes that. */
    boolean overlaps(Line line, long from) {
        var at = Arrays.binarySearch(starts, line.start());
        var after = at < 0 ? -at - 1 : at + 1;
        while (after < starts.length && starts[after] == line.start()) {
            after++;
        }
        var limit = after < starts.length ? Math.min(starts[after], first) : first;
        return line.packed() < 0 || from + line.packed() > limit;
    }

    /** Where the bytes of a file begin, after its own header. */
    long dataStart(Line line) throws IOException {
        var header = window.at(line.start(), LOCAL_LENGTH);
        if (header.getInt(0) != LOCAL) {
            throw new ZipException("a file is not where the list says");
        }
        return line.start() + LOCAL_LENGTH + unsigned(header.getShort(26)) + unsigned(header.getShort(28));
    }

    private static int unsigned(short number) {
        return number & 0xffff;
    }

    private static long unsigned(int number) {
        return number & 0xffffffffL;
    }
}
