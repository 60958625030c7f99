package org.consilium.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a sentence says about a tumour beside its name: TNM and stage group (UICC and AJCC notation), grade (Nottingham,
 * Gleason with grade group, Fuhrman or ISUP, WHO), receptors, proliferation, margins and size, as written.
 */
public final class TumourWords {
    /** The name of a grade that does not say by which system. */
    public static final String ANY_GRADE = "Histologic grade";

    public static final String NOTTINGHAM_GRADE = "Nottingham grade";
    public static final String WHO_GRADE = "WHO grade";

    /**
     * One thing said.
     *
     * @param name in English, for example {@code TNM}, {@code Stage group}, {@code Gleason score}, {@code HER2}
     * @param loinc its LOINC code; absent when none is certain
     * @param start where it begins in the sentence
     */
    public record Said(String name, @Nullable String loinc, Value value, int start, int end) {}

    private static final Pattern TNM = Pattern.compile(
            "(?<![A-Za-z])(?<prefix>[ycrpam]{1,3})?T(?<t>is|X|x|[0-4][a-d]?(?:mi)?)(?:\\([^)]{1,6}\\))?(?<rest>(?:[ ,;/]*(?:(?:[ycrp]{0,3})N(?:X|x|[0-3][a-c]?(?:mi)?)(?:\\([^)]{1,9}\\))?))?(?:[ ,;/]*(?:[ycrp]{0,3})M(?:X|x|[01][a-d]?)(?:\\([^)]{1,6}\\))?)?)(?![A-Za-z0-9])");
    private static final Pattern STAGE = Pattern.compile(
            "(?i)(?<kind>(?:pathologic(?:al)?|clinical|anatomic|prognostic|ajcc|figo|overall)\\s+)*\\b(?:stage|estadio|etapa)(?: clinico| patologico)?(?: group(?:ing)?| grupo)?(?: \\([^)]{1,30}\\))?\\s*(?:is|:|es)?\\s*(?<stage>(?:IV|I{1,3})[A-D]?\\d?|0|[1-4][A-D])(?![\\w-])");
    private static final Pattern GLEASON = Pattern.compile(
            "(?i)gleason(?:'s)?(?: (?:score|grade|sum|patterns?|suma|patron))*\\s*(?:of|de|:)?\\s*(?:(?<sum>\\d{1,2})\\s*\\(\\s*)?(?<a>[1-5])\\s*\\+\\s*(?<b>[1-5])\\s*(?:=\\s*(?<total>\\d{1,2}))?");
    private static final Pattern GLEASON_SUM = Pattern.compile(
            "(?i)gleason(?:'s)?(?: (?:score|sum|suma))*\\s*(?:of|de|:)?\\s*(?<sum>[6-9]|10)(?!\\s*[(+\\d])");
    private static final Pattern GRADE_GROUP = Pattern.compile(
            "(?i)(?:\\bgrade group|\\bgrupo (?:de )?grado(?: pronostico)?|\\bisup(?: grade)?(?: group)?)\\s*:?\\s*(?<group>[1-5])\\b");
    private static final Pattern NOTTINGHAM = Pattern.compile(
            "(?i)(?:nottingham|bloom[- ]richardson|\\bsbr|elston)[^.;\\n]{0,60}?(?:grade|grado|score|:)\\s*(?:of |de )?:?\\s*(?<grade>[1-3]|I{1,3})(?![\\d+]|\\.\\d)(?:\\s*(?:of|/|de) ?(?:3|III))?");
    private static final Pattern FUHRMAN = Pattern.compile(
            "(?i)(?:fuhrman|who/isup)\\s*(?:nuclear )?(?:grade|grado)?\\s*:?\\s*(?<grade>[1-4]|IV|I{1,3})\\b");
    private static final Pattern WHO = Pattern.compile(
            "(?i)(?:(?:cns )?\\bWHO|\\bOMS)\\s*(?:\\(\\d{4}\\)\\s*)?(?:cns )?(?:grade|grado|gr\\.)\\s*:?\\s*(?<grade>[1-4]|IV|I{1,3})\\b|(?:grade|grado)\\s+(?<after>[1-4]|IV|I{1,3})\\s+(?:de la )?\\(?(?:WHO|OMS)\\b");
    private static final Pattern GRADE = Pattern.compile(
            "(?i)(?:\\b(?:overall |histologic(?:al)? |tumou?r |combined )+grade|\\bgrado histologico)\\s*(?:\\([^)]{1,40}\\))?\\s*:?\\s*(?:g|grade |grado )?(?<grade>[1-4]|IV|I{1,3}|well|moderately|poorly|bien|moderadamente|pobremente|low|high|bajo|alto)\\b");
    private static final String STATUS =
            "(?<status>(?:strongly |weakly |moderately |focally |diffusely |low )?(?:positiv[eoa]s?|negativ[eoa]s?|equivocal|equivoco|indeterminate|not amplified|amplified|no amplificado|amplificado|overexpressed|not overexpressed|borderline)|[0-3]\\+|\\+{1,3}(?![\\w+])|0(?= \\(| ?/|$|[,;.]))";
    private static final String SHARE =
            "(?:[\\s,(:;-]*(?:(?:in |en )?(?:approximately |~|>|<|about )?(?<share>(?:[<>]=?\\s?)?\\d{1,3}(?:\\s?-\\s?\\d{1,3})?\\s?%)[^.;,\\n]{0,40}?))?";
    private static final Pattern ESTROGEN = receptor(
            "(?:o?estrogen receptors?(?: \\(er\\))?(?: status)?|receptor(?:es)? (?:de |hormonales de )?estrogenos?(?: \\(re\\))?|\\bER(?: status)?\\b|\\bRE\\b(?=[: ]))");
    private static final Pattern PROGESTERONE = receptor(
            "(?:progesterone receptors?(?: \\(pgr?\\))?(?: \\(pr\\))?(?: status)?|receptor(?:es)? (?:de )?progesterona(?: \\(rp\\))?|\\bPg?R(?: status)?\\b|\\bRP\\b(?=[: ]))");
    private static final Pattern HER2 = receptor(
            "(?:\\bHER-?2(?:[/ -]?neu)?(?: \\((?:erbb2|ihc|fish)\\))?(?: (?:by )?(?:ihc|fish|status|protein|oncoprotein))*\\b|c-?erbB-?2)");
    private static final Pattern KI67 = Pattern.compile(
            "(?i)\\bki-?\\s?67(?: \\(?mib-?1\\)?)?[^.;\\d%]{0,45}?(?<share>(?:[<>]=?\\s?|~)?\\d{1,3}(?:[.,]\\d)?(?:\\s?-\\s?\\d{1,3})?)\\s?%");
    private static final Pattern MARGINS = Pattern.compile(
            "(?i)\\b(?:(?:surgical |resection |all |final |deep |specimen )*margins?|(?:los )?(?:margenes|bordes)(?: (?:quirurgicos|de reseccion))?)(?: status)?\\s*(?:are|is|:|were|estan|son|-)?\\s*(?<status>(?:all |widely |todos )?(?:uninvolved|involved|negative|positive|clear|free|close|libres?|negativos?|positivos?|afectados?|afectos?|comprometidos?|no afectados|not involved)[^.;\\n]{0,50})");
    private static final Pattern SIZE = Pattern.compile(
            "(?i)(?:tumou?r size|size of (?:the )?(?:invasive )?(?:tumou?r|carcinoma)|greatest (?:tumou?r )?dimension|tamano(?: (?:del tumor|tumoral|de la lesion|maximo))*|(?:tumou?r|carcinoma|mass|lesion ulcerada|lesion|tumoracion|nodulo)[^.;:\\n]{0,40}?\\b(?:measuring|measures|que mide|mide|de))"
                    + "(?: \\([^)]{1,40}\\))?\\s*(?:is|of|de|:|up to|aproximadamente)*\\s*(?<size>\\d{1,3}(?:[.,]\\d{1,2})?(?:\\s*(?:cm|mm)?\\s*[x\u00d7]\\s*\\d{1,3}(?:[.,]\\d{1,2})?){0,2})\\s*(?<unit>cm|mm)\\b");

    private final String sentence;
    private final Numbers numbers;
    private final List<Said> found = new ArrayList<>();

    private TumourWords(String sentence, Numbers numbers) {
        this.sentence = sentence;
        this.numbers = numbers;
    }

    private static Pattern receptor(String name) {
        return Pattern.compile("(?i)" + name + "\\s*(?:is|are|:|-|=|\\(|,|son|es)*\\s*"
                + SHARE.replace("<share>", "<first>") + "[\\s,(:-]*" + STATUS + SHARE.replace("<share>", "<share>"));
    }

    /** All that a sentence says, each kind in its turn; a TNM that it denies is left out. */
    public static List<Said> of(String sentence, Numbers numbers) {
        var words = new TumourWords(sentence, numbers);
        words.read();
        return List.copyOf(words.found);
    }

    private void read() {
        var plain = unaccented(sentence);
        tnm();
        each(STAGE, plain, match -> {
            var clinical =
                    String.valueOf(match.group("kind")).toLowerCase(Locale.ROOT).contains("clinical");
            add(match, "Stage group", clinical ? "21908-9" : "21902-2", words(match.group("stage")));
        });
        gleason(plain);
        each(NOTTINGHAM, plain, match -> add(match, NOTTINGHAM_GRADE, null, words(match.group("grade"))));
        each(
                FUHRMAN,
                plain,
                match -> add(
                        match,
                        match.group().toLowerCase(Locale.ROOT).startsWith("f") ? "Fuhrman grade" : "WHO/ISUP grade",
                        null,
                        words(match.group("grade"))));
        each(
                WHO,
                plain,
                match -> add(
                        match,
                        WHO_GRADE,
                        null,
                        words(match.group("grade") == null ? match.group("after") : match.group("grade"))));
        each(GRADE, plain, match -> add(match, ANY_GRADE, null, words(match.group("grade"))));
        receptor(ESTROGEN, plain, "Estrogen receptor", "16112-5");
        receptor(PROGESTERONE, plain, "Progesterone receptor", "16113-3");
        receptor(HER2, plain, "HER2", "48676-1");
        each(KI67, plain, match -> add(match, "Ki-67", null, percent(match.group("share"))));
        each(MARGINS, plain, match -> add(match, "Margins", null, words(match.group("status"))));
        each(SIZE, plain, match -> size(match).ifPresent(size -> add(match, "Tumor size", "33728-7", size)));
    }

    private static String unaccented(String text) {
        var plain = new StringBuilder(text);
        var small = Plain.of(text);
        for (var index = 0; index < text.length(); index++) {
            if (text.charAt(index) >= 0x80 && Character.isLowerCase(text.charAt(index))) {
                plain.setCharAt(index, small.charAt(index));
            }
        }
        return plain.toString();
    }

    private interface Taking {
        void take(Matcher match);
    }

    private static void each(Pattern pattern, String text, Taking taking) {
        var match = pattern.matcher(text);
        while (match.find()) {
            taking.take(match);
        }
    }

    private void tnm() {
        var match = TNM.matcher(sentence);
        while (match.find()) {
            var prefix = match.group("prefix");
            if (prefix == null && match.group("rest").isBlank()) {
                continue;
            }
            if (Assertion.of(sentence, match.start(), match.end()) != Assertion.DENIED) {
                add(match, "TNM", null, words(match.group().replaceAll("[ ,;/]+", " ")));
            }
        }
    }

    private void gleason(String plain) {
        each(GLEASON, plain, match -> {
            var sum = Integer.parseInt(match.group("a")) + Integer.parseInt(match.group("b"));
            var total = match.group("total") == null ? match.group("sum") : match.group("total");
            var as = match.group("a") + "+" + match.group("b") + "=" + (total == null ? sum : total);
            add(match, "Gleason score", "35266-6", words(as));
        });
        each(GLEASON_SUM, plain, match -> add(match, "Gleason score", "35266-6", words(match.group("sum"))));
        each(GRADE_GROUP, plain, match -> {
            if (!match.group().toLowerCase(Locale.ROOT).startsWith("isup")
                    || plain.toLowerCase(Locale.ROOT).contains("gleason")) {
                add(match, "Grade group", "94734-1", words(match.group("group")));
            }
        });
    }

    private void receptor(Pattern pattern, String plain, String name, String code) {
        each(pattern, plain, match -> {
            var share = match.group("share") == null ? match.group("first") : match.group("share");
            add(
                    match,
                    name,
                    code,
                    words(match.group("status").strip() + (share == null ? "" : " (" + share.strip() + ")")));
        });
    }

    private static Value words(String text) {
        return new Value.Words(
                text.strip().replaceAll("\\s+", " ").replaceAll("[,:(]+$", "").strip());
    }

    private Value percent(String share) {
        var bound = share.startsWith("<") || share.startsWith(">") ? share.replaceAll("[^<>=]", "") : null;
        var digits = share.replaceAll("[^\\d.,-]", "");
        return numbers.read(digits)
                .<Value>map(number -> new Value.Quantity(number, bound, "%"))
                .orElse(new Value.Words(share.strip() + "%"));
    }

    private Optional<Value> size(Matcher match) {
        var largest = BigDecimal.ZERO;
        for (var part : match.group("size").split("[x\u00d7]")) {
            var number = numbers.read(part.replaceAll("[^\\d.,]", ""));
            largest = largest.max(number.orElse(BigDecimal.ZERO));
        }
        return largest.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        new Value.Quantity(largest, null, match.group("unit").toLowerCase(Locale.ROOT)));
    }

    private void add(Matcher match, String name, @Nullable String code, Value value) {
        found.add(new Said(name, code, value, match.start(), match.end()));
    }
}
