package org.consilium.letters;

import java.util.regex.Pattern;
import org.consilium.prose.Plain;

/** What it is that happens so often, from the words around a figure. */
final class Outcome {
    private static final int LONGEST = 160;
    private static final String PEOPLE =
            "(?:people|patients|women|men|children|adults|persons|boys|girls|operations|those|tendons|knees|hips|cases|teeth|pacientes|personas|mujeres|hombres|ninos|ninas|adultos|operaciones|casos|operad[oa]s|quienes)";
    private static final Pattern WHO = Pattern.compile(
            "^\\s*(?:of |de )?(?:the |all |los |las |these |such )?(?:[a-z]+ )?" + PEOPLE
                    + "\\b(?:,? (?:with|who|whose|like|that|aged|in|on|having|con|que|como|sometid[oa]s a|tratad[oa]s con) [^,;.]*?(?=\\b(?:are|is|have|has|had|get|gets|develop|did|do|will|feel|live|stay|remain|were|tienen|estan|sufren|presentan|quedan|siguen|mejoran|viven)\\b))?\\s*");
    private static final Pattern VERB = Pattern.compile(
            "^(?:,\\s*)?(?:(?:are|is|were|was|have|has|had|get|gets|got|will (?:have|get|be)|suffer|experience|develop|report|estan|tienen|tiene|sufren|sufre|presentan|presenta|quedan|desarrollan)\\s+)?(?:still |an?\\s+|una?\\s+)?");
    private static final Pattern STOP = Pattern.compile(
            "[.;]|(?:^|,? )(?:compared|against|versus|frente a|en comparacion|en lugar de|whichever|cualquiera)\\b|(?:^|,? )(?:at|within|in|over|after|by|during|a los|a las|al|en los|en las|en|tras|durante|dentro de) (?:the |los |las |el )?(?:first |next |following |siguientes |primer |proximos )?(?:\\d+|an?|one|two|three|four|five|six|ten|un|una|dos|tres|cinco|ano|year|diez)\\b|(?:^|,? )(?:after|following|with|tras|con|despues de)\\b");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:.*\\b(?:causes?|leads? to|gives?|brings?|carries|produces?|provocan?|causan?|da|produce)\\s+|(?:in|with|after|without|at|following|en|con|tras|a los|a|de cada) [^,]{2,70},\\s*|(?:the |an? |el |la |los |las |un |una )?(?:risk|chance|rate|likelihood|probability|riesgo|probabilidad|tasa|necesidad|need) (?:of|for|de|del)(?: an?| una?| the| la| el)? )");
    private static final Pattern TAIL = Pattern.compile(
            "(?:\\b(?:is|are|was|were|occurs?|happens?|happen|appears?|affects?|seen|found|common|about|around|only|up to|in|at|of|to|for|es|son|del?|el|la|los|las|en|ocurren?|aparecen?|sucede[n]?|se da[n]?|afecta[n]?|alrededor de|un|unos|entre|between|from|approximately|roughly|nearly|aproximadamente|casi|very|with|a|les?|se|reaches|be|the|this|than|less)|[\\s,:;(-])+$");

    private static final Pattern TAKING = Pattern.compile(
            "\\s*(?:on|taking|using|receiving|treated with|who (?:take|took|use|get)|que (?:toman|reciben)|en tratamiento con|tratad[oa]s con)\\b");

    private Outcome() {}

    /** The words, at most {@value #LONGEST} characters; empty when there are none. */
    static String of(String text, String plain, int from, int first, Figure figure, int end) {
        var after = after(text, plain, figure.end(), end);
        if (!after.isEmpty()) {
            return after;
        }
        var before = before(text, plain, from, figure.start());
        if (from > 0 && before.matches("(?i)(?:con|with|after|tras|on|en|in)\\b.*")) {
            return before(text, plain, 0, first);
        }
        if (!before.isEmpty()) {
            return before;
        }
        return before(text, plain, 0, figure.start());
    }

    static String plain(String words) {
        return Plain.of(words);
    }

    private static String after(String text, String plain, int from, int end) {
        var rest = plain.substring(from, end);
        var who = WHO.matcher(rest);
        var start = 0;
        if (who.lookingAt()) {
            start = who.end();
            if (rest.substring(start).stripLeading().startsWith(",")) {
                return "";
            }
        } else if (!rest.matches(
                "^\\s*(?:have|has|are|is|need|get|die|leak|live|develop|tienen|mejoran|necesitan|mueren|viven|recaen|sufren|estan|siguen|alive)\\b.*")) {
            return "";
        }
        if (TAKING.matcher(rest.substring(start)).lookingAt()) {
            return "";
        }
        var verb = VERB.matcher(rest.substring(start).stripLeading());
        start += rest.substring(start).length()
                - rest.substring(start).stripLeading().length();
        start += verb.lookingAt() ? verb.end() : 0;
        var stop = STOP.matcher(rest.substring(start));
        var to = stop.find() ? start + stop.start() : rest.length();
        return clean(text.substring(from + start, from + Math.max(start, to)));
    }

    private static String before(String text, String plain, int from, int to) {
        var start = from;
        var mark = Math.max(plain.lastIndexOf("; ", to - 1), plain.lastIndexOf(". ", to - 1));
        start = mark >= from ? mark + 2 : start;
        var colon = plain.lastIndexOf(": ", to - 1);
        if (colon > start && to - colon > 6) {
            start = colon + 2;
        }
        var part = plain.substring(Math.min(start, to), to);
        for (var lead = LEAD.matcher(part); lead.lookingAt() && lead.end() < part.length(); lead = LEAD.matcher(part)) {
            start += lead.end();
            part = part.substring(lead.end());
        }
        var tail = TAIL.matcher(part);
        var end = tail.find() ? tail.start() : part.length();
        var frame = Pattern.compile(
                        "\\s(?:at|within|in|over|a|en|tras|after) (?:los |las |the )?\\d+[ -](?:years?|days?|months?|weeks?|anos|dias|meses|semanas)$")
                .matcher(part.substring(0, end));
        end = frame.find() ? frame.start() : end;
        return clean(text.substring(start, start + end));
    }

    private static String clean(String words) {
        var clean = words.replace('\n', ' ').replaceAll("^(?:[\\s,:;(-]|(?:y|and|but|pero)\\s)+|[\\s,:;(-]+$", "");
        return clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean.length() < 3 ? "" : clean;
    }
}
