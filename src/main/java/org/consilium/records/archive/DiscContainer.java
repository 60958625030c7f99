package org.consilium.records.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/**
 * The image of a CD (ECMA-119, which is ISO 9660) with the long names of its Joliet volume when it has one. Names of other
 * extensions and discs with UDF alone are not read.
 */
final class DiscContainer implements Container {
    private static final int SECTOR = 2048;
    private static final int FIRST_DESCRIPTOR = 16;
    private static final int MOST_DESCRIPTORS = 32;
    private static final int LEAST_RECORD = 34;
    private static final int DEEPEST = 32;
    private static final int MOST_FILES = 500_000;
    private static final long LARGEST_FOLDER = 32 << 20;
    private static final int FOLDER = 2;
    private static final int GOES_ON = 128;

    /** Where a run of bytes lies in the image. */
    private record Run(long from, long length) {}

    private record Folder(String path, Run run, int depth) {}

    private record Found(String path, List<Run> runs) {}

    private final Window window;
    private final int block;
    private final Charset letters;
    private final Deque<Found> files = new ArrayDeque<>();
    private final Set<Long> seen = new HashSet<>();
    private Setting setting = Setting.UNKNOWN;
    private boolean cut;

    private DiscContainer(Window window, int block, Charset letters) {
        this.window = window;
        this.block = block;
        this.letters = letters;
    }

    /** By the mark of the first volume descriptor, 32 KiB into the image. Leaves the channel at its beginning. */
    static boolean isDisc(SeekableByteChannel channel) throws IOException {
        var mark = ByteBuffer.allocate(6);
        if (channel.size() < (FIRST_DESCRIPTOR + 1L) * SECTOR) {
            return false;
        }
        channel.position((long) FIRST_DESCRIPTOR * SECTOR);
        while (mark.hasRemaining() && channel.read(mark) >= 0) {
            // six bytes
        }
        channel.position(0);
        return new String(mark.array(), 1, 5, StandardCharsets.ISO_8859_1).equals("CD001");
    }

    static DiscContainer of(Window window) throws IOException {
        ByteBuffer chosen = null;
        var joliet = false;
        for (var number = 0; number < MOST_DESCRIPTORS && !joliet; number++) {
            var at = (long) (FIRST_DESCRIPTOR + number) * SECTOR;
            if (at + SECTOR > window.size()) {
                break;
            }
            var descriptor = copy(window.at(at, SECTOR), SECTOR);
            var type = descriptor.get(0) & 0xff;
            if (type == 255
                    || !text(descriptor, 1, 5, StandardCharsets.ISO_8859_1).equals("CD001")) {
                break;
            }
            joliet = type == 2
                    && text(descriptor, 88, 3, StandardCharsets.ISO_8859_1).matches("%/[@CE]");
            if (joliet || (type == 1 && chosen == null)) {
                chosen = descriptor;
            }
        }
        if (chosen == null) {
            throw new IOException("no volume descriptor");
        }
        var block = chosen.getShort(128) & 0xffff;
        if (block != SECTOR && block != SECTOR / 2 && block != SECTOR / 4) {
            throw new IOException("no such block size");
        }
        var disc = new DiscContainer(window, block, joliet ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
        disc.walk(disc.run(chosen, 156));
        return disc;
    }

    /** Every folder once, so that a folder that holds itself ends. */
    private void walk(Run root) {
        var survey = new Setting.Survey();
        var waiting = new ArrayDeque<Folder>();
        waiting.add(new Folder("", root, 0));
        while (!waiting.isEmpty() && files.size() < MOST_FILES) {
            var folder = waiting.poll();
            if (folder.depth() > DEEPEST || !seen.add(folder.run().from())) {
                continue;
            }
            try {
                list(folder, waiting, survey);
            } catch (IOException endsHere) {
                cut = true;
            }
        }
        setting = survey.done();
    }

    private void list(Folder folder, Deque<Folder> waiting, Setting.Survey survey) throws IOException {
        var end = folder.run().from() + Math.min(folder.run().length(), LARGEST_FOLDER);
        var runs = new ArrayList<Run>();
        var at = folder.run().from();
        while (at < end && files.size() < MOST_FILES) {
            var length = window.at(at, 1).get(0) & 0xff;
            if (length == 0) {
                at = (at / SECTOR + 1) * SECTOR;
                continue;
            }
            if (length < LEAST_RECORD) {
                throw new IOException("a directory record is too short");
            }
            var entry = copy(window.at(at, length), length);
            at += length;
            var size = entry.get(32) & 0xff;
            if (33 + size > length) {
                throw new IOException("a name is longer than its record");
            }
            if (size == 1 && entry.get(33) <= 1) {
                continue;
            }
            var path = folder.path() + name(text(entry, 33, size, letters));
            var flags = entry.get(25) & 0xff;
            if ((flags & FOLDER) != 0) {
                waiting.add(new Folder(path + "/", run(entry, 0), folder.depth() + 1));
                continue;
            }
            runs.add(run(entry, 0));
            if ((flags & GOES_ON) == 0) {
                survey.add(path);
                files.add(new Found(path, List.copyOf(runs)));
                runs.clear();
            }
        }
    }

    /** From a directory record: where its bytes are, behind its extended attributes. */
    private Run run(ByteBuffer entry, int at) {
        var extended = entry.get(at + 1) & 0xff;
        var from = Integer.toUnsignedLong(entry.getInt(at + 2)) + extended;
        return new Run(from * block, Integer.toUnsignedLong(entry.getInt(at + 10)));
    }

    /** Without the version at its end and the point of a name without ending. */
    private static String name(String written) {
        return written.replaceFirst(";\\d*$", "").replaceFirst("\\.$", "").replace('/', '_');
    }

    private static ByteBuffer copy(ByteBuffer bytes, int count) {
        var copy = new byte[count];
        bytes.get(copy);
        return ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String text(ByteBuffer bytes, int from, int count, Charset letters) {
        var copy = new byte[count];
        bytes.get(from, copy);
        return new String(copy, letters);
    }

    @Override
    public Setting setting() {
        return setting;
    }

    @Override
    public boolean isCut() {
        return cut;
    }

    @Override
    public @Nullable Packed next() {
        var file = files.poll();
        if (file == null) {
            return null;
        }
        var length = file.runs().stream().mapToLong(Run::length).sum();
        if (file.runs().stream().anyMatch(run -> run.from() + run.length() > window.size())) {
            return Packed.obstructed(file.path(), Message.of("archive.cut-file"));
        }
        return new Packed(file.path(), true, null, () -> open(file.runs()), () -> length);
    }

    private InputStream open(List<Run> runs) {
        return new SequenceInputStream(Collections.enumeration(runs.stream()
                .map(run -> window.slice(run.from(), run.from() + run.length()))
                .toList()));
    }

    @Override
    public void close() {
        // the channel belongs to the caller
    }
}
