package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.consilium.language.Message;
import org.consilium.web.pages.ErrorPage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The one place where what went wrong becomes a page a person can read. The unexpected gets an incident number, which is
 * also in the log; the log holds no words of a record.
 */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final Templates templates;

    ErrorPages(Templates templates) {
        this.templates = templates;
    }

    /** Nothing here for this person: no such case, file or opinion, or not theirs. */
    @ResponseStatus(org.springframework.http.HttpStatus.NOT_FOUND)
    static final class NotThere extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        NotThere() {
            super(null, null, false, false);
        }
    }

    /** The launch link was used up or is not right. */
    @ResponseStatus(org.springframework.http.HttpStatus.UNAUTHORIZED)
    static final class NotSignedIn extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        NotSignedIn() {
            super(null, null, false, false);
        }
    }

    /** The link of a reviewer has expired or was taken back. */
    @ResponseStatus(org.springframework.http.HttpStatus.GONE)
    static final class Ended extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Ended() {
            super(null, null, false, false);
        }
    }

    @RequestMapping("/error")
    Page error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        var kind = kind(status);
        var incident = kind.equals("broken") ? report(request) : null;
        var frame = Frames.plain(request, Message.of("web.error." + kind + ".title"));
        return new Page(
                templates.error(new ErrorPage(frame, Message.of("web.error." + kind + ".text"), incident)), status);
    }

    private static String kind(int status) {
        return switch (status) {
            case 401 -> "signedOut";
            case 403 -> "refused";
            case 404, 405 -> "notThere";
            case 410 -> "ended";
            case 413 -> "tooLarge";
            default -> status < 500 ? "notUnderstood" : "broken";
        };
    }

    private static String report(HttpServletRequest request) {
        var incident = UUID.randomUUID().toString().substring(0, 8);
        var thrown = (@Nullable Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.atError()
                .addKeyValue("incident", incident)
                .addKeyValue(
                        "kind",
                        thrown == null ? "unknown" : root(thrown).getClass().getName())
                .addKeyValue("at", thrown == null ? "unknown" : places(root(thrown)))
                .log("request failed");
        return incident;
    }

    private static Throwable root(Throwable thrown) {
        var cause = thrown.getCause();
        return cause == null || cause == thrown ? thrown : root(cause);
    }

    /** Where it happened, without its message: that could hold words of a record. */
    private static String places(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(8)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
