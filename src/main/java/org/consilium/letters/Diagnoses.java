package org.consilium.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.letters.Phrases.Span;
import org.consilium.prose.Assertion;
import org.consilium.prose.Plain;

/** What a letter concludes the illness is, might be, and is not. */
final class Diagnoses {
    private static final Pattern CONCLUDES = Pattern.compile(
            "\\b(?:(?:he|she|you|patient|it|they|this|who|[a-z]+|rory) (?:has|have|suffers? from)|diagnos[a-z]+|impression|findings? (?:are|is|support)|agree|consistent with|compatible with|suspicious for|conclude|is (?:also |very |less |more |most )*(?:possible|likely|unlikely|probable)|do(?:es)? not (?:think|believe)|there (?:is|are) no (?:signs?|evidence)|in my (?:opinion|view)|i (?:think|believe|suspect)|ruled out|excluded|confirm(?:s|ed)|"
                    + "tiene|presenta|padece|diagnostic[oa]|se trata de|compatibles? con|descarta(?:d[oa]|n|mos)?|sospecha|creo que|no se (?:observan?|aprecian?|evidencian?)|no hay (?:signos|datos|evidencia)|(?:es|son|parece) (?:muy |mas |menos )?(?:posible|probable|improbable|poco probable)|podria (?:existir|haber|tratarse)|considero|en mi opinion|confirma(?:d[oa])?)\\b");
    private static final Pattern SUPPOSES = Pattern.compile("^(?:if|should|in case|si|en caso)\\b");
    private static final Pattern RULED_OUT = Pattern.compile(
            "\\b(?:rule[sd]? out|ruling out|exclude[sd]?|descarta(?:d[oa]s?|mos|n|r)?|excluid[oa]s?|excluye|not (?:seen|found|present|confirmed)|do(?:es)? not (?:think|believe)|no (?:signs?|evidence) of|no creo que|no se (?:observan?|aprecian?|evidencian?)|no hay (?:signos|datos|evidencia)|is not (?:the|a) )\\b|\\bno es (?:un|una)\\b");
    private static final Pattern PARENTS =
            Pattern.compile("\\b(?:parents|padres|aged \\d{1,2}\\b|de \\d{1,2} anos)\\b");
    private static final Pattern CHILD = Pattern.compile(
            "\\b(?:su|sus|his|her|your|una?|an?|the) (?:hij[oa]s?|sons?|daughters?|niece|nephew|sobrin[oa]s?|child|children)\\b");
    private static final Pattern UNLIKELY =
            Pattern.compile("\\b(?:unlikely|improbable|poco probable|less likely|doubtful|not likely)\\b");
    private static final Pattern LIKELY = Pattern.compile(
            "\\b(?:likely|probabl[ey]|probables?|consistent with|compatibles? con|suspicious for|suggest(?:s|ive)?|sugestiv[oa]s?|sugiere[n]?|presumed|presumably|favou?rs?|strongly suspect)\\b");
    private static final Pattern LIKELY_AFTER = Pattern.compile(
            "^(?:[^.;,]{0,30}?\\b(?:is|are|es|son|being) (?:the )?(?:most |mas )?|\\s*[,(]\\s*(?:most |mas )?)(?:likely|probabl[ey]|probables?|presumed)\\b(?! (?:due|secondary|related|from|caused))");
    private static final Pattern OTHER_THOUGHT = Pattern.compile("[;.]|, (?:and|but|y|pero|an?|the|el|la|un|una)(?= )");
    private static final Pattern STILL_OPEN = Pattern.compile(
            "^[^,.;]{0,15}\\b(?:(?:should|must|needs? to|(?:still )?has to|remains to) (?:still |also |first )?be (?:ruled out|excluded)|(?:debe|deben|deberia|falta|queda por) (?:ser )?(?:descartar(?:se)?|descartad[oa]|excluir(?:se)?))\\b");
    private static final Pattern DENIAL_FIRST = Pattern.compile(
            "^(?:there (?:is|are|was|were) )?(?:no|not|sin|ningun[oa]?|no hay|no se (?:observan?|aprecian?|evidencian?|identifican?|detectan?))\\b[^,;:]*$|^(?:there (?:is|are|was|were) )no\\b[^,;:]*$");
    private static final Pattern ASIDE = Pattern.compile(
            "\\b(?:because of|due to|secondary to|risk (?:of|for)|risks|chance of|prevent(?:s|ion of)?|to avoid|causes?|cause of|lead(?:s|ing)? to|develops?|in case of|such as|if|when|in (?:people|patients|women|men|adults|children) with|(?:people|patients|women|men|children) with|with this|guidelines? (?:for|on)|treatment (?:of|for)|against|"
                    + "specialist in|department of|center for|centre for|por riesgo de|riesgo de|debid[oa] a|a causa de|para prevenir|para evitar|si (?:aparece|presenta|tiene|hay)|en caso de|pacientes con|personas con|tratamiento de(?:l| la)?|guia de(?:l| la)?|causa|provoca|center for)\\s*(?:(?:an?|the|her|his|your|el|la|un|una|su)\\s+)?(?:[a-z-]+\\s+){0,2}$");
    private static final Pattern NOT_A_DIAGNOSIS =
            Pattern.compile("\\b(?:cancer|tumou?r|disease|enfermedad)(?:[- ]free)?$");
    private static final Pattern GENERAL = Pattern.compile(
            "^(?:the |this |your |his |her |la |el |esta |este |su )?(?:cancers?|malignancy|tumou?rs?|carcinoma|infections?|metasta[a-z]+|fractures?|disease|hernia|stenosis|estenosis|tear|depression|hypertension|hemorrhage|thrombosis|anemia|dementia|adenoma|melanoma|infeccion(?:es)?|fracturas?|herniation)$");

    /** A diagnosis of a letter; {@code certainty} is a word of the opinion schema. */
    record Entry(String text, Passage passage, Span span, String certainty, Confidence sure) {
        boolean isRuledOut() {
            return certainty.equals("ruled-out");
        }

        boolean isOpen() {
            return certainty.equals("possible") || certainty.equals("unlikely");
        }
    }

    private final Dictionary dictionary;
    private final List<Entry> found = new ArrayList<>();

    private Diagnoses(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    static List<Entry> of(List<Passage> passages, Dictionary dictionary) {
        var diagnoses = new Diagnoses(dictionary);
        var isToParents = passages.stream()
                .anyMatch(passage -> PARENTS.matcher(passage.plain()).find());
        for (var passage : passages) {
            if (!isToParents && CHILD.matcher(passage.plain()).find()) {
                continue;
            }
            switch (passage.topic()) {
                case FAMILY, RECORDS, HISTORY, EXAMINATION, EVIDENCE, OUTCOMES, TESTS -> {
                    continue;
                }
                case DIAGNOSIS -> diagnoses.passage(passage, true);
                case PLAN, OTHER -> diagnoses.passage(passage, false);
            }
        }
        return List.copyOf(diagnoses.found);
    }

    private void passage(Passage passage, boolean headed) {
        var plain = passage.plain();
        if (plain.endsWith("?")
                || Measures.hasFigure(plain)
                || (Stance.isOfOthers(plain) && !RULED_OUT.matcher(plain).find())) {
            return;
        }
        if (!headed
                && (!CONCLUDES.matcher(plain).find() || SUPPOSES.matcher(plain).find())) {
            return;
        }
        var treatments = dictionary.treatments(plain);
        for (var span : dictionary.diseases(plain)) {
            if (treatments.stream().anyMatch(each -> covers(each.span(), span)) || isAside(plain, span)) {
                continue;
            }
            if (!treatments.isEmpty() && !CONCLUDES.matcher(plain).find()) {
                continue;
            }
            one(passage, span, headed);
        }
    }

    private static boolean covers(Span outer, Span inner) {
        return outer.start() <= inner.start() && inner.end() <= outer.end();
    }

    private static boolean isAside(String plain, Span span) {
        var before = plain.substring(0, span.start());
        return (ASIDE.matcher(before).find() && !before.matches(".*\\bdiagnos[a-z]* .*"))
                || plain.substring(span.end())
                        .matches(
                                "^(?:-free|-specific| specialist| surgeon| clinic| center| centre| team| program| guidelines?| study| trial| (?:coming|came) back| society| association).*");
    }

    private void one(Passage passage, Span name, boolean headed) {
        var plain = passage.plain();
        var certainty = certainty(passage, name, headed);
        if (certainty.isEmpty()) {
            return;
        }
        var span = Phrases.widen(plain, name.start(), name.end());
        var text = passage.text().substring(span.start(), span.end());
        var general = GENERAL.matcher(plain.substring(span.start(), span.end())).matches();
        if ((general && !certainty.get().equals("ruled-out") && !headed)
                || NOT_A_DIAGNOSIS.matcher(Plain.of(text)).matches()) {
            return;
        }
        if (general && !certainty.get().equals("ruled-out") && !found.isEmpty()) {
            return;
        }
        var entry = new Entry(
                text,
                passage,
                span,
                certainty.get(),
                headed && !certainty.get().equals("possible") ? Confidence.SAID : Confidence.IMPLIED);
        if (found.stream().noneMatch(each -> same(each.text(), text))) {
            found.add(entry);
        }
    }

    private static boolean same(String one, String other) {
        var left = Plain.of(one);
        var right = Plain.of(other);
        return left.contains(right) || right.contains(left);
    }

    /** How sure the doctor is of it; nothing when the sentence does not say that it is so, or speaks of the past or a relative. */
    private static Optional<String> certainty(Passage passage, Span name, boolean headed) {
        var plain = passage.plain();
        var before = plain.substring(0, name.start());
        var after = plain.substring(name.end());
        var said = Assertion.of(passage.text(), name.start(), name.end());
        if (UNLIKELY.matcher(OTHER_THOUGHT.split(after, 2)[0]).find()
                || UNLIKELY.matcher(OTHER_THOUGHT.splitAsStream(before).reduce("", (first, last) -> last))
                        .find()) {
            return Optional.of("unlikely");
        }
        if (STILL_OPEN.matcher(after).find()) {
            return Optional.of("possible");
        }
        return switch (said) {
            case RELATIVE, PAST -> Optional.empty();
            case DENIED -> denied(plain, before, headed);
            case DOUBTED ->
                Optional.of(
                        LIKELY.matcher(before).find()
                                        || LIKELY.matcher(after.length() > 50 ? after.substring(0, 50) : after)
                                                .find()
                                ? "likely"
                                : "possible");
            case AFFIRMED -> {
                if ((before.matches(".*\\b(?:considered|considero|valoro)\\b.*")
                                && RULED_OUT.matcher(after).find())
                        || after.matches(
                                "^[^.;]{0,80}\\b(?:has been|have been|was|were|ha sido|fue|queda|quedo) (?:considered and |carefully |also |therefore |valorad[oa] y |tambien )*(?:ruled out|excluded|descartad[oa]|excluid[oa])\\b.*")) {
                    yield Optional.of("ruled-out");
                }
                if (before.matches(
                        ".*\\b(?:ha[n]? descartado|he descartado|hemos descartado|i (?:have )?ruled out|i (?:have )?excluded)\\b[^,;]*")) {
                    yield Optional.of("ruled-out");
                }
                if (LIKELY_AFTER.matcher(after).find()) {
                    yield Optional.of("likely");
                }
                yield Optional.of("confirmed");
            }
        };
    }

    private static Optional<String> denied(String plain, String before, boolean headed) {
        if (before.matches(".*\\b(?:history of|antecedentes? de|historia de) .*")) {
            return Optional.empty();
        }
        if (RULED_OUT.matcher(plain).find()) {
            return Optional.of("ruled-out");
        }
        var begins = DENIAL_FIRST.matcher(before.strip() + " ").find()
                || DENIAL_FIRST.matcher(before.strip().toLowerCase(Locale.ROOT)).find();
        return headed && begins ? Optional.of("ruled-out") : Optional.empty();
    }
}
