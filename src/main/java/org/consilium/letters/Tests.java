package org.consilium.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.letters.Phrases.Span;
import org.consilium.prose.Plain;
import org.jspecify.annotations.Nullable;

/** The tests that a letter asks for. */
final class Tests {
    private static final Pattern TEST = Pattern.compile(
            "(?<![a-z])(?:(?:[a-z0-9-]+ (?:and|y|or) )?(?:(?!and |or |for |the |with |a |an |of |please |order |request |obtain |ask |get |perform |arrange |also |by |to |further |suggest |recommend |need |having |whether |until )[a-z0-9-]+ ){0,3}(?:tests?|testing|levels?|panel|sequencing|scans?|x-rays?|ultrasounds?|biops(?:y|ies)|mri|ct|pet(?:[-/ ]?ct)?|echocardiograms?|mammograms?|colonoscopy|endoscopy|laryngoscopy|bronchoscopy|electromyogra[a-z]+|emg|eeg|ecg|ekg|sleep study|angiogram|arteriogram|spirometry|dexa|genetic (?:test|panel|counsell?ing)|audiogram|staging laparoscopy|mantoux|urine test|urodynamics|culture|blood work|dna analysis)"
                    + "|(?:un|una|unos|unas|el|la) (?:analiticas?|biopsias?|resonancias?|radiografias?|ecografias?|ecocardiogramas?|tac|tc|pet(?:-tc)?|mamografias?|tomografias?|colonoscopias?|gastroscopias?|laringoscopias?|electromiogramas?|electroencefalogramas?|holter|gammagrafias?|estudios?|pruebas?|determinacion(?:es)?|audiometrias?|espirometrias?|densitometrias?|polisomnografias?|panel(?:es)?|niveles|test|cultivo|cariotipo)\\b(?:(?: de[l]?| con| genetic[oa]s?| para| al| sobre| en)?(?: la| el| los| las)? (?!antes|despues|porque|si\\b|y\\b|se\\b)[a-z0-9-]+){0,3}"
                    + "|(?:analitica|biopsia|resonancia magnetica|resonancia|radiografia|ecografia|ecocardiograma|tac|mamografia|colonoscopia|laringoscopia|estudio genetico|estudio [a-z]+|prueba de [a-z]+|pruebas de [a-z]+|test [a-z]+|mantoux|audiometria|densitometria|electromiograma|polisomnografia|holter|tsh|cea|psa)(?: (?:de|con|del) (?:la |el )?[a-z]+(?: [a-z]+)?)?"
                    + "|\\b(?:cea|psa|tsh|hba1c|crp|ferritin|vitamin d) level|\\b(?:cea|psa|tsh|hba1c|ferritin|oncotype dx|mammaprint|decipher)(?: test)?)(?![a-z])");
    private static final Pattern ASKS = Pattern.compile(
            "\\b(?:ask for|order|request(?:ed)?|obtain|arrange|get|perform|need(?:s|ed)?|require[sd]?|would (?:like|want|add|do)|should (?:have|be|get|undergo)|suggest|recommend|advise|repeat|first want|please|want|"
                    + "solicit[oaeé]n?|solicitaria|solicitamos|pido|pedimos|pediria|pedir|realizar|completar|hacer|haria|haga|repetir|ampliar|sugiero|recomiendo|aconsejo|falta|precisa|necesita|conviene|deberia hacerse|obtener)\\b");
    private static final Pattern DONE = Pattern.compile(
            "\\b(?:looked at|have read|images of|showed|shows|shown|revealed|confirmed by|dated|was normal|were normal|reviewed|demonstrated|no need for|not need|not needed|is not necessary|without|muestra|mostro|revela|confirmo|fechad[oa]|normal(?:es)?$|no (?:es necesari|precisa|hace falta)|revisad[oa])");
    private static final Pattern NOT_FOR = Pattern.compile(
            "\\b(?:according to|if|increased|based on|with|of|by|score|after|since|confirmed by|guided by|on the|segun|por|guiad[oa] por|mediante|con) (?:the |his |her |your |an? |la |el |un |una )?(?:repeat |nueva |nuevo )?$");
    private static final Pattern RESULT =
            Pattern.compile("^ (?:scores?|results?|is|was|were|are|rose|shows?|reports?|of \\d)\\b");
    private static final Pattern WHY = Pattern.compile(
            "\\b(?:because|in order to|to (?:rule|look|check|confirm|see|exclude|make|find|decide|know|measure|plan)|before|porque|para|ya que|antes de)\\b.*");

    /** A test with the reason that its sentence gives. */
    record Entry(String text, @Nullable String why, Passage passage, Confidence sure) {}

    private Tests() {}

    static List<Entry> of(List<Passage> passages, List<Treatments.Entry> treatments) {
        var found = new ArrayList<Entry>();
        for (var passage : passages) {
            switch (passage.topic()) {
                case FAMILY, RECORDS, HISTORY, EXAMINATION, EVIDENCE, OUTCOMES -> {
                    continue;
                }
                case PLAN, DIAGNOSIS, OTHER, TESTS -> passage(passage, treatments, found);
            }
        }
        return found;
    }

    private static void passage(Passage passage, List<Treatments.Entry> treatments, List<Entry> into) {
        var plain = passage.plain();
        var asks = ASKS.matcher(plain);
        var listed = passage.topic() == Topic.TESTS || (passage.isPlan() && passage.item());
        var asked = asks.find();
        if (DONE.matcher(plain).find()
                || Measures.hasFigure(plain)
                || Stance.isOfOthers(plain)
                || (!asked && !listed)
                || isCondition(plain)) {
            return;
        }
        var from = asked && !listed ? asks.start() : 0;
        var why = WHY.matcher(plain);
        var reason = why.find(asked && !listed ? asks.end() : 0)
                ? passage.text().substring(why.start()).replaceFirst("[.;]$", "")
                : null;
        var limit = reason == null ? plain.length() : why.start();
        var tests = TEST.matcher(plain);
        while (tests.find()) {
            var span = trimmed(plain, tests.start(), tests.end());
            var isTreatment =
                    treatments.stream().anyMatch(each -> each.passage.equals(passage) && each.span.overlaps(span));
            if (span.start() < from
                    || span.start() >= limit
                    || isTreatment
                    || NOT_FOR.matcher(plain.substring(0, span.start())).find()
                    || RESULT.matcher(plain.substring(span.end())).find()) {
                continue;
            }
            var text = passage.text().substring(span.start(), span.end());
            if (text.length() > 2
                    && into.stream().noneMatch(each -> Plain.of(each.text()).equals(Plain.of(text)))) {
                into.add(new Entry(text, reason, passage, asked ? Confidence.SAID : Confidence.IMPLIED));
            }
        }
    }

    /** «If the node holds cancer, I would …» asks for nothing. */
    private static boolean isCondition(String plain) {
        return plain.matches(
                "^(?:if|si|unless|should) .*(?:would|cambiaria|change|reconsider|elegiria|operaria).*|.*\\b(?:change my|cambiaria|reconsider).*");
    }

    private static Span trimmed(String plain, int start, int end) {
        var lead = Pattern.compile(
                        "^(?:(?:an?|the|un|una|unos|unas|el|la|please|order|request|obtain|arrange|get|perform|first|repeat|also|i|would|ask|for|suggest|then|new|before|after) )+")
                .matcher(plain.substring(start, end));
        return new Span(lead.lookingAt() ? start + lead.end() : start, end);
    }
}
