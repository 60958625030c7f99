package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every signed or finished form an opinion has had, the newest first, and what peers said. */
public record OpinionHistoryPage(
        Frame frame,
        UUID id,
        UUID opinion,
        List<Row> versions,
        List<Check> checks,
        @Nullable First first) {
    /** One form; {@code reason} why it was made, when somebody said so. */
    public record Row(int version, boolean newest, String when, String reason, SignatureBox signature) {}

    /** What a peer said. */
    public record Check(String name, boolean agrees, String comment, int version, String when) {}

    /** What was concluded before the first opinion was shown. */
    public record First(String when, String hash, List<OpinionPage.Part> parts) {}
}
