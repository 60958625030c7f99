package org.consilium.language;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Turns messages into words of one language. The words of a room stand in {@code messages/<room>_en.properties} and
 * {@code messages/<room>_es.properties} (UTF-8). {@code {0}} stands for the first argument; nothing else is special.
 */
public final class Messages {
    /** The languages the program speaks; the first is the one of the command line. */
    public static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.of("es"));

    private static final Map<Locale, Messages> ALL = new ConcurrentHashMap<>();
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final Locale locale;
    private final Map<String, ResourceBundle> rooms = new ConcurrentHashMap<>();

    private Messages(Locale locale) {
        this.locale = locale;
    }

    public static Messages english() {
        return in(Locale.ENGLISH);
    }

    /** The messages in this language, or in English when the program does not speak it. */
    public static Messages in(Locale wanted) {
        var spoken = SPOKEN.stream()
                .filter(locale -> locale.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
        return ALL.computeIfAbsent(spoken, Messages::new);
    }

    public Locale locale() {
        return locale;
    }

    /** @throws IllegalArgumentException when no bundle has the key: a mistake in the program, never in the data */
    public String say(String key, Object... args) {
        return say(new Message(key, List.of(args)));
    }

    /** @throws IllegalArgumentException when no bundle has the key: a mistake in the program, never in the data */
    public String say(Message message) {
        return PLACE.matcher(pattern(message.key())).replaceAll(place -> {
            var index = Integer.parseInt(place.group(1));
            return java.util.regex.Matcher.quoteReplacement(
                    index < message.args().size() ? word(message.args().get(index)) : place.group());
        });
    }

    public boolean has(String key) {
        try {
            pattern(key);
            return true;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }

    /** A day as this language writes it, with the month in words. */
    public String day(LocalDate date) {
        return date.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale));
    }

    private String word(Object argument) {
        return switch (argument) {
            case Message nested -> say(nested);
            case LocalDate date -> day(date);
            case Localised words -> words.in(locale);
            default -> argument.toString();
        };
    }

    private String pattern(String key) {
        var dot = key.indexOf('.');
        if (dot < 1) {
            throw new IllegalArgumentException("a message key starts with its room: " + key);
        }
        try {
            return rooms.computeIfAbsent(key.substring(0, dot), this::bundle).getString(key);
        } catch (MissingResourceException missing) {
            throw new IllegalArgumentException("no message " + key, missing);
        }
    }

    private ResourceBundle bundle(String room) {
        return ResourceBundle.getBundle(
                "messages/" + room,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
