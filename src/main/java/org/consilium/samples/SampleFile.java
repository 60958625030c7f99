package org.consilium.samples;

import java.nio.charset.StandardCharsets;

/**
 * A file as a sample person would hold it.
 *
 * @param name of the file, for example {@code synthetic-mri-report.json}
 * @param text its whole content
 */
public record SampleFile(String name, String text) {
    /** The file as it lies on a disk, in UTF-8. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
