package org.consilium.letters;

import java.util.List;
import java.util.regex.Pattern;

/** How soon, how sure, what would change the doctor's mind, and what binds the doctor. */
final class Closing {
    private static final Pattern URGENT = Pattern.compile(
            "\\b(?:urgen(?:t|tly|cy)|no (?:rush|hurry)|can (?:safely )?wait|waiting (?:for )?(?:[a-z0-9]+ ){0,3}(?:does no harm|is safe|does not harm|will not harm|would do no harm)|without delay|as soon as possible|promptly|straight away|emergency|you can take|see (?:someone|a [a-z]+|him|her) within|should not (?:be delayed|wait)|safe to wait|time to decide|"
                    + "urgente(?:mente)?|urgencia|puede[n]? esperar|sin prisa|no hay prisa|cuanto antes|sin demora|lo antes posible|no conviene (?:esperar|retrasar|demorar)|preferente)\\b");
    private static final Pattern CONDITIONAL =
            Pattern.compile("^(?:if|si|in case|en caso)\\b.*(?:emergency|urgencias)|\\burgencias\\b");
    private static final Pattern MIND = Pattern.compile(
            "\\b(?:chang(?:e|es|ed) my (?:mind|opinion|advice|view|recommendation)|i would (?:reconsider|think again|rethink|revise)|would (?:alter|change) (?:this|my|the) (?:advice|opinion|plan|recommendation|view)|cambiaria (?:de |mi )?(?:opinion|consejo|recomendacion|parecer|idea)|cambiaria el plan|reconsideraria|replantearia)"
                    + "|^(?:if|should|were) .{4,120}\\bi would\\b|^si .{4,120}\\b(?:elegiria|operaria|recomendaria|aconsejaria|propondria|preferiria)\\b|^only if .{4,120}\\bi\\b");
    private static final Pattern SURE = Pattern.compile(
            "\\bi am (?:very |quite |fairly |reasonably |not |almost |completely |\\d+ ?% )*(?:sure|certain|confident|convinced)\\b|\\b(?:my )?(?:certainty|confidence) (?:in|is|about)\\b|\\b(?:estoy (?:muy |bastante |completamente |casi )*(?:segur|convencid)[oa]|tengo (?:poca|mucha|bastante)? ?certeza|mi certeza)");
    private static final Pattern BOUND = Pattern.compile(
            "\\b(?:conflicts? of interests?|competing interests?|conflictos? de interes(?:es)?|no financial (?:ties|interest)|i receive (?:fees|payment)|ningun interes economico)\\b");

    private Closing() {}

    static void read(List<Passage> passages, Harvest harvest) {
        first(passages, URGENT, "/urgency/text", harvest, true);
        first(passages, SURE, "/certaintyStatement", harvest, false);
        first(passages, MIND, "/wouldChangeMind", harvest, false);
        first(passages, BOUND, "/conflictOfInterest", harvest, false);
    }

    private static void first(List<Passage> passages, Pattern pattern, String path, Harvest harvest, boolean urgency) {
        for (var passage : passages) {
            switch (passage.topic()) {
                case FAMILY, RECORDS, HISTORY, EXAMINATION, EVIDENCE -> {
                    continue;
                }
                case PLAN, DIAGNOSIS, OTHER, OUTCOMES, TESTS -> {
                    if (pattern.matcher(passage.plain()).find()
                            && !(urgency
                                    && CONDITIONAL.matcher(passage.plain()).find()
                                    && !passage.plain().matches(".*\\b(?:within|rush|esperar)\\b.*"))) {
                        harvest.add(path, passage.text(), Confidence.SAID, passage);
                        return;
                    }
                }
            }
        }
    }
}
