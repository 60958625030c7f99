package org.consilium.records.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Parts;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.consilium.records.Unpacking;
import org.jspecify.annotations.Nullable;

/** Reads archives, file by file. */
public final class ArchiveReader {
    private ArchiveReader() {}

    /**
     * Never fails on bad content.
     *
     * @param head the first bytes of the file
     * @return empty when the file is no archive
     * @throws IOException when the bytes of the archive cannot be had
     */
    public static Optional<Reading> read(Content content, byte[] head) throws IOException {
        Optional<Packing> packing;
        try (var channel = Files.newByteChannel(content.path())) {
            packing = Packing.of(head, channel);
        }
        if (packing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(packing.get() == Packing.RAR ? kept(content, "archive.rar") : read(content, packing.get()));
    }

    /** @param head the first bytes of a file */
    public static boolean isArchive(byte[] head) {
        return Packing.of(head).isPresent();
    }

    /** The same, also for the image of a CD, which is told further on. Leaves the channel at its beginning. */
    public static boolean isArchive(byte[] head, SeekableByteChannel channel) throws IOException {
        return Packing.of(head, channel).isPresent();
    }

    /**
     * The bytes of one file in an archive; no other file in a ZIP file is unpacked for it.
     *
     * @param archive stays open
     * @param head the first bytes of the archive
     * @param name what the archive is called
     * @param place the step to the file as {@link Parts} writes it
     * @param most larger files, in bytes, are not given
     * @return empty when the archive has no such file, when it is damaged or when it is larger
     * @throws IOException when the bytes of the archive cannot be had
     */
    public static Optional<byte[]> part(SeekableByteChannel archive, byte[] head, String name, String place, int most)
            throws IOException {
        var packing = Packing.of(head, archive).filter(kind -> kind != Packing.RAR);
        if (packing.isEmpty()) {
            return Optional.empty();
        }
        var names = new Names();
        try (var container = packing.get().open(new Lasting(archive), name)) {
            for (var file = container.next(); file != null; file = container.next()) {
                if (file.plain() && names.next(file.name()).replace("!", "%21").equals(place)) {
                    return file.obstacle() == null ? bytes(file, most) : Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(Packed file, int most) throws IOException {
        try (var bytes = Unpacked.open(file, Unpacking.in(null))) {
            var read = bytes.readNBytes(most + 1);
            return read.length > most ? Optional.empty() : Optional.of(read);
        }
    }

    private static Reading read(Content content, Packing packing) throws IOException {
        try (var channel = Files.newByteChannel(content.path())) {
            Container container;
            try {
                container = packing.open(channel, content.name());
            } catch (IOException damaged) {
                var gathering = new Gathering();
                gathering.fail(Trouble.ofArchive(damaged));
                return gathering.done(content);
            }
            try (container) {
                return read(content, container);
            }
        }
    }

    private static Reading read(Content content, Container container) throws IOException {
        return switch (container.setting().office()) {
            case WORD, OPEN_TEXT -> Office.read(content, container);
            case OTHER -> kept(content, "archive.office");
            case NONE -> {
                var gathering = new Gathering();
                readAll(content, container, gathering);
                yield gathering.done(content);
            }
        };
    }

    private static void readAll(Content content, Container container, Gathering gathering) throws IOException {
        var names = new Names();
        var setting = container.setting();
        for (var file = next(container, gathering); file != null; file = next(container, gathering)) {
            if (!file.plain()) {
                continue;
            }
            if (content.unpacking().isBomb()) {
                gathering.fail(Message.of("archive.stopped", gathering.read()));
                return;
            }
            if (gathering.isFull() || content.unpacking().isUsedUp()) {
                gathering.notRead();
                continue;
            }
            read(content, names.next(file.name()), file, setting, gathering);
        }
        if (container.isCut()) {
            gathering.fail(Message.of("archive.cut", gathering.read()));
        }
    }

    private static @Nullable Packed next(Container container, Gathering gathering) {
        try {
            return container.next();
        } catch (IOException damaged) {
            if (!container.isCut()) {
                gathering.fail(
                        Trouble.isLocked(damaged)
                                ? Message.of("archive.encrypted")
                                : Message.of("archive.cut", gathering.read()));
            }
            return null;
        }
    }

    private static void read(Content content, String place, Packed file, Setting setting, Gathering gathering)
            throws IOException {
        var name = Names.last(place);
        var obstacle = file.obstacle();
        if (obstacle != null) {
            gathering.add(Parts.unread(content, place, name, obstacle));
            return;
        }
        Unpacked unpacked = null;
        try {
            unpacked = Unpacked.open(file, content.unpacking());
            try (var bytes = unpacked.buffered()) {
                var aside = Aside.of(place, Unpacked.head(bytes), setting);
                if (aside == Aside.NONE) {
                    gathering.add(Parts.read(content, place, name, bytes));
                } else {
                    gathering.aside(aside);
                }
            }
        } catch (IOException damaged) {
            var trouble = unpacked == null ? Trouble.of(damaged) : unpacked.trouble();
            if (trouble == null) {
                throw damaged;
            }
            gathering.add(Parts.unread(content, place, name, trouble));
        }
    }

    private static Reading kept(Content content, String key) {
        var problem = new Problem(Severity.WARNING, Message.of(key), "");
        return new Reading(Format.ARCHIVE, Status.KEPT, List.of(content.asDocument()), List.of(problem), null);
    }
}
