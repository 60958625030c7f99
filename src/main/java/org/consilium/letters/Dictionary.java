package org.consilium.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.consilium.knowledge.Knowledge;
import org.consilium.letters.Phrases.Span;
import org.consilium.prose.Plain;
import org.consilium.prose.Terms;

/** The names of diseases and treatments that letters use: those of the knowledge base, lists of our own, and endings of words. */
final class Dictionary {
    private static final int SHORTEST = 3;
    private static final Pattern DISEASE_ENDING = Pattern.compile(
            "(?<![a-z])(?!(?:di|pro)agnos|prognosis|hypnosis|narcosis|sepsis of|psychosis-free|thesis|synthesis|analysis|dialysis|basis|osmosis|anastomosis|metastasis-free|dosis|tosis|proptosis of|diagnosis|anemia-free|biopsia|autopsia)"
                    + "(?:[a-z]{3,}(?:osis|itis|opathy|opathies|opatia|oma|omas|aemia|emia|uria|trophy|trofia|plegia|algia|ectasia|ectasis|sclerosis|malacia|cytosis|citosis|penia)"
                    + "|(?:[a-z'-]+ ){1,3}(?:syndrome|disease|disorder|deficiency|dystrophy|palsy|regurgitation|insufficiency|prolapse|tear|rupture|malformation|neuropathy|instability|impingement|dysfunction|cyst)"
                    + "|(?:sindrome|enfermedad|trastorno|deficiencia|insuficiencia|malformacion|inestabilidad|rotura|quiste) (?:(?:de(?:l| la)?|por) )?[a-z'-]+(?: (?:por |de )?[a-z-]+(?:a|o|al|iva|ivo|ar|ion|iga|iento|ner))?)(?![a-z])");
    private static final Pattern NO_DISEASE = Pattern.compile(
            "\\b(?:this|the|that|your|his|her|any|other|another|same|further|stable|metastatic|progressive|residual|no evidence of|esta|la|su|otra|heart's|disease-free|recurrent|without|of|and|with|esta|una) (?:disease|disorder|syndrome|tear|cyst)$|^(?:kidney|liver|heart|lung) tear|^enfermedad (?:actual|de base)|^(?:diagnosis|prognosis|anastomosis|coma|edema|hematuria|diploma|aroma|idioma)$");
    private static final Pattern OPERATION = Pattern.compile(
            "(?<![a-z])(?:[a-z]{3,}(?:ectomy|ectomia|plasty|plastia|oplasty|ostomy|ostomia|desis|pexy|pexia)|(?!anatom|academ|dichotom|vasotom)[a-z]{3,}(?:otomy|otomia))(?![a-z])");
    private static final Pattern DRUG = Pattern.compile(
            "(?<![a-z])[a-z]{3,}(?:mab|tinib|ciclib|parib|zomib|statin|statina|(?<!c)april|alapril|sinopril|sartan|olol|prazole?|gliptina?|gliflozina?|glutide?|glutida|xaban|gatran|mycin|micina|cillin|cilina|floxacina?|cycline|ciclina|platin|platino|taxel|rubicina?|citabina?e?|trexed|setron|triptan|dronate|dronato|racetam|azepina|oxetine?|oxetina|azepam|azolam|idone|idona|apine|apina|profen|profeno|caftor|cept|fovir|vir)(?![a-z])");

    private static final Pattern DOSED = Pattern.compile(
            "(?<![a-z])(?!(?:dose|dosis|with|about|take|tome|tomar|every|cada|de|of|than|unos|calcium of)\\b)[a-z]{5,}(?= \\d[\\d.,]* ?(?:mg|mcg|g)\\b)");

    private final Map<String, List<Name>> diseases = new HashMap<>();
    private final Map<String, List<Name>> treatments = new HashMap<>();

    private record Name(String plain, String kind) {}

    /** A treatment named in a sentence; {@code kind} is a word of the schema. */
    record Treatment(Span span, String kind) {}

    Dictionary(Knowledge knowledge) {
        lines("/letters/diseases.txt").forEach(line -> names(line).forEach(name -> add(diseases, name, "")));
        for (var condition : knowledge.conditions()) {
            condition.english().forEach(name -> add(diseases, name, ""));
            condition.spanish().forEach(name -> add(diseases, name, ""));
        }
        for (var line : lines("/letters/treatments.txt")) {
            var colon = line.indexOf(':');
            names(line.substring(colon + 1)).forEach(name -> add(treatments, name, line.substring(0, colon)));
        }
        knowledge.treatments().forEach(each -> each.words().forEach(word -> add(treatments, word, kind(each.id()))));
        knowledge.procedures().forEach(each -> each.words().forEach(word -> add(treatments, word, "surgery")));
    }

    private static String kind(String id) {
        return switch (id) {
            case "TR-RADIATION" -> "radiation";
            case "TR-CELL" -> "transplant";
            case "TR-INVASIVE", "TR-ECT" -> "procedure";
            default -> "systemic";
        };
    }

    private static void add(Map<String, List<Name>> into, String name, String kind) {
        var plain = Plain.of(name).strip();
        var word = plain.split("[ -]")[0];
        if (plain.length() < SHORTEST) {
            return;
        }
        var known = into.computeIfAbsent(word, first -> new ArrayList<>());
        if (known.stream().noneMatch(each -> each.plain.equals(plain))) {
            known.add(new Name(plain, kind));
        }
    }

    private static List<String> lines(String resource) {
        try (var in = Objects.requireNonNull(Dictionary.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Collection<String> names(String list) {
        return Arrays.stream(list.split(";")).map(String::strip).toList();
    }

    /** Where diseases are named in folded words, names that overlap as one. */
    List<Span> diseases(String plain) {
        var spans = new ArrayList<Span>();
        named(diseases, plain).forEach(named -> spans.add(named.span));
        Terms.all(plain)
                .forEach(place ->
                        spans.add(new Span(Phrases.afterSmallWord(plain, place.start(), place.end()), place.end())));
        var ending = DISEASE_ENDING.matcher(plain);
        while (ending.find()) {
            if (!NO_DISEASE.matcher(ending.group()).find()) {
                spans.add(new Span(Phrases.afterSmallWord(plain, ending.start(), ending.end()), ending.end()));
            }
        }
        return joined(spans, plain, " ");
    }

    /** Where treatments are named in folded words, names that overlap as one, of the kind of the last. */
    List<Treatment> treatments(String plain) {
        var all = named(treatments, plain);
        endings(OPERATION, "surgery", plain, all);
        endings(DRUG, "systemic", plain, all);
        endings(DOSED, "systemic", plain, all);
        var spans = joined(all.stream().map(Treatment::span).toList(), plain, " (?:(?:de|del|of) )?");
        var named = spans.stream()
                .map(span -> all.stream()
                        .filter(each -> each.span.overlaps(span))
                        .max(Comparator.comparingInt(each -> each.span.end() * 1000 - each.span.start()))
                        .map(each -> new Treatment(span, each.kind))
                        .orElseThrow())
                .toList();
        return drugs(named, plain);
    }

    /** «Chemotherapy with CAPOX» is one treatment. */
    private static List<Treatment> drugs(List<Treatment> named, String plain) {
        var all = new ArrayList<Treatment>();
        for (var each : named) {
            var last = all.isEmpty() ? null : all.getLast();
            if (last != null
                    && last.kind.equals("systemic")
                    && each.kind.equals("systemic")
                    && plain.substring(last.span.end(), each.span.start()).matches(" (?:with|con) ")) {
                all.removeLast();
                all.add(new Treatment(new Span(last.span.start(), each.span.end()), each.kind));
            } else {
                all.add(each);
            }
        }
        return all;
    }

    private static void endings(Pattern pattern, String kind, String plain, List<Treatment> into) {
        var found = pattern.matcher(plain);
        while (found.find()) {
            into.add(new Treatment(new Span(found.start(), found.end()), kind));
        }
    }

    private static List<Treatment> named(Map<String, List<Name>> names, String plain) {
        var found = new ArrayList<Treatment>();
        for (var start = 0; start < plain.length(); start++) {
            if (!Character.isLetterOrDigit(plain.charAt(start)) || (start > 0 && isOfWord(plain.charAt(start - 1)))) {
                continue;
            }
            var end = start;
            while (end < plain.length() && Character.isLetterOrDigit(plain.charAt(end))) {
                end++;
            }
            for (var name : names.getOrDefault(singular(plain.substring(start, end), names), List.of())) {
                var stop = endOf(name.plain, plain, start);
                if (stop > 0) {
                    found.add(new Treatment(new Span(start, stop), name.kind));
                }
            }
        }
        return found;
    }

    private static String singular(String word, Map<String, List<Name>> names) {
        if (names.containsKey(word)) {
            return word;
        }
        var shorter = word.endsWith("es") && names.containsKey(word.substring(0, word.length() - 2)) ? 2 : 1;
        return word.endsWith("s") ? word.substring(0, word.length() - shorter) : word;
    }

    /** After the name at this place, with a plural ending; 0 when it does not stand there. */
    private static int endOf(String name, String plain, int start) {
        if (!plain.startsWith(name, start)) {
            return 0;
        }
        var end = start + name.length();
        for (var plural : List.of("", "s", "es")) {
            if (plain.startsWith(plural, end)
                    && (end + plural.length() == plain.length() || !isOfWord(plain.charAt(end + plural.length())))) {
                return end + plural.length();
            }
        }
        return 0;
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter);
    }

    private static boolean isOne(Span one, Span next, String plain, String link) {
        return one.overlaps(next)
                || (one.end() < next.start()
                        && plain.substring(one.end(), next.start()).matches(link));
    }

    private static List<Span> joined(List<Span> spans, String plain, String link) {
        var kept = new ArrayList<Span>();
        for (var span :
                spans.stream().sorted(Comparator.comparingInt(Span::start)).toList()) {
            if (!kept.isEmpty() && isOne(kept.getLast(), span, plain, link)) {
                var before = kept.removeLast();
                kept.add(new Span(before.start(), Math.max(before.end(), span.end())));
            } else {
                kept.add(span);
            }
        }
        return kept;
    }
}
