package org.consilium.records.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.prose.Assertion;
import org.consilium.prose.Line;
import org.consilium.prose.Plain;
import org.consilium.prose.Sites;
import org.consilium.prose.Statement;
import org.consilium.prose.Terms;

/**
 * Diagnoses that a report states under the heading of its diagnosis or impression. What it denies, and what it says of
 * relatives or of long ago, is not proposed; what it doubts is proposed as provisional.
 */
final class Diagnoses {
    private static final Pattern FEATURE = Pattern.compile(
            "^(?:the )?(?:surgical |resection |all |deep |lateral |peripheral )*(?:margins?|margenes?|bordes?|tumou?r (?:size|grade|site|focality|bed|necrosis)|size|tamano|(?:histologic(?:al)? |nuclear |overall |nottingham )*(?:grade|score)|grado|"
                    + "lympho-?vascular|lvi|pni|perineural|vascular invasion|invasion|permeacion|angiolymphatic|(?:regional |sentinel |axillary )*(?:lymph )?nodes?|ganglios?|estrogen|progesterone|receptor(?:es)?|er\\b|pr\\b|her-?2|ki-?67|pathologic(?:al)? stag|"
                    + "p?tnm|stage|estadio|pt\\d|comment|note|nota|comentario|see|ver\\b|extent|extension|mitotic|mitos[ie]s|necrosis|treatment effect|microcalcific|procedure|specimen|tumor largest|number of|immuno|inmuno|gleason|recommend|se recomienda|"
                    + "correlat|correlacion|follow|clinical correlation|findings? (?:were )?(?:discussed|communicated)|this (?:case|test|report)|intradepartmental|comparison)");
    private static final Pattern NODE_STATUS = Pattern.compile(
            "\\b\\d+ ?(?:/|of|de|out of) ?\\d+\\b.*(?:node|ganglio)|(?:node|ganglio).*\\b\\d+ ?(?:/|of|de|out of) ?\\d+\\b|\\(\\d+/\\d+\\)");
    private static final Pattern CUT = Pattern.compile(
            "[,;:(.]?\\s*[-\u2013]?\\s*(?<![a-z])(?:nottingham|sbr|(?:combined |overall |histologic(?:al)? |nuclear )?(?<!low |high |low-|high-|intermediate |mediate )grade(?: [\\divx]|:)|(?:(?:cns )?who )(?:grade)|(?<!alto |bajo |intermedio )grado (?:[\\divx]|histologico|nuclear|global|de)|"
                    + "gleason|measuring|measures|que mide|de \\d+[.,]?\\d* ?(?:cm|mm)|\\d+[.,]?\\d* ?(?:x [\\d.,]+ ?)*(?:cm|mm)\\b|[ycr]{0,2}pt(?:\\d|is|x)|stage|estadio|(?:with )?(?:clear |negative |free )?margins?|con margenes|see (?:comment|note|description)|ver (?:comentario|nota)|involving \\d|"
                    + "infiltra(?:ndo)? |que infiltra|que afecta|in \\d+ of|en \\d+ de|icd|cie-?10|snomed|\\([a-z]\\d{2}\\.|\\b(?:er|pr|her2|re|rp)[ -]?(?:positive|negative|positiv|negativ|\\+))");
    private static final Pattern CODE = Pattern.compile(
            "\\b(?<cm>ICD-?10-?CM|CIE-?10-?(?:MC|ES))?(?<any>ICD-?10|CIE-?10|ICD)?\\s*(?:code)?[:#\\s]*[(\\[]?\\b(?<code>[A-TV-Z]\\d[\\dA-Z](?:\\.[\\dA-Z]{1,4})?)\\b");
    private static final Pattern SNOMED = Pattern.compile("(?i)snomed(?:[- ]?ct)?[:\\s#]*(?<code>\\d{6,18})\\b");
    private static final Pattern LABEL = Pattern.compile("^[^:]{2,110}:\\s+");
    private static final Pattern TYPE = Pattern.compile(
            "^(?:histolog(?:ic|ical|y) (?:tumou?r )?type|tumou?r type|diagnosis|tipo histologico|tipo tumoral|diagnostico)\\b.*?:\\s*");
    private static final Pattern SUMMARY = Pattern.compile(
            "\\b(?:in summary|in conclusion|the findings are|(?:these |the )?(?:overall )?findings (?:are )?(?:most )?(?:consistent|compatible|support|represent|diagnostic)|diagnostic of|diagnosed (?:as|with)|hallazgos (?:son )?(?:compatibles|diagnosticos)|en conclusion|en resumen)\\b");
    private static final int LONGEST = 260;
    private static final int LONGEST_ITEM = 110;

    private final Context context;
    private final Map<String, Fact> found = new LinkedHashMap<>();
    private String about = "";
    private boolean itemised;

    private Diagnoses(Context context) {
        this.context = context;
    }

    static List<Fact> of(Context context, List<Section> sections) {
        var diagnoses = new Diagnoses(context);
        sections.stream()
                .filter(section -> section.kind() == Section.Kind.SPECIMEN)
                .findFirst()
                .ifPresent(section -> diagnoses.about =
                        section.lines().stream().limit(2).map(Line::text).reduce("", (all, line) -> all + " " + line));
        for (var section : sections) {
            diagnoses.section(section);
        }
        if (diagnoses.found.isEmpty() && context.kind() == DocumentKind.PATHOLOGY) {
            sections.forEach(diagnoses::summary);
        }
        return List.copyOf(diagnoses.found.values());
    }

    private void section(Section section) {
        var kind = context.kind();
        switch (section.kind()) {
            case DIAGNOSIS -> statements(section, kind != DocumentKind.PATHOLOGY && kind != DocumentKind.RADIOLOGY);
            case RESULT -> {
                if (kind == DocumentKind.PATHOLOGY) {
                    statements(section, false);
                }
            }
            case IMPRESSION -> statements(section, false);
            case PROBLEMS -> {
                if (kind != DocumentKind.PATHOLOGY && kind != DocumentKind.RADIOLOGY && kind != DocumentKind.LAB) {
                    statements(section, true);
                }
            }
            case SYNOPTIC -> typed(section);
            case QUESTION, FAMILY, MEDICINES, ALLERGIES, MICROSCOPIC, GROSS, SPECIMEN, FINDINGS, PLAN, OTHER -> {
                return;
            }
        }
    }

    /** @param list whether each short item under the heading is a diagnosis even if its name is not known here */
    private void statements(Section section, boolean list) {
        var statements = Statement.of(section.lines());
        itemised = statements.stream().anyMatch(Statement::item);
        for (var statement : statements) {
            if (statement.sure() && statement.text().length() <= LONGEST * 3) {
                if (TYPE.matcher(Plain.of(statement.text())).find()) {
                    one(statement, statement.text().substring(statement.text().indexOf(':') + 1), list);
                } else {
                    labelled(statement, list);
                }
            }
        }
    }

    /** What stands before a colon is the specimen or a label; the diagnosis follows it. */
    private void labelled(Statement statement, boolean list) {
        var text = statement.text();
        var label = LABEL.matcher(text);
        if (text.endsWith(":")) {
            about = text;
            return;
        }
        var words = text;
        if (label.lookingAt() && Terms.all(Plain.of(label.group())).isEmpty()) {
            if (FEATURE.matcher(Plain.of(text)).find()) {
                return;
            }
            about = label.group();
            words = text.substring(label.end());
        }
        one(statement, words, list);
    }

    private void typed(Section section) {
        for (var statement : Statement.of(section.lines())) {
            var type = TYPE.matcher(Plain.of(statement.text()));
            if (type.lookingAt() && statement.sure()) {
                one(statement, statement.text().substring(type.end()), false);
            }
        }
    }

    /** A report without a heading for its diagnosis: the sentence that sums it up. */
    private void summary(Section section) {
        if (section.kind() == Section.Kind.QUESTION || section.kind() == Section.Kind.FAMILY) {
            return;
        }
        for (var statement : Statement.of(section.lines())) {
            if (statement.sure() && SUMMARY.matcher(Plain.of(statement.text())).find()) {
                one(statement, statement.text(), false);
            }
        }
    }

    private void one(Statement statement, String words, boolean list) {
        var text = words.strip();
        var plain = Plain.of(text);
        if (text.isEmpty()
                || FEATURE.matcher(plain).find()
                || NODE_STATUS.matcher(plain).find()) {
            return;
        }
        var terms = Terms.all(plain);
        if (terms.isEmpty()) {
            if (list && isItem(statement, text)) {
                add(statement, text, Assertion.AFFIRMED);
            }
            return;
        }
        for (var term : terms) {
            var said = Assertion.of(text, term.start(), term.end());
            if (said == Assertion.AFFIRMED || said == Assertion.DOUBTED) {
                add(statement, name(text, term, said), said);
                return;
            }
        }
    }

    /** The item of a list of diagnoses in words that are not known here. */
    private boolean isItem(Statement statement, String text) {
        var plain = Plain.of(text);
        return text.length() <= LONGEST_ITEM
                && text.length() >= 4
                && plain.chars().filter(Character::isLetter).count() * 3 >= text.length() * 2L
                && (itemised ? statement.item() : plain.split("\\s+").length <= 6)
                && Assertion.of(text + " ", text.length(), text.length()) == Assertion.AFFIRMED
                && !plain.matches(
                        "^(?:no|none|normal|negative|benign|nothing|see|as above|pending|unknown|n/a|ninguno|sin|benigno|ver|pendiente|lo anterior|idem|within normal limits|age|dr|dra|page|date|fecha)\\b.*");
    }

    /** From the beginning of the thought to where size, grade and extent begin. */
    private static String name(String text, Terms.Place term, Assertion said) {
        var start = 0;
        for (var mark : List.of(". ", "; ", ": ")) {
            var at = text.lastIndexOf(mark, term.start());
            start = Math.max(start, at < 0 ? 0 : at + mark.length());
        }
        if (said == Assertion.DOUBTED) {
            start = Math.max(start, Assertion.afterDoubt(text, term.start()));
        }
        start = Math.max(start, afterVerb(text, start, term.start()));
        var plain = Plain.of(text);
        var cut = CUT.matcher(plain);
        var end = text.length();
        if (cut.find(term.end())) {
            end = cut.start();
        }
        for (var mark : List.of(". ", "; ", " - ", " \u2013 ")) {
            var at = text.indexOf(mark, term.end());
            end = at < 0 ? end : Math.min(end, at);
        }
        return text.substring(start, Math.max(end, term.end()));
    }

    /** «In summary, the findings are diagnostic of» is no part of the name. */
    private static int afterVerb(String text, int from, int to) {
        var lead = Pattern.compile(
                        "\\b(?:diagnostic of|represents?|diagnosed (?:as|with)|findings (?:are|support)(?: a diagnosis of)?|positive for|evidence of|presence of|shows?|demonstrates?|reveals?|"
                                + "se observan?|muestran?|evidencian?|diagnosticos? de|positivo para|presencia de|hallazgos de|consisting of|there (?:is|are)|hay)\\s+")
                .matcher(Plain.of(text));
        var end = 0;
        while (lead.find() && lead.end() <= to) {
            end = lead.start() >= from ? lead.end() : end;
        }
        return end;
    }

    private void add(Statement statement, String words, Assertion said) {
        var name = words.strip()
                .replaceAll("^(?:[-\u2013,;:.*\u2022\\s]|(?i:an?|the|un|una|el|la)\\s)+", "")
                .replaceAll("[\\s,;:.(\u2013-]+$", "");
        if (name.length() < 3 || name.length() > LONGEST || found.size() >= 60) {
            return;
        }
        var isFinding = context.kind() == DocumentKind.PATHOLOGY || context.kind() == DocumentKind.RADIOLOGY;
        var day = isFinding ? context.when().ofPage(statement.page()) : Optional.ofNullable(context.date());
        var around = name + " " + statement.text();
        var fact = new Draft(FactKind.CONDITION, name)
                .codes(codes(statement.text()))
                .when(isFinding ? day : Optional.empty())
                .detail(Detail.RECORDED, isFinding ? Optional.empty() : day.map(Object::toString))
                .detail(Detail.VERIFICATION, said == Assertion.DOUBTED ? "provisional" : null)
                .detail(
                        Detail.BODY_SITE,
                        Sites.site(around)
                                .or(() -> Terms.isTumour(Plain.of(name)) ? Sites.site(about) : Optional.empty()))
                .detail(
                        Detail.LATERALITY,
                        Sites.side(around)
                                .or(() -> Terms.isTumour(Plain.of(name)) ? Sites.side(about) : Optional.empty()))
                .detail(Detail.NARRATIVE, statement.text())
                .at(context.file(), statement.at());
        fact.ifPresent(each -> found.putIfAbsent(Plain.of(each.text()), each));
    }

    /** Codes that the text itself writes. */
    private static List<Code> codes(String text) {
        var codes = new ArrayList<Code>();
        var icd = CODE.matcher(text);
        while (icd.find()) {
            var named = icd.group("cm") != null || icd.group("any") != null;
            var code = icd.group("code");
            var bracketed = icd.start("code") > 0 && "([".indexOf(text.charAt(icd.start("code") - 1)) >= 0;
            if (named || (bracketed && code.contains("."))) {
                var clinical = icd.group("cm") != null || code.length() > 5;
                codes.add(Code.of(clinical ? CodeSystems.ICD10CM : CodeSystems.ICD10, code));
            }
        }
        var snomed = SNOMED.matcher(text);
        while (snomed.find()) {
            codes.add(Code.of(CodeSystems.SNOMED, snomed.group("code")));
        }
        return codes;
    }
}
