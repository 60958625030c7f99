package org.consilium.records.pdf;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The time that work on a file may take. Work that does not stop by itself is left behind on a thread of its own. */
final class Budget {
    /** Work that looks at its budget stops by itself within this. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final int STACK = 8 << 20;

    private volatile long until;

    Budget(Duration time) {
        allow(time);
    }

    /** Thrown inside the work when its time is over. */
    static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        Over() {
            super("the time for a file is over", null, false, false);
        }
    }

    /** From now on the work may take so long. */
    void allow(Duration time) {
        until = System.nanoTime() + time.toNanos();
    }

    boolean isOver() {
        return System.nanoTime() - until > 0;
    }

    void check() {
        if (isOver()) {
            throw new Over();
        }
    }

    /** How the work ended: with its result, out of its budget, or broken by what is in the file. */
    sealed interface Outcome<T> {
        record Done<T>(T result) implements Outcome<T> {}

        record OutOfTime<T>() implements Outcome<T> {}

        record Broken<T>(Throwable cause) implements Outcome<T> {}
    }

    /** Does the work on a thread of its own and waits for it no longer than the budget, which the work may extend. */
    <T> Outcome<T> run(Callable<T> work) {
        var result = new CompletableFuture<@Nullable T>();
        var thread = new Thread(null, () -> complete(result, work), "reading-a-file", STACK);
        thread.setDaemon(true);
        thread.start();
        try {
            while (true) {
                var left = until - System.nanoTime() + GRACE.toNanos();
                try {
                    var done = result.get(Math.max(1, Math.min(left, 1_000_000_000L)), TimeUnit.NANOSECONDS);
                    return done == null ? new Outcome.OutOfTime<>() : new Outcome.Done<>(done);
                } catch (TimeoutException notYet) {
                    if (until - System.nanoTime() + GRACE.toNanos() <= 0) {
                        thread.interrupt();
                        return new Outcome.OutOfTime<>();
                    }
                }
            }
        } catch (ExecutionException broken) {
            var cause = broken.getCause() == null ? broken : broken.getCause();
            return cause instanceof Over ? new Outcome.OutOfTime<>() : new Outcome.Broken<>(cause);
        } catch (InterruptedException stopped) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return new Outcome.OutOfTime<>();
        }
    }

    /** Whatever a file makes a library throw, even for want of memory or stack, is an outcome. */
    private static <T> void complete(CompletableFuture<@Nullable T> result, Callable<T> work) {
        try {
            result.complete(work.call());
        } catch (Throwable anything) {
            result.completeExceptionally(anything);
        }
    }
}
