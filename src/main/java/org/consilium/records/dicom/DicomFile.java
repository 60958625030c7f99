package org.consilium.records.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A Part 10 file (PS3.10 section 7), read up to its end with its pixels passed over.
 *
 * @param meta the file meta information, group 0002
 * @param start where the data set begins in the file
 */
record DicomFile(Dataset meta, Dataset dataset, TransferSyntax syntax, long start, Set<Trouble> troubles) {
    private static final int PREAMBLE = 128;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};

    /** An honest deflated file is headers and reports, not gigabytes. */
    private static final long MOST_INFLATED = 1L << 30;

    /** Opens the bytes of a file from their beginning. */
    @FunctionalInterface
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Empty when the bytes are no DICOM file. */
    static Optional<DicomFile> read(Opener opener) throws IOException {
        var troubles = EnumSet.noneOf(Trouble.class);
        try (var stream = opener.open()) {
            var in = new Input(stream);
            if (!toMeta(in, troubles)) {
                return Optional.empty();
            }
            var meta = new DatasetReader(in, troubles).group(2, TransferSyntax.EXPLICIT);
            var start = in.position();
            var stated = meta.string(Tag.TransferSyntaxUID);
            if (stated.isEmpty()) {
                troubles.add(Trouble.UNANNOUNCED);
            }
            var syntax = stated.isEmpty() ? TransferSyntax.IMPLICIT : TransferSyntax.of(stated);
            if (!syntax.deflated()) {
                return Optional.of(dataset(in, meta, syntax, start, troubles));
            }
            try (var inflated = bytes(opener, true, start)) {
                return Optional.of(dataset(new Input(inflated), meta, syntax, start, troubles));
            }
        }
    }

    private static DicomFile dataset(Input in, Dataset meta, TransferSyntax stated, long start, Set<Trouble> troubles)
            throws IOException {
        var syntax = found(in.peek(8), stated, troubles);
        var dataset = new DatasetReader(in, troubles).file(syntax);
        return new DicomFile(meta, dataset, syntax, start, Set.copyOf(troubles));
    }

    /** Passes over what stands before the first element. */
    private static boolean toMeta(Input in, Set<Trouble> troubles) throws IOException {
        var head = in.peek(PREAMBLE + PREFIX.length);
        if (head.length == PREAMBLE + PREFIX.length
                && Arrays.equals(head, PREAMBLE, head.length, PREFIX, 0, PREFIX.length)) {
            in.skip(head.length);
            return true;
        }
        troubles.add(Trouble.UNANNOUNCED);
        if (head.length > PREFIX.length && Arrays.equals(head, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
            in.skip(PREFIX.length);
            return true;
        }
        return Sniff.isFirstElement(head);
    }

    /** How the data set is really written: some files say one thing and do another. */
    private static TransferSyntax found(byte[] head, TransferSyntax stated, Set<Trouble> troubles) {
        var found = Sniff.syntax(head).orElse(stated);
        if (found.explicit() == stated.explicit() && found.bigEndian() == stated.bigEndian()) {
            return stated;
        }
        if (!troubles.contains(Trouble.UNANNOUNCED)) {
            troubles.add(Trouble.OTHERWISE);
        }
        var name = stated.isCompressed() || stated.deflated() ? stated.uid() : found.uid();
        return new TransferSyntax(name, found.explicit(), found.bigEndian(), stated.deflated());
    }

    /** The bytes that the offsets of {@link Element.Bulk} count in; the caller closes them. */
    InputStream bytes(Opener opener) throws IOException {
        return bytes(opener, syntax.deflated(), start);
    }

    private static InputStream bytes(Opener opener, boolean deflated, long start) throws IOException {
        var stream = opener.open();
        if (!deflated) {
            return stream;
        }
        try {
            stream.skipNBytes(start);
            return new Inflated(stream);
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /** Inflates up to a bound, after which it ends. */
    private static final class Inflated extends InflaterInputStream {
        private long left = MOST_INFLATED;

        Inflated(InputStream in) {
            super(in, new Inflater(true), 1 << 14);
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            var most = (int) Math.min(count, left);
            var done = most == 0 && count > 0 ? -1 : super.read(into, from, most);
            left -= Math.max(0, done);
            return done;
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
