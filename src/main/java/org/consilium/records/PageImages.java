package org.consilium.records;

import java.util.Optional;
import org.consilium.records.pdf.Pages;

/** Pictures of the pages of a file, for a person to look at beside what was read in them. */
public final class PageImages {
    /** A larger file is not drawn. */
    public static final int MOST_BYTES = 96 << 20;

    private PageImages() {}

    /**
     * A page as PNG of bounded size; nothing of the file runs.
     *
     * @param page counted from 1
     * @return empty when the file has no such page or cannot be drawn
     */
    public static Optional<byte[]> png(byte[] bytes, Format format, int page) {
        return switch (format) {
            case PDF -> Pages.ofPdf(bytes, page);
            case IMAGE -> Pages.ofPicture(bytes, page);
            case FHIR_R4, FHIR_OTHER, CCDA, DICOM, HL7V2, APPLE_HEALTH, HEALTH_CARD, TEXT, ARCHIVE, UNKNOWN ->
                Optional.empty();
        };
    }

    /** The page that a place of a PDF or a picture names, for example 2 for {@code page 2, line 14}; 1 when it names none. */
    public static int page(String place) {
        return Pages.number(place);
    }
}
