package org.consilium.prose;

import java.util.regex.Pattern;

/**
 * How a text says a thing: outright, denied, in doubt, of the past, or of a relative. The words and their reach follow the
 * ConText algorithm (Harkema, Dowling, Thornblade and Chapman, Journal of Biomedical Informatics 2009) and its Spanish
 * translation; «consistent with» and «compatible with» are doubt, as in the ICD-10-CM guidelines, section IV.H.
 */
public enum Assertion {
    AFFIRMED,
    DENIED,
    DOUBTED,
    PAST,
    RELATIVE;

    private static final Pattern DENIES = Pattern.compile(
            "\\b(?:no(?! (?:only|longer responds|solo|obstante))|not|without|negative for|free of|free from|absence of|absent|denies|denied|rules? out|ruled out|lack of|lacks|fails to (?:show|reveal)|"
                    + "never (?:had|developed)|insufficient (?:for|evidence)|unlikely|resolved|neither|nor|sin|niega|negativ[oa]s? para|ausencia de|descarta(?:r|ndo|mos|do|da|n)?|se descarta|libres? de|ningun[oa]?|"
                    + "tampoco|ni|descartad[oa]|excluid[oa]|exclude[sd]?|no se (?:observan?|identifican?|evidencian?|aprecian?|detectan?))\\b");
    private static final Pattern DOUBTS = Pattern.compile(
            "\\b(?:suspicious for|suspicion (?:of|for)|suspected|suspect|suspects|possibl[ey]|probabl[ey]|likely(?! (?:due|secondary|related|from|caused))|presumed|presumptive|questionable|may (?:represent|be|reflect)|might (?:represent|be)|"
                    + "could (?:represent|be|reflect)|cannot (?:be )?(?:exclude|excluded|rule out|ruled out)|can not (?:be )?(?:exclude|excluded)|consistent with|compatible with|suggest(?:s|ive|ing)?(?: of)?|concerning for|worrisome for|"
                    + "favor(?:s|ed|ing)?|favour(?:s|ed|ing)?|equivocal|differential (?:diagnosis|includes?|considerations?)|versus|vs\\.?|rule[- ]out|r/o|evaluate for|concern for|to exclude|indeterminate for|"
                    + "atypical cells|sospech(?:a|oso|osa)s?(?: de| para)?|posibles?|probables?|compatibles? con|sugestiv[oa]s?(?: de)?|sugier(?:e|en)|sugerentes?(?: de)?|no se (?:puede |pueden )?(?:descarta|descartar|excluir|excluye)|"
                    + "a descartar|para descartar|dudos[oa]s?|presunt[oa]s?|podria|valorar|diagnostico diferencial|impresiona de|en relacion con probable)(?!\\w)");
    private static final Pattern NO_DENIAL = Pattern.compile(
            "\\b(?:cannot (?:be )?(?:exclude|excluded|rule out|ruled out)|can not (?:be )?(?:exclude|excluded)|no se (?:puede |pueden )?(?:descarta|descartar|excluir|excluye)|not (?:be )?(?:excluded|ruled out)|"
                    + "rule[- ]out|to exclude|a descartar|para descartar|no (?:significant )?(?:interval )?change|sin cambios|not otherwise specified|no especific(?:ado|a)|not only|no special type|"
                    + "without (?:mention|behavioral|complication)s?(?: of)?|sin (?:mencion|complicaciones|especificar)|no especial|negative margins?|triple negativ[oae]|non[- ]small|no microcitico|no hodgkin|no insulin|not applicable)\\b");
    private static final Pattern PASTS = Pattern.compile(
            "\\b(?:history of|h/o|hx of|previous(?:ly)?|prior|past|status post|s/p|remote|antecedentes? (?:personal(?:es)? )?de|historia de|previ[oa]s?|antigu[oa])\\b");
    private static final Pattern RELATIVES = Pattern.compile(
            "\\b(?:family history|mother|father|sister|brother|aunt|uncle|grand-?(?:mother|father|parent)s?|cousin|maternal|paternal|antecedentes familiares|historia familiar|madre|padre|hermano|hermana|tio|tia|"
                    + "abuel[oa]s?|prim[oa]|materno|materna|paterno)\\b");
    private static final Pattern STOPS = Pattern.compile(
            "\\bbut\\b|\\bhowever\\b|\\balthough\\b|\\bexcept\\b|\\bpositive for\\b|\\bpero\\b|\\bsin embargo\\b|\\baunque\\b|\\bsalvo\\b|\\bexcepto\\b|;|\\bwhich\\b|\\bshows?\\b(?=[^,]*$)|\\bcon presencia de\\b|\\bpositivo para\\b|"
                    + "\\.\\s|\\bin the setting of\\b|\\bsecondary to\\b|\\bdue to\\b|\\bdebid[oa] a\\b");
    private static final String NOT_THERE =
            "(?:ruled out|excluded|not (?:seen|identified|present|found|detected|noted|evident|appreciated)|absent|unlikely|descartad[oa]s?|excluid[oa]s?|ausentes?|"
                    + "no (?:se )?(?:identificad[oa]s?|identifican?|observad[oa]s?|observan?|evidencian?|detectad[oa]s?|detectan?|visualizan?))\\b";
    private static final Pattern DENIES_AFTER = Pattern.compile(
            "^(?:[^.;,:]{0,40}?\\b(?:is|are|was|were|has been|have been|fue|es|esta|ha sido|queda)\\s+(?:negative\\b|"
                    + NOT_THERE + ")|\\s*[,:(-]?\\s*" + NOT_THERE
                    + "|\\s*:\\s*(?:no|none|negativ[eoa]s?|absent|ausentes?|not identified|no identificad[oa]s?)\\b)");
    private static final Pattern DOUBTS_AFTER = Pattern.compile(
            "^\\s*[,(-]\\s*(?:probabl[ey]|possibl[ey]|posibles?|suspected|likely(?! (?:due|secondary|related|from|caused))|presumed|sospecha|a descartar|en estudio)\\b|^[^.;]{0,40}?(?:\\b(?:is|are|was) (?:suspected|possible|likely|questioned|not excluded)|\\bcannot be (?:excluded|ruled out)|\\bnot (?:be )?(?:excluded|ruled out)|\\bno (?:se )?(?:puede )?(?:descarta(?:r|ble|da)?|excluir)|\\bis a (?:possibility|consideration)|\\s*\\?|\\s+vs\\.?\\s|\\s+versus\\s)");

    /** How the words from {@code start} to {@code end} of a statement are said. */
    public static Assertion of(String statement, int start, int end) {
        var plain = Plain.of(statement);
        var before = reach(plain.substring(0, start));
        var after = plain.substring(end);
        if (RELATIVES.matcher(plain.substring(0, start)).find()
                || after.matches(
                        "^[^.;]{0,30}\\b(?:in|en) (?:her|his|su|the|la|el)? ?(?:mother|father|sister|brother|madre|padre|hermana|hermano)\\b.*")) {
            return RELATIVE;
        }
        var masked = NO_DENIAL
                .matcher(before)
                .replaceAll(found -> "_".repeat(found.group().length()));
        if (DENIES.matcher(masked).find()) {
            return DENIED;
        }
        if (DOUBTS_AFTER.matcher(after).find()) {
            return DOUBTED;
        }
        if (DENIES_AFTER.matcher(after).find()) {
            return DENIED;
        }
        if (DOUBTS.matcher(before).find()) {
            return DOUBTED;
        }
        return PASTS.matcher(before).find() ? PAST : AFFIRMED;
    }

    /** Where a doubt ends, so that the thing in doubt begins after it; 0 when there is none. */
    public static int afterDoubt(String statement, int start) {
        var found = DOUBTS.matcher(Plain.of(statement.substring(0, start)));
        var end = 0;
        while (found.find()) {
            end = found.end();
        }
        return end;
    }

    /** What stands before, back to where another thought begins. */
    private static String reach(String before) {
        var stop = STOPS.matcher(before);
        var from = 0;
        while (stop.find()) {
            from = stop.end();
        }
        return before.substring(from);
    }
}
