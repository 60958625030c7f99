package org.consilium.letters;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a doctor says of a treatment: wants it, leaves it open, or advises against it; the words of the opinion schema. */
enum Stance {
    RECOMMENDED,
    POSSIBLE,
    ADVISED_AGAINST;

    private static final Pattern AGAINST = Pattern.compile(
            "\\b(?:advis(?:e|es|ing) against|against|(?:do|would|does|did|could|can) not (?:recommend|advise|suggest|offer|favou?r|support|propose|perform|operate|need|start|use|give|see a role for|think (?:that )?(?:you|he|she|they) needs?)|(?:do|would)n't (?:recommend|advise|suggest|offer)|"
                    + "cannot recommend|not in favou?r of|avoid(?:ing|ed)?|no (?:role|need|indication|place|reason) for|there is no (?:role|need|indication|place) for|not (?:a )?candidates? for|not indicated|stop(?:ping)?|discourage|rather than|instead of|without(?= $)|"
                    + "no (?:le |la |lo |les )?(?:recomiendo|recomendamos|recomendaria|aconsejo|aconsejaria|aconsejamos|propongo|indicaria|indico|veo indicacion de|operaria|es necesari[oa]|esta indicad[oa]|precisa|necesita|hay indicacion de|haria|se recomienda|procede|conviene)|"
                    + "desaconsejo|desaconsejamos|desaconsejaria|se desaconseja|evitar(?:ia)?|en contra de|contraindicad[oa]s?|suspender|retirar|en lugar de|en vez de|sin(?= $))\\b");
    private static final Pattern AGAINST_AFTER = Pattern.compile(
            "^[^.;]{0,60}?\\b(?:(?:is|are|was|would be|seems|should) (?:clearly |probably |really |currently |strongly )?(?:not|never) (?:be )?(?:needed|necessary|recommended|advised|advisable|indicated|required|appropriate|justified|helpful|given|used|started|done|offered|an option|my advice|useful|of benefit)"
                    + "|(?:should|must) (?:not be|be avoided)|(?:is|are) (?:best |to be )?(?:avoided|contraindicated|unnecessary|unsuitable|too (?:risky|dangerous))|has no (?:role|place)|not (?:indicated|needed|recommended|advised|advisable)"
                    + "|no (?:es|son|esta|estan|seria|resulta|parece) (?:necesari[oa]s?|indicad[oa]s?|aconsejables?|recomendables?|conveniente|precis[oa]s?|util|adecuad[oa])|no (?:se )?(?:recomienda|aconseja|precisa|procede)|no l[ao]s? (?:aconsejo|recomiendo|aconsejaria|recomendaria)|"
                    + "(?:debe|deben|deberia) evitarse|esta(?:n)? contraindicad[oa]s?|se desaconsejan?)\\b");
    private static final Pattern OPEN = Pattern.compile(
            "\\b(?:alternatives?|alternatively|options?|optional|could|may|might|can|possible|reasonable|acceptable|consider(?:ed|ing|ation)?|optionally|if (?:needed|necessary|not|there|symptoms|pain|that|she|he|you|it|the|conservative)|as a second|fallback|"
                    + "alternativas?|opcion|opcional(?:mente)?|podria[n]?|puede[n]?|cabe|posible|razonable|aceptable|valorar(?:se|ia)?|considerar(?:se|ia)?|si (?:no|el|la|los|las|fuera|persiste|empeora|precisa))\\b");
    private static final Pattern WANTED = Pattern.compile(
            "\\b(?:recommend(?:ed|s|ation|ing)?|advise[sd]?|advice|suggest(?:ed|s)?|propose[sd]?|should|favou?r|prefer(?:red|s)?|would (?:do|start|offer|choose|go|treat|begin|operate|use|add|give|perform|continue|keep)|start|begin|continue|first choice|best (?:option|choice|treatment)|"
                    + "recomiendo|recomendamos|recomendaria|recomendacion|recomendad[oa]|se recomienda|aconsejo|aconsejamos|aconsejaria|propongo|proponemos|sugiero|indico|iniciar|inicio de|comenzar|prefiero|preferimos|de eleccion|mejor opcion|debe|deberia|mantener|continuar|elegiria)\\b");
    private static final Pattern CHOSEN = Pattern.compile(
            "\\b(?:is (?:what|the one|the option)(?: that)? i (?:would )?(?:recommend|advise|choose)|es (?:la|lo|el)(?: opcion| que)* que (?:recomiendo|aconsejo|prefiero)|es la opcion que (?:recomiendo|aconsejo|prefiero))\\b");
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:(?:first|previous|other|another|your|her|his|treating|referring|local|original) (?:doctor|surgeon|team|opinion|psychiatrist|oncologist|specialist|hospital|physician|neurologist|cardiologist|consultant|orthopa?edist|clinic|center|centre)s?|was (?:told|advised|offered|recommended|given)|were (?:told|advised|offered)|(?:has|have|had) been (?:advised|offered|told|recommended|treated)|has (?:had|tried|received|undergone|taken)|had (?:tried|received|taken)|underwent|dr\\.? [a-z]+ (?:recommended|advised|suggested|proposed|recommends|advises)|"
                    + "(?:primer|otro|su) (?:medico|cirujano|equipo|especialista|oncologo|psiquiatra|hospital)|primera opinion|le (?:propusieron|recomendaron|ofrecieron|aconsejaron|indicaron)|se le (?:propuso|recomendo|ofrecio|indico)|ha (?:recibido|probado|tomado)|fue (?:tratad|operad)[oa])\\b");
    private static final Pattern DECLINED = Pattern.compile(
            "\\b(?:decline[sd]?|refuse[sd]?|does not (?:want|wish)|do not want|did not want|rechaz[ao]|no desea|no quiere)\\b");
    private static final Pattern CLAUSE = Pattern.compile(
            "(?:;|\\bbut\\b(?! (?:is|are|it is|not))|\\bhowever\\b|\\bpero\\b(?! no (?:es|son|est))|\\baunque\\b|\\balthough\\b|\\bunless\\b|\\ba menos que\\b|\\bsalvo\\b|, and (?=i |we )|\\. )");

    /** As the schema writes it: {@code advised-against}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a sentence says of the words from {@code start} to {@code end}; nothing when it does not say. */
    static Optional<Stance> of(String plain, int start, int end) {
        var from = 0;
        var to = plain.length();
        var clause = CLAUSE.matcher(plain);
        while (clause.find()) {
            if (clause.end() <= start) {
                from = clause.end();
            } else if (clause.start() >= end) {
                to = clause.start();
                break;
            }
        }
        var before = plain.substring(from, start);
        var after = plain.substring(end, to);
        var against = last(AGAINST, before);
        var wanted =
                last(WANTED, before.replaceAll("(?:not|n't|no) (?:recommend|advise|suggest|recomiendo|aconsejo)", "_"));
        if (CHOSEN.matcher(after).find()) {
            return Optional.of(RECOMMENDED);
        }
        if (AGAINST_AFTER.matcher(after).find() || (against >= 0 && against >= wanted)) {
            return Optional.of(ADVISED_AGAINST);
        }
        if (OPEN.matcher(before).find()
                || OPEN.matcher(after.length() > 80 ? after.substring(0, 80) : after)
                        .find()) {
            return Optional.of(wanted >= 0 && !OPEN.matcher(before).find() ? RECOMMENDED : POSSIBLE);
        }
        return wanted >= 0 || WANTED.matcher(after).find() ? Optional.of(RECOMMENDED) : Optional.empty();
    }

    /** What a sentence without a treatment says of the one before it: «This is what I would recommend.» */
    static Optional<Stance> ofTheLast(String plain) {
        if (!plain.matches(
                        "^(?:this|that|it|i (?:favou?r|prefer|recommend|advise|do not|would)|es (?:la|el|lo)|esta|este|la (?:que )?|lo que|no la|no lo).*")
                && !plain.matches(".*\\b(?:no l[ao] (?:aconsejo|recomiendo))\\b.*")) {
            return Optional.empty();
        }
        if (plain.matches(
                ".*\\b(?:no l[ao] (?:aconsejo|recomiendo)|(?:do|would) not (?:recommend|advise|favou?r))\\b.*")) {
            return Optional.of(ADVISED_AGAINST);
        }
        return WANTED.matcher(plain).find() && !plain.contains("?") ? Optional.of(RECOMMENDED) : Optional.empty();
    }

    /** True when a sentence tells what somebody else wanted or what was done before. */
    static boolean isOfOthers(String plain) {
        return OTHERS.matcher(plain).find();
    }

    static boolean isDeclined(String plain) {
        return DECLINED.matcher(plain).find();
    }

    private static int last(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        var at = -1;
        while (found.find()) {
            at = found.start();
        }
        return at;
    }
}
