package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.consilium.language.Message;
import org.consilium.opinions.Reviews;
import org.consilium.web.pages.ReviewStartPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in for a reviewer: opening the link uses nothing up, beginning does. */
@Controller
class ReviewStartPages {
    private final Templates templates;
    private final Reviews reviews;
    private final SignIn signIn;
    private final ReviewDesk desk;

    ReviewStartPages(Templates templates, Reviews reviews, SignIn signIn, ReviewDesk desk) {
        this.templates = templates;
        this.reviews = reviews;
        this.signIn = signIn;
        this.desk = desk;
    }

    @GetMapping("/review/start")
    Page look(@RequestParam(defaultValue = "") String token, HttpServletRequest request) {
        if (!reviews.opens(token, desk.now())) {
            throw new ErrorPages.Ended();
        }
        return Page.of(templates.reviewStart(
                new ReviewStartPage(Frames.plain(request, Message.of("workbench.start.title")), token)));
    }

    @PostMapping("/review/start")
    String begin(
            @RequestParam(defaultValue = "") String token, HttpServletRequest request, HttpServletResponse response) {
        var reviewer = reviews.enter(token, desk.now()).orElseThrow(ErrorPages.Ended::new);
        signIn.begin(reviewer, SecurityConfiguration.REVIEWER, request, response);
        return "redirect:/review";
    }
}
