package org.consilium.language;

import java.util.List;

/**
 * Something to say, not yet in words.
 *
 * @param key starts with the name of the room whose bundle holds it, for example {@code triage.advice.U3}
 * @param args what to put for {@code {0}}, {@code {1}} and so on: numbers, dates, words of the record, or further messages
 */
public record Message(String key, List<Object> args) {
    public Message {
        args = List.copyOf(args);
    }

    public static Message of(String key, Object... args) {
        return new Message(key, List.of(args));
    }
}
