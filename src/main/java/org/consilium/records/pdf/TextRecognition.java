package org.consilium.records.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the words in a picture. */
interface TextRecognition {
    /**
     * A word in a picture, in pixels.
     *
     * @param confidence 0 to 100
     * @param line which line of which block it belongs to
     */
    record RecognisedWord(String text, int left, int top, int right, int bottom, float confidence, String line) {}

    /** @throws IOException when it fails or takes longer than the limit */
    List<RecognisedWord> words(BufferedImage picture, Duration limit) throws IOException;

    /** By how many degrees to turn a picture clockwise so that its words stand upright; 0 when that is not known. */
    int turn(BufferedImage picture, Duration limit) throws IOException;

    /** What is installed on this computer; looked for once. */
    static Optional<TextRecognition> installed() {
        return Installed.FOUND;
    }

    /** Found at the first question. */
    final class Installed {
        private static final Optional<TextRecognition> FOUND =
                Tesseract.in(java.util.Objects.requireNonNullElse(System.getenv("PATH"), ""));

        private Installed() {}
    }
}
