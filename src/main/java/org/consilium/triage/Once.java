package org.consilium.triage;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is worked out when it is first asked for, once, whoever asks. */
final class Once<T> implements Supplier<T> {
    private @Nullable Supplier<T> source;
    private volatile @Nullable T value;

    Once(Supplier<T> source) {
        this.source = source;
    }

    @Override
    public T get() {
        var known = value;
        return known == null ? make() : known;
    }

    private synchronized T make() {
        var known = value;
        if (known != null) {
            return known;
        }
        var from = source;
        if (from == null) {
            throw new IllegalStateException("made without a value");
        }
        var made = from.get();
        value = made;
        source = null;
        return made;
    }
}
