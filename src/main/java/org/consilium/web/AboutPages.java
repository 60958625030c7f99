package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.knowledge.Knowledge;
import org.consilium.language.Message;
import org.consilium.web.pages.AboutPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the program is and what it knows. */
@Controller
class AboutPages {
    private final Templates templates;
    private final Knowledge knowledge;

    AboutPages(Templates templates, Knowledge knowledge) {
        this.templates = templates;
        this.knowledge = knowledge;
    }

    @GetMapping("/about")
    Page about(HttpServletRequest request) {
        return Page.of(templates.about(new AboutPage(
                Frames.plain(request, Message.of("web.about.title")),
                knowledge.version(),
                knowledge.groups().size(),
                knowledge.redFlags().size(),
                knowledge.windows().size(),
                knowledge.checklists().size())));
    }
}
