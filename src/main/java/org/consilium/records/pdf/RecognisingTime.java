package org.consilium.records.pdf;

import java.io.IOException;
import java.time.Duration;
import org.consilium.records.Unpacking;

/**
 * The time for recognising the words of one file: so much for a page, so much for all pages, and never more than is left for the
 * outermost file.
 */
final class RecognisingTime {
    static final Duration PAGE = Duration.ofSeconds(30);
    static final Duration FILE = Duration.ofMinutes(2);

    private final Unpacking outermost;
    private final Duration page;
    private Duration left;

    RecognisingTime(Unpacking outermost, Duration page, Duration file) {
        this.outermost = outermost;
        this.page = page;
        this.left = file;
    }

    static RecognisingTime of(Unpacking outermost) {
        return new RecognisingTime(outermost, PAGE, FILE);
    }

    /** Recognising of one page. */
    interface Work<T> {
        T within(Duration limit) throws IOException;
    }

    boolean isOver() {
        return left().toMillis() <= 0;
    }

    private Duration left() {
        var outside = outermost.timeToRecognise();
        return left.compareTo(outside) < 0 ? left : outside;
    }

    /** What the work takes is gone from the time, however it ends. */
    <T> T page(Work<T> work) throws IOException {
        var begin = System.nanoTime();
        try {
            var all = left();
            return work.within(page.compareTo(all) < 0 ? page : all);
        } finally {
            var taken = Duration.ofNanos(System.nanoTime() - begin);
            left = left.minus(taken);
            outermost.recognisedFor(taken);
        }
    }
}
