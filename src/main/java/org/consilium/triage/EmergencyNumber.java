package org.consilium.triage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/** The emergency telephone number of a country (ITU-T E.161.1 and the countries' own listings). */
public final class EmergencyNumber {
    private static final Map<String, String> BY_COUNTRY = Map.ofEntries(
            Map.entry("US", "911"),
            Map.entry("CA", "911"),
            Map.entry("MX", "911"),
            Map.entry("AR", "107"),
            Map.entry("BR", "192"),
            Map.entry("CL", "131"),
            Map.entry("CO", "123"),
            Map.entry("PE", "106"),
            Map.entry("UY", "911"),
            Map.entry("EC", "911"),
            Map.entry("CR", "911"),
            Map.entry("PA", "911"),
            Map.entry("DO", "911"),
            Map.entry("GB", "999"),
            Map.entry("IE", "112"),
            Map.entry("ES", "112"),
            Map.entry("PT", "112"),
            Map.entry("FR", "112"),
            Map.entry("DE", "112"),
            Map.entry("IT", "112"),
            Map.entry("NL", "112"),
            Map.entry("BE", "112"),
            Map.entry("AT", "112"),
            Map.entry("DK", "112"),
            Map.entry("SE", "112"),
            Map.entry("FI", "112"),
            Map.entry("NO", "113"),
            Map.entry("CH", "144"),
            Map.entry("PL", "112"),
            Map.entry("CZ", "112"),
            Map.entry("GR", "112"),
            Map.entry("HU", "112"),
            Map.entry("RO", "112"),
            Map.entry("IN", "112"),
            Map.entry("AU", "000"),
            Map.entry("NZ", "111"),
            Map.entry("JP", "119"),
            Map.entry("CN", "120"),
            Map.entry("KR", "119"),
            Map.entry("SG", "995"),
            Map.entry("ZA", "112"),
            Map.entry("IL", "101"));

    private EmergencyNumber() {}

    /** Empty for a country we have no number for. */
    public static Optional<String> of(@Nullable String country) {
        return country == null
                ? Optional.empty()
                : Optional.ofNullable(BY_COUNTRY.get(country.strip().toUpperCase(Locale.ROOT)));
    }

    /** What to do in an emergency now: with the number of the country when it is known. */
    public static Message call(@Nullable String country) {
        return of(country)
                .map(number -> Message.of("triage.emergency.call", number))
                .orElseGet(() -> Message.of("triage.emergency.call-local"));
    }
}
