package org.consilium.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consilium.access.Cases;
import org.consilium.access.ClinicalCase;
import org.consilium.audit.Actor;
import org.consilium.knowledge.Knowledge;
import org.consilium.language.Message;
import org.consilium.preparation.Preparations;
import org.consilium.records.CaseFile;
import org.consilium.records.Records;
import org.consilium.terminology.Terminologies;
import org.consilium.triage.Answers;
import org.consilium.triage.Assessment;
import org.consilium.triage.EmergencyNumber;
import org.consilium.triage.Loaded;
import org.consilium.triage.Triage;
import org.consilium.web.pages.EmergencyCard;
import org.consilium.web.pages.Frame;
import org.consilium.web.pages.TimeBar;
import org.springframework.stereotype.Component;

/** Lays out a case for a page: its records, its answers and its assessment of today. */
@Component
class Desk {
    private final Cases cases;
    private final Records records;
    private final Preparations preparations;
    private final Knowledge knowledge;
    private final Terminologies terminologies;
    private final Clock clock;

    Desk(
            Cases cases,
            Records records,
            Preparations preparations,
            Knowledge knowledge,
            Terminologies terminologies,
            Clock clock) {
        this.cases = cases;
        this.records = records;
        this.preparations = preparations;
        this.knowledge = knowledge;
        this.terminologies = terminologies;
        this.clock = clock;
    }

    /** A case with all that is known about it now. */
    record OpenCase(ClinicalCase about, CaseFile file, Answers answers, Assessment assessment, List<Message> tell) {
        UUID id() {
            return about.id();
        }

        String path() {
            return "/cases/" + about.id();
        }

        /** A red flag is up: care comes first, and comparing and deciding wait. */
        boolean stopped() {
            return !assessment.emergencies().isEmpty();
        }

        /** Red flags in the words of this language. */
        EmergencyCard emergency(Locale locale) {
            var flags = assessment.emergencies().stream()
                    .map(emergency -> new EmergencyCard.Flag(
                            emergency.flag().text().in(locale),
                            emergency.flag().target().in(locale)))
                    .toList();
            var country = answers.country();
            return new EmergencyCard(
                    flags,
                    EmergencyNumber.call(country),
                    EmergencyNumber.of(country).orElse(null),
                    tell);
        }
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Knowledge knowledge() {
        return knowledge;
    }

    /** @throws ErrorPages.NotThere when there is no such case for this person */
    OpenCase open(Actor actor, UUID id) {
        var about = cases.find(actor, id).orElseThrow(ErrorPages.NotThere::new);
        var file = records.caseFile(actor, id);
        var answers = preparations.answers(actor, id);
        var loaded = new Loaded(
                terminologies.rare(() -> Triage.conditionCodes(file, answers, knowledge, today())),
                terminologies.wider(() -> Triage.unplacedCodes(file, answers, knowledge, today())));
        return new OpenCase(
                about,
                file,
                answers,
                Triage.assess(file, answers, knowledge, loaded, today()),
                Triage.tell(file, answers, knowledge, today()));
    }

    /** The frame of a page of this case: the safe-timeline bar and the way back to the case. */
    Frame frame(HttpServletRequest request, OpenCase open, Message title) {
        return frame(request, open, title, open.path());
    }

    Frame frame(HttpServletRequest request, OpenCase open, Message title, String back) {
        return Frames.of(request, title, bar(open), back);
    }

    private static TimeBar bar(OpenCase open) {
        var assessment = open.assessment();
        var href = open.path() + "/assessment";
        var booked = assessment.treatmentDate() == null
                ? null
                : Message.of("web.timebar.booked", assessment.treatmentDate());
        if (!assessment.emergencies().isEmpty()) {
            return new TimeBar(href, true, Message.of("web.timebar.emergency"), null, null, null, null);
        }
        if (assessment.windows().isEmpty()) {
            return new TimeBar(href, false, Message.of("web.timebar.unknown"), null, null, null, booked);
        }
        var tightest = assessment.windows().getFirst();
        return new TimeBar(
                href,
                tightest.window().urgency().isEmergency(),
                tightest.message(),
                tightest.budget() == null ? null : tightest.window().days(),
                tightest.budget() == null ? null : tightest.elapsed(),
                tightest.budget(),
                booked);
    }
}
