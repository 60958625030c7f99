package org.consilium.records.card;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a SMART Health Link says of itself. It is never followed, and its key is not kept.
 *
 * @param label what its maker calls it, or null
 * @param host where the records are, or null when the address is none
 * @param ends the last day it works, or null
 * @param asksForCode whether one needs a pass code
 */
record HealthLink(
        @Nullable String label,
        @Nullable String host,
        @Nullable LocalDate ends,
        boolean asksForCode) {
    private static final Pattern LINK = Pattern.compile("(?i)shlink:/{1,2}([\\w-]{10,20000})");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Optional<HealthLink> parse(String text) {
        var link = LINK.matcher(text);
        if (!link.find()) {
            return Optional.empty();
        }
        try {
            var payload = JSON.readTree(SignedText.decoded(link.group(1)));
            var label = payload.path("label")
                    .asString("")
                    .replaceAll("\\p{Cntrl}|\\p{Cs}", "")
                    .strip();
            return Optional.of(new HealthLink(
                    label.isEmpty() ? null : label.substring(0, Math.min(80, label.length())),
                    host(payload.path("url").asString("")),
                    payload.path("exp").isNumber() ? day(payload.path("exp").asDouble(0)) : null,
                    payload.path("flag").asString("").contains("P")));
        } catch (IllegalArgumentException | JacksonException damaged) {
            return Optional.empty();
        }
    }

    private static @Nullable String host(String address) {
        try {
            return URI.create(address).getHost();
        } catch (IllegalArgumentException noAddress) {
            return null;
        }
    }

    /** @param seconds since 1970 */
    static @Nullable LocalDate day(double seconds) {
        return seconds >= 0 && seconds < 253_402_300_800.0
                ? Instant.ofEpochSecond((long) seconds).atZone(ZoneOffset.UTC).toLocalDate()
                : null;
    }
}
