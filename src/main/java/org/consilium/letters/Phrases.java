package org.consilium.letters;

import java.util.Set;
import java.util.regex.Pattern;

/** Widens a name found in a sentence to the words that belong to it: «invasive ductal» before, «of the left breast» behind. */
final class Phrases {
    /** A stretch of a sentence. */
    record Span(int start, int end) {
        boolean overlaps(Span other) {
            return start < other.end && other.start < end;
        }
    }

    private static final int MOST_BEFORE = 4;
    private static final Set<String> NOT_BEFORE = Set.copyOf(java.util.List.of(
            ("a an the this that these his her your my our its their of with and or but nor for from to in on at by as is are was were be been has have had no not any without "
                            + "diagnosis impression assessment shows showed show confirmed confirms confirm suspected suspect suspicious probable probably possible possibly likely most very also "
                            + "evidence signs history considered recommend advise suggest propose prefer favor favour offer start begin consider avoid against then afterwards first second third finally followed before after "
                            + "i we you he she it they who which that if when would should could may might can do did does will one two three option agree both either than such like called known as because due "
                            + "un una unos unas el la los las lo del de al con sin y o pero por para en que es son fue no se hay tiene tuvo presenta padece diagnostico impresion conclusion sospecha probable posible "
                            + "recomiendo aconsejo propongo desaconsejo iniciar inicio empezar valorar considerar realizar evitar primero despues luego como su mi segun junto tras ni tambien descarta descartado descartada signos evidencia "
                            + "observan puede pueden podria muy mas continuar continue take use add give ruled out excluded had having repeat only alone just currently now either neither underwent undergo receive initial the")
                    .split(" ")));
    private static final Set<String> SPANISH_LINK = Set.of("de", "del", "la", "por", "el");
    private static final Pattern RELATIVE =
            Pattern.compile("brother|sister|mother|father|aunt|uncle|cousin|son|daughter");
    private static final Pattern BEHIND = Pattern.compile(
            "^(?:,? (?:of|in|at|del?|de la|en(?: el| la)?|a nivel)(?: the| his| her| your| el| la| los| las)? (?!un plazo|un mes|plazo|proxim|menos|\\d+ (?:years?|anos|weeks|semanas|months|meses|days|dias|cm|mm)|whom|which|people|patients|place|case|doubt|order|addition|view)"
                    + "(?:left |right |both |upper |lower |lateral |medial |sigmoid |lumbar |cervical |thoracic |posterior |anterior |main |inner |outer )*[a-z][a-z0-9-]*(?: (?:breast|lobe|knee|hip|shoulder|colon|lung|kidney|gland|spine|valve|artery|lobulo|intern[oa]|extern[oa]|izquierd[oa]|derech[oa]|dorsal|lumbar|cervical))*"
                    + "| (?:l\\d-[ls]?\\d|[ct]\\d-[ct]?\\d|tipo [12i]+|type [12i]+|izquierd[oa]s?|derech[oa]s?|bilateral(?:es)?|grave|severa?|moderad[oa]|leve|sintomatic[oa]|degenerativ[oa]|medial|lateral|primari[oa]|generalizad[oa]|mayor|total|[a-z]{4,}(?:ic[oa]s?|os[oa]s?|ales|al|ares?|ari[oa]s?)(?![a-z])|cronic[oa]|recurrente|aguda?)| \\([a-z0-9-]{2,10}\\))+");

    private Phrases() {}

    static Span widen(String plain, int start, int end) {
        var behind = BEHIND.matcher(plain.substring(end));
        return new Span(before(plain, start), behind.find() ? end + behind.end() : end);
    }

    /** The adjectives before a name: back to a small word, a mark or four words. */
    static int before(String plain, int start) {
        var from = start;
        for (var words = 0; words < MOST_BEFORE; words++) {
            if (from < 2 || plain.charAt(from - 1) != ' ' || isMark(plain.charAt(from - 2))) {
                return from;
            }
            var space = plain.lastIndexOf(' ', from - 2);
            var word = plain.substring(space + 1, from - 1);
            if (NOT_BEFORE.contains(word)
                    || !word.matches("[a-z][a-z'/0-9-]*|[0-9]+-[a-z]+")
                    || (word.matches(".*(?:ly|mente|ing)")
                            && !word.matches("(?:clinically|early|underlying|remaining|healing|slow-growing)"))) {
                return from;
            }
            from = space + 1;
        }
        return from;
    }

    /** Where the words that belong together begin: after the last small word before the last word. */
    static int afterSmallWord(String plain, int start, int end) {
        var from = start;
        for (var space = plain.indexOf(' ', start); space > 0 && space < end; space = plain.indexOf(' ', space + 1)) {
            if (NOT_BEFORE.contains(plain.substring(from, space))
                    || RELATIVE.matcher(plain.substring(from, space)).matches()) {
                from = space + 1;
            } else {
                var word = plain.substring(Math.max(from, plain.lastIndexOf(' ', space - 1) + 1), space);
                from = NOT_BEFORE.contains(word) && !SPANISH_LINK.contains(word) ? space + 1 : from;
            }
        }
        return from;
    }

    private static boolean isMark(char letter) {
        return ",;:.()/".indexOf(letter) >= 0;
    }
}
