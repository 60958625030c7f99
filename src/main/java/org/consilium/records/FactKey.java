package org.consilium.records;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.consilium.clinical.Fact;

/** The name of a fact within its case: the same for a fact that says the same, wherever and whenever it was read. */
public final class FactKey {
    private static final int BYTES = 16;

    private FactKey() {}

    /** 32 hexadecimal digits; tells nothing of what the fact says. */
    public static String of(Fact fact) {
        var digest = BlobStore.sha256().digest(Order.canonical(fact).getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest, 0, BYTES);
    }
}
