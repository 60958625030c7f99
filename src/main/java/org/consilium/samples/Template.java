package org.consilium.samples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * A file with places for dates: <code>{{iso-30}}</code> is thirty days before today as {@code 2026-03-05}, <code>{{hl7+7}}</code> a
 * week from today as {@code 20260305}.
 */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(iso|hl7)([+-]\\d{1,6})}}");

    private Template() {}

    static String filled(String path, LocalDate today) {
        return PLACE.matcher(read(path)).replaceAll(place -> {
            var day = today.plusDays(Integer.parseInt(place.group(2)));
            return day.format(
                    place.group(1).equals("iso") ? DateTimeFormatter.ISO_LOCAL_DATE : DateTimeFormatter.BASIC_ISO_DATE);
        });
    }

    private static String read(String path) {
        try (var in = Template.class.getResourceAsStream("/samples/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its sample file " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
