package org.consilium.records.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.consilium.records.Content;
import org.consilium.records.Readers;
import org.consilium.records.Reading;

/** Archives made here, good and bad. */
public final class Samples {
    public static final String GOUT = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Gout\"}}";
    public static final String ASTHMA = "{\"resourceType\":\"Condition\",\"code\":{\"text\":\"Asthma\"}}";
    public static final String DOCUMENT =
            "<ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>Visit summary</title></ClinicalDocument>";

    private Samples() {}

    /** A packing of bytes. */
    @FunctionalInterface
    public interface Work {
        void on(ByteArrayOutputStream out) throws IOException;
    }

    public static byte[] bytes(Work work) {
        var out = new ByteArrayOutputStream();
        try {
            work.on(out);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }

    public static byte[] zip(Map<String, byte[]> files) {
        return bytes(out -> {
            try (var zip = new ZipArchiveOutputStream(out)) {
                for (var file : files.entrySet()) {
                    zip.putArchiveEntry(new ZipArchiveEntry(file.getKey()));
                    zip.write(file.getValue());
                    zip.closeArchiveEntry();
                }
            }
        });
    }

    public static byte[] zip(String name, String text) {
        return zip(Map.of(name, utf8(text)));
    }

    /** Sizes stand before the bytes, which are not packed: for damages at known places. */
    public static byte[] stored(String name, byte[] file) {
        return bytes(out -> {
            try (var zip = new java.util.zip.ZipOutputStream(out)) {
                var entry = new java.util.zip.ZipEntry(name);
                entry.setMethod(java.util.zip.ZipEntry.STORED);
                entry.setSize(file.length);
                var crc = new java.util.zip.CRC32();
                crc.update(file);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(file);
            }
        });
    }

    public static byte[] tar(Map<String, byte[]> files) {
        return bytes(out -> {
            try (var tar = new TarArchiveOutputStream(out, "UTF-8")) {
                tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
                for (var file : files.entrySet()) {
                    var entry = new TarArchiveEntry(file.getKey());
                    entry.setSize(file.getValue().length);
                    tar.putArchiveEntry(entry);
                    tar.write(file.getValue());
                    tar.closeArchiveEntry();
                }
            }
        });
    }

    public static byte[] gzip(byte[] bytes) {
        return bytes(out -> {
            try (var packed = new GZIPOutputStream(out)) {
                packed.write(bytes);
            }
        });
    }

    public static byte[] bzip2(byte[] bytes) {
        return bytes(out -> {
            try (var packed = new BZip2CompressorOutputStream(out)) {
                packed.write(bytes);
            }
        });
    }

    public static byte[] xz(byte[] bytes) {
        return bytes(out -> {
            try (var packed = new XZCompressorOutputStream(out)) {
                packed.write(bytes);
            }
        });
    }

    public static Reading read(Path folder, String name, byte[] bytes) throws IOException {
        var file = Files.write(folder.resolve("file-" + System.nanoTime()), bytes);
        return Readers.read(new Content("label", name, file));
    }
}
