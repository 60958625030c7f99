package org.consilium.triage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/** The emergency telephone number of a country (ITU-T E.161.1 and the countries' own listings). */
public final class EmergencyNumber {
    /** One number for many countries: 112 by law in the European Union (Directive (EU) 2018/1972, article 109) and beside it. */
    private static final Map<String, String> COUNTRIES = Map.ofEntries(
            Map.entry("911", "US CA MX UY EC CR PA DO PR PY VE HN SV"),
            Map.entry(
                    "112",
                    "IE ES PT FR DE IT NL BE AT DK SE FI PL CZ GR HU RO BG HR SK SI EE LV LT LU MT CY IS TR IN ZA"),
            Map.entry("107", "AR"),
            Map.entry("192", "BR"),
            Map.entry("131", "CL"),
            Map.entry("123", "CO GT"),
            Map.entry("106", "PE"),
            Map.entry("104", "CU"),
            Map.entry("999", "GB"),
            Map.entry("113", "NO"),
            Map.entry("144", "CH"),
            Map.entry("000", "AU"),
            Map.entry("111", "NZ"),
            Map.entry("119", "JP KR"),
            Map.entry("120", "CN"),
            Map.entry("995", "SG"),
            Map.entry("101", "IL"));

    private static final Map<String, String> BY_COUNTRY = COUNTRIES.entrySet().stream()
            .flatMap(number ->
                    Stream.of(number.getValue().split(" ")).map(country -> Map.entry(country, number.getKey())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

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
