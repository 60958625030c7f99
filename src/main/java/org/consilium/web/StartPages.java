package org.consilium.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.consilium.access.People;
import org.consilium.language.Messages;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in, and the language of the pages. */
@Controller
class StartPages {
    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    private final LaunchTokens tokens;
    private final People people;
    private final SignIn signIn;

    StartPages(LaunchTokens tokens, People people, SignIn signIn) {
        this.tokens = tokens;
        this.people = people;
        this.signIn = signIn;
    }

    /** Turns the one-time token of the launch link into a session. */
    @GetMapping("/start")
    String start(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request, HttpServletResponse response) {
        if (!tokens.redeem(token)) {
            var already = SecurityContextHolder.getContext().getAuthentication();
            if (already != null && already.getPrincipal() instanceof org.consilium.audit.Actor) {
                return "redirect:/";
            }
            throw new ErrorPages.NotSignedIn();
        }
        signIn.begin(people.owner(), SecurityConfiguration.OWNER, request, response);
        return "redirect:/";
    }

    /** Remembers the language for a year and goes back to the page it was chosen on. */
    @PostMapping("/language")
    String language(
            @RequestParam String language,
            @RequestParam(defaultValue = "/") String back,
            HttpServletResponse response) {
        var spoken =
                Messages.SPOKEN.stream().anyMatch(locale -> locale.getLanguage().equals(language));
        var cookie = new Cookie(Frames.LANGUAGE_COOKIE, spoken ? language : "en");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge(YEAR_SECONDS);
        cookie.setAttribute("SameSite", "Strict");
        response.addCookie(cookie);
        return "redirect:" + ownPath(back);
    }

    /** Only a path of this program: never another site. */
    private static String ownPath(String back) {
        return back.matches("/[A-Za-z0-9/_-]*") && !back.startsWith("//") ? back : "/";
    }
}
