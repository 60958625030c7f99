package org.consilium.records.dicom;

import java.util.List;

/** One data element: a value that was kept, items, or a place in the file where much data lies. */
sealed interface Element {
    int tag();

    Vr vr();

    /** @param bytes as the file has them; never changed */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Value(int tag, Vr vr, byte[] bytes) implements Element {}

    /** @param whole false when there were more items than are kept */
    record Items(int tag, List<Dataset> items, boolean whole) implements Element {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public Vr vr() {
            return Vr.SQ;
        }
    }

    /**
     * Data that was passed over.
     *
     * @param offset of its first byte, or of the item with the offset table when it is in fragments; counted in the bytes after
     *     inflating when the file is deflated
     * @param length as far as the file goes
     * @param fragments how many fragments follow the offset table; 0 when it is not in fragments
     */
    record Bulk(int tag, Vr vr, long offset, long length, int fragments) implements Element {}
}
