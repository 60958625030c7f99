package org.consilium.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.Supplier;

/** One line of figures, each with the load of the machine while it was measured: a busy machine shows slower figures. */
final class Figure {
    private static final int WARM_UP = 200;
    private static final int MEASURED = 100;
    private static final long LONGEST = 8_000_000_000L;

    private Figure() {}

    static void print(String what, String found) {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        System.out.printf("%-46s %s  [load %.1f]%n", what + ":", found, load);
    }

    /** Times work that takes milliseconds, warm: the median, the fastest, and the processor time of one. */
    static void warm(String what, Supplier<?> work) {
        repeat(work, WARM_UP);
        var threads = ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadCpuTime();
        var times = repeat(work, MEASURED);
        var processor = (threads.getCurrentThreadCpuTime() - before) / (double) times.length;
        Arrays.sort(times);
        print(
                what,
                "%.2f ms median, %.2f ms fastest, %.2f ms of processor"
                        .formatted(times[times.length / 2] / 1e6, times[0] / 1e6, processor / 1e6));
    }

    private static long[] repeat(Supplier<?> work, int most) {
        var times = new long[most];
        var done = 0;
        var all = 0L;
        while (done < most && (done == 0 || all < LONGEST)) {
            var begin = System.nanoTime();
            if (work.get() == null) {
                throw new IllegalStateException("nothing came of it");
            }
            times[done] = System.nanoTime() - begin;
            all += times[done++];
        }
        return Arrays.copyOf(times, done);
    }
}
