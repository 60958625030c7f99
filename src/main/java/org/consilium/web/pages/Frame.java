package org.consilium.web.pages;

import java.time.LocalDate;
import java.util.Locale;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.jspecify.annotations.Nullable;

/**
 * What every page needs around its own content.
 *
 * @param title of the page, already in words
 * @param csrf the token every form sends back as {@code _csrf}; empty before someone is signed in
 * @param path of this page, to come back to after changing the language
 * @param flash what just happened
 * @param bar the safe-timeline bar, on every page of a case
 * @param back where «back» leads
 */
public record Frame(
        Messages messages,
        String title,
        String csrf,
        String path,
        @Nullable Flash flash,
        @Nullable TimeBar bar,
        @Nullable String back) {
    /** What just happened, and how to undo it: a form posting to {@code undo}, when that is possible. */
    public record Flash(Message message, @Nullable String undo) {}

    public String say(String key, Object... args) {
        return messages.say(key, args);
    }

    public String say(Message message) {
        return messages.say(message);
    }

    public String day(LocalDate date) {
        return messages.day(date);
    }

    public Locale locale() {
        return messages.locale();
    }

    public boolean spanish() {
        return locale().getLanguage().equals("es");
    }
}
