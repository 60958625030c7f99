package org.consilium.records.pdf;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.consilium.prose.Line;

/**
 * What could be had from a file of pages.
 *
 * @param pages how many it has
 * @param read how many of them were looked at
 * @param unreadable pages whose words could not be had
 * @param pictures pages that are pictures and were not recognised
 * @param waiting pages that are pictures too, but for which no time was left
 * @param recognised pages whose words were recognised in a picture
 * @param programs true when it holds scripts or would start something; none of them ran
 * @param attached files attached to it
 * @param missed true when there are attached files that were not taken out
 */
record Extract(
        List<Line> lines,
        int pages,
        int read,
        List<Integer> unreadable,
        List<Integer> pictures,
        List<Integer> waiting,
        List<Integer> recognised,
        boolean programs,
        List<Attached> attached,
        boolean missed) {
    /** A file attached to a PDF. */
    static final class Attached {
        private final String name;
        private final byte[] bytes;

        /** The bytes are the file's from now on. */
        Attached(String name, byte[] bytes) {
            this.name = name;
            this.bytes = bytes;
        }

        String name() {
            return name;
        }

        InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    Extract {
        lines = List.copyOf(lines);
        unreadable = List.copyOf(unreadable);
        pictures = List.copyOf(pictures);
        waiting = List.copyOf(waiting);
        recognised = List.copyOf(recognised);
        attached = List.copyOf(attached);
    }
}
