package org.consilium.installation;

import java.util.concurrent.locks.LockSupport;

/** The breath between two looks at something that is about to happen. */
final class Pause {
    private static final long NANOS = 3_000_000;

    private Pause() {}

    static void briefly() {
        LockSupport.parkNanos(NANOS);
    }
}
