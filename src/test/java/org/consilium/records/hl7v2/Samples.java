package org.consilium.records.hl7v2;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.consilium.records.Content;
import org.consilium.records.Reading;

/** Small synthetic messages. */
final class Samples {
    private Samples() {}

    /** A message of results about one person. */
    static String results(String... segments) {
        return message("ORU^R01^ORU_R01", segments);
    }

    static String message(String type, String... segments) {
        return "MSH|^~\\&|LAB|CLINIC^2.999.7^ISO|APP|HOME|20260302080000||" + type + "|1|P|2.5.1\r"
                + "PID|1||7^^^CLINIC&2.999.8&ISO^MR||Patient^Sample||19700203|F\r"
                + String.join("\r", segments)
                + "\r";
    }

    static Reading read(String message) {
        return read(message.getBytes(StandardCharsets.UTF_8));
    }

    static Reading read(byte[] bytes) {
        try {
            var file = Files.createTempFile("hl7v2", ".hl7");
            try {
                Files.write(file, bytes);
                return Hl7Reader.read(new Content("sample.hl7", "sample.hl7", file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException diskFailed) {
            throw new UncheckedIOException(diskFailed);
        }
    }
}
