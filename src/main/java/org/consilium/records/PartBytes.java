package org.consilium.records;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.consilium.records.archive.ArchiveReader;
import org.consilium.records.hl7v2.Hl7Reader;
import org.jspecify.annotations.Nullable;

/** Opens a file inside of a file at a place such as {@code a.zip!visit.xml!/ClinicalDocument/title}. */
public final class PartBytes {
    private static final int HEAD = Magic.LENGTH;
    private static final int DEEPEST = Unpacking.DEEPEST;

    private PartBytes() {}

    /**
     * A file inside of another one.
     *
     * @param bytes as they are before any reading; never empty
     * @param format as far as its first bytes tell
     * @param place what is left of the place: where in this file
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    public record Found(byte[] bytes, Format format, String place) {}

    /** True for a place inside of a file inside of another. */
    public static boolean isInside(String place) {
        return place.indexOf('!') >= 0;
    }

    /**
     * The innermost file of a place. An archive is not unpacked for it; any other file is read again.
     *
     * @param outer the outermost file; stays open
     * @param name what it is called
     * @param most files inside that are larger, in bytes, are not given
     * @param folder where a plain copy may lie for as long as it is read; the system's own place when null
     * @return empty when there is no such file, when it is damaged or when it is larger
     * @throws IOException when the bytes of the outermost file cannot be had
     */
    public static Optional<Found> at(
            SeekableByteChannel outer, String name, String place, int most, @Nullable Path folder) throws IOException {
        var last = place.lastIndexOf('!');
        if (last < 0) {
            return Optional.empty();
        }
        var steps = place.substring(0, last).split("!", -1);
        if (steps.length > DEEPEST) {
            return Optional.empty();
        }
        var channel = outer;
        var called = name;
        byte[] bytes = {};
        for (var step : steps) {
            var found = step(channel, called, step, most, folder);
            if (found.isEmpty() || found.get().length == 0) {
                return Optional.empty();
            }
            bytes = found.get();
            channel = new SeekableInMemoryByteChannel(bytes);
            called = step.substring(step.lastIndexOf('/') + 1);
        }
        return Optional.of(new Found(bytes, format(bytes), place.substring(last + 1)));
    }

    private static Optional<byte[]> step(
            SeekableByteChannel channel, String name, String step, int most, @Nullable Path folder) throws IOException {
        channel.position(0);
        var bytes = Channels.newInputStream(channel);
        var head = bytes.readNBytes(HEAD);
        if (ArchiveReader.isArchive(head, channel)) {
            return ArchiveReader.part(channel, head, name, step, most);
        }
        channel.position(0);
        return again(bytes, name, step, most, folder);
    }

    /** By reading the file once more, until it comes to the place. */
    private static Optional<byte[]> again(InputStream bytes, String name, String step, int most, @Nullable Path folder)
            throws IOException {
        var wanted = new Wanted(step, most);
        var unpacking = Unpacking.in(folder);
        try (var copy = unpacking.copy(bytes)) {
            Readers.read(new Content("", name, copy.path(), Unpacking.seeking(folder, wanted)));
        } finally {
            unpacking.done();
        }
        return wanted.bytes();
    }

    private static Format format(byte[] bytes) {
        var head = Arrays.copyOf(bytes, Math.min(bytes.length, HEAD));
        var known = Magic.format(head);
        if (known.isPresent()) {
            return known.get();
        }
        if (!Magic.isText(head)) {
            return ArchiveReader.isArchive(head) ? Format.ARCHIVE : Format.UNKNOWN;
        }
        var start = Magic.text(head).stripLeading();
        if (Hl7Reader.isMessage(start)) {
            return Format.HL7V2;
        }
        if (start.startsWith("{\\rtf")) {
            return Format.PDF;
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return Format.FHIR_R4;
        }
        return start.startsWith("<") && !Xml.isPage(start) ? Format.CCDA : Format.TEXT;
    }

    /** The file inside that is looked for while a file is read again. */
    static final class Wanted {
        private final String step;
        private final int most;
        private byte[] bytes = {};

        private Wanted(String step, int most) {
            this.step = step;
            this.most = most;
        }

        /** Called by {@link Parts} for every file inside of the one that is read. */
        void offer(String place, InputStream content) throws IOException {
            if (bytes.length == 0 && place.replace("!", "%21").equals(step)) {
                var read = content.readNBytes(most + 1);
                bytes = read.length > most ? bytes : read;
            }
        }

        private Optional<byte[]> bytes() {
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        }
    }
}
