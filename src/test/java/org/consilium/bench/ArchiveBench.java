package org.consilium.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.consilium.records.Content;
import org.consilium.records.Readers;

/**
 * A ZIP of 2 GB as a portal may give it, read: thousands of records and large files that are not understood.
 *
 * <p>Argument: where the ZIP may lie; it is removed at the end.
 */
public final class ArchiveBench {
    private static final int RECORDS = 3_000;
    private static final int BLOBS = 32;
    private static final int BLOB = 64 << 20;

    private ArchiveBench() {}

    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        try {
            make(file);
            var megabytes = Files.size(file) / 1e6;
            System.gc();
            var begin = System.nanoTime();
            var reading = Readers.read(new Content("archive", "archive.zip", file));
            var seconds = (System.nanoTime() - begin) / 1e9;
            Figure.print(
                    "ZIP of %.0f MB, %d records and %d large files".formatted(megabytes, RECORDS, BLOBS),
                    "%.1f s, %.0f MB/s, %d facts, %d parts, %s"
                            .formatted(
                                    seconds,
                                    megabytes / seconds,
                                    reading.facts().size(),
                                    reading.parts().size(),
                                    reading.status().word()));
            Figure.print(
                    "peak memory of the heap",
                    "%.0f MB of %.0f MB"
                            .formatted(peak() / 1e6, Runtime.getRuntime().maxMemory() / 1e6));
            if (reading.facts().size() < RECORDS) {
                throw new IllegalStateException("facts were lost");
            }
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void make(Path file) throws IOException {
        var noise = new byte[BLOB];
        new Random(1).nextBytes(noise);
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            for (var number = 0; number < RECORDS; number++) {
                zip.putNextEntry(new ZipEntry("records/" + number));
                zip.write((number % 3 == 0 ? summary(number) : bundle(number)).getBytes(UTF_8));
                zip.closeEntry();
            }
            for (var number = 0; number < BLOBS; number++) {
                noise[0] = (byte) (0x80 + number);
                var sum = new CRC32();
                sum.update(noise);
                var entry = new ZipEntry("large/" + number + ".bin");
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(noise.length);
                entry.setCrc(sum.getValue());
                zip.putNextEntry(entry);
                zip.write(noise);
                zip.closeEntry();
            }
        }
    }

    private static String bundle(int number) {
        var entries = new StringBuilder();
        for (var index = 0; index < 10; index++) {
            entries.append(index == 0 ? "" : ",")
                    .append("{\"resource\":{\"resourceType\":\"Observation\",\"status\":\"final\",\"code\":{\"coding\":"
                            + "[{\"system\":\"http://loinc.org\",\"code\":\"2345-7\",\"display\":\"Glucose\"}]},"
                            + "\"effectiveDateTime\":\"2024-03-05\",\"valueQuantity\":{\"value\":")
                    .append(number + index)
                    .append(",\"unit\":\"mg/dL\"}}}");
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[" + entries + "]}";
    }

    private static String summary(int number) {
        return "<ClinicalDocument xmlns=\"urn:hl7-org:v3\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
                + "<title>Visit " + number + "</title><component><structuredBody><component><section>"
                + "<code code=\"11450-4\"/><title>Problems</title><text>" + "Seen and well. ".repeat(200) + "</text>"
                + "<entry><observation><templateId root=\"2.16.840.1.113883.10.20.22.4.4\"/><value xsi:type=\"CD\""
                + " code=\"I10\" codeSystem=\"2.16.840.1.113883.6.90\" displayName=\"Hypertension\"/></observation>"
                + "</entry></section></component></structuredBody></component></ClinicalDocument>";
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
