package org.consilium.records.pdf;

import java.io.IOException;
import java.util.Optional;
import org.consilium.records.Content;
import org.consilium.records.Reading;

/** Reads a PDF as on a machine where no program for recognising words is installed. */
public final class WithoutRecognition {
    private WithoutRecognition() {}

    public static Reading read(Content content) throws IOException {
        return PdfReader.read(content, Optional.empty());
    }
}
