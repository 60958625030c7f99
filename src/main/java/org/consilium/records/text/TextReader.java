package org.consilium.records.text;

import java.io.IOException;
import java.util.List;
import org.consilium.records.Content;
import org.consilium.records.Reading;

/** Reads what was written for people. */
public final class TextReader {
    /** No more of a file than this is looked at. */
    public static final int LARGEST = 24 << 20;

    private TextReader() {}

    /** Plain text in any form; a download from an insurer or a veterans' hospital becomes facts. Never fails. */
    public static Reading plain(Content content, String text) {
        return BlueButton.isOne(text) ? BlueButton.read(content, text) : Written.of(content, text, List.of());
    }

    /** A web page: its words without its markup. */
    public static Reading html(Content content, String page) {
        return Written.of(content, Html.words(page), List.of());
    }

    /**
     * Rich text.
     *
     * @throws IOException when the bytes cannot be had
     */
    public static Reading rtf(Content content) throws IOException {
        return Written.of(content, Rtf.words(content.head(LARGEST)), List.of());
    }
}
