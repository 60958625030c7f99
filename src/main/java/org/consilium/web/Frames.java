package org.consilium.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.web.pages.Frame;
import org.consilium.web.pages.TimeBar;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Makes the frame of a page from the request it answers. */
final class Frames {
    static final String LANGUAGE_COOKIE = "consilium-language";
    private static final String FLASH = "flash";

    private Frames() {}

    /** The language the person chose, else the one their browser asks for, else English. */
    static Messages messages(HttpServletRequest request) {
        var cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(LANGUAGE_COOKIE)) {
                    return Messages.in(Locale.forLanguageTag(cookie.getValue()));
                }
            }
        }
        return Messages.in(request.getLocale());
    }

    /** A page outside any case. */
    static Frame plain(HttpServletRequest request, Message title) {
        return of(request, title, null, null);
    }

    /** A page of a case: with its safe-timeline bar and a way back. */
    static Frame of(HttpServletRequest request, Message title, @Nullable TimeBar bar, @Nullable String back) {
        var messages = messages(request);
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        var flashes = RequestContextUtils.getInputFlashMap(request);
        var flash = flashes == null ? null : (Frame.Flash) flashes.get(FLASH);
        return new Frame(
                messages,
                messages.say(title),
                token == null ? "" : token.getToken(),
                request.getRequestURI(),
                flash,
                bar,
                back);
    }

    /** Says something on the next page. */
    static void flash(RedirectAttributes next, Message message) {
        next.addFlashAttribute(FLASH, new Frame.Flash(message, null));
    }

    /** Says something on the next page and offers to undo it. */
    static void flash(RedirectAttributes next, Message message, String undo) {
        next.addFlashAttribute(FLASH, new Frame.Flash(message, undo));
    }
}
