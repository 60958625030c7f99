package org.consilium.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.Whose;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.opinions.Opinions;
import org.consilium.preparation.Preparations;
import org.consilium.records.Incoming;
import org.consilium.records.Intake;
import org.consilium.samples.SamplePeople;
import org.consilium.samples.SamplePerson;
import org.consilium.triage.AnswersJson;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Trying things out with a made-up person: a case of its own, filled the same way a person would fill it. */
@Controller
class SamplePages {
    private final Cases cases;
    private final Intake intake;
    private final Opinions opinions;
    private final Preparations preparations;
    private final Desk desk;

    SamplePages(Cases cases, Intake intake, Opinions opinions, Preparations preparations, Desk desk) {
        this.cases = cases;
        this.intake = intake;
        this.opinions = opinions;
        this.preparations = preparations;
        this.desk = desk;
    }

    @PostMapping("/samples/{sample}")
    String start(Actor actor, @PathVariable String sample, HttpServletRequest request, RedirectAttributes next)
            throws IOException {
        var person = SamplePeople.all(desk.today()).stream()
                .filter(each -> each.id().equals(sample))
                .findFirst()
                .orElseThrow(ErrorPages.NotThere::new);
        var messages = Frames.messages(request);
        var title = person.name() + ": " + messages.say(person.title());
        var opened = cases.open(
                        actor,
                        new NewCase(title, Whose.SELF, null, messages.locale().getLanguage(), true))
                .id();
        fill(actor, opened, person);
        Frames.flash(next, Message.of("web.samples.ready"));
        return "redirect:/cases/" + opened;
    }

    private void fill(Actor actor, UUID id, SamplePerson person) throws IOException {
        for (var file : person.files()) {
            try (var bytes = new ByteArrayInputStream(file.bytes())) {
                intake.receive(actor, id, new Incoming(file.name(), bytes));
            }
        }
        for (var opinion : person.opinions()) {
            opinions.receive(actor, id, opinion.bytes());
        }
        if (AnswersJson.read(person.answers().text()) instanceof AnswersJson.Parsed.Read(var answers, var ignored)) {
            preparations.save(actor, id, answers);
        }
    }
}
