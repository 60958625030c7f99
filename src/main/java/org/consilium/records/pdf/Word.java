package org.consilium.records.pdf;

/**
 * A word where it stands on a page; y grows downwards.
 *
 * @param sure false when it was read from a picture and may be misread
 */
record Word(String text, float left, float right, float top, float bottom, boolean sure) {
    float middle() {
        return (top + bottom) / 2;
    }

    float height() {
        return Math.max(1, bottom - top);
    }
}
