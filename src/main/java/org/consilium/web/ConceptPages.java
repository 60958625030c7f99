package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.audit.Actor;
import org.consilium.web.pages.ConceptHits;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the search box for conditions shows while somebody types. The words come in the body: none stand in an address. */
@Controller
class ConceptPages {
    private final Templates templates;
    private final Concepts concepts;

    ConceptPages(Templates templates, Concepts concepts) {
        this.templates = templates;
        this.concepts = concepts;
    }

    @PostMapping("/concepts")
    Page search(Actor actor, @RequestParam(defaultValue = "") String conceptWords, HttpServletRequest request) {
        var messages = Frames.messages(request);
        return Page.of(templates.concepts(
                new ConceptHits(messages, !conceptWords.isBlank(), concepts.search(conceptWords, messages.locale()))));
    }
}
