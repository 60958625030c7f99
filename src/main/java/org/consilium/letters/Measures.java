package org.consilium.letters;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How often something happens, as a letter says it: so many of so many people within a time. A relative figure («half the
 * risk») is kept as the sentence and never becomes a count.
 */
final class Measures {
    private static final Pattern RELATIVE = Pattern.compile(
            "\\b(?:relative(?:ly)?|hazard ratio|odds ratio|risk ratio|riesgo relativo|halv(?:es|ed|ing)|doubl(?:es|ed|ing)|tripl(?:es|ed)|twice (?:as|the)|half (?:as|the)|por la mitad|a la mitad|duplica[n]?|triplica[n]?)\\b"
                    + "|\\b(?:lower|reduc|cut|decreas|increas|rais|improv|drop)[a-z]* [^.;]{0,60}?\\bby (?:about |around |roughly |nearly |almost |up to )?(?:\\d+(?:[.,]\\d+)?\\s?(?:%|percent)|half|a (?:third|quarter|fifth)|two thirds)"
                    + "|\\b\\d+(?:[.,]\\d+)?\\s?(?:%|percent) (?:lower|higher|fewer|less|more|greater|reduction|relative|increase|decrease|menos|mas|de reduccion|menor|mayor)\\b"
                    + "|\\b(?:reduce|disminuye|baja|aumenta|mejora|eleva)[n]? [^.;]{0,60}?\\b(?:en|un|en un|en una|alrededor de un) (?:\\d+(?:[.,]\\d+)?\\s?(?:%|por ciento)|tercio|cuarto|la mitad)");
    private static final Pattern SAYS_OUTCOME = Pattern.compile(
            "\\b(?:risk|chance|rate|recurrence|relapses?|deaths?|survival|mortality|episodes|attacks|riesgo|probabilidad|tasa|recaidas?|recurrencias?|supervivencia|mortalidad|muertes?|brotes|crisis)\\b");
    private static final Pattern BENEFIT = Pattern.compile(
            "\\b(?:surviv[a-z]*|alive|free (?:of|from)|cured?|satisf[a-z]*|improve[a-z]*|reliev[a-z]*|relief|better|success[a-z]*|heal(?:s|ed)?|respond[a-z]*|response|recover[a-z]*|stable|remission|less (?:[a-z]+ )?(?:pain|bleeding|symptoms|swelling)|concentrate|see better|menos (?:[a-z]+ )?(?:dolor|sangrado|sintomas)|benefit|did not (?:reach|need|come)|avoid(?:s|ed)?|return(?:s|ed)? to|good result|works?|seizure-free|pain-free|stone-free|clear skin|half as many|clears?|control(?:led|s)?|full (?:range|function)|live|resolve[sd]?|"
                    + "supervivencia|sobrevive[n]?|viv[oa]s?|viven|libres? de|cura(?:n|cion)?|mejora[n]?|mejoria|alivi[a-z]*|exito|responde[n]?|respuesta|recupera[n]?|estables?|remision|satisfech[oa]s?|sin (?:dolor|recaida|enfermedad|crisis|cirugia)|controla(?:n|d[oa]s?)?|vuelve[n]? a (?:caminar|trabajar))\\b");
    private static final Pattern HARM = Pattern.compile(
            "\\b(?:poor appetite|dry mouth|diarrh[a-z]*|tingl[a-z]*|vomit[a-z]*|itch[a-z]*|boca seca|diarrea|hormigueo|cansancio|sleep|risk|complication[a-z]*|infect[a-z]*|bleed[a-z]*|leak[a-z]*|die[sd]?|deaths?|mortality|recur[a-z]*|relaps[a-z]*|again|incontinen[a-z]*|erectile|impoten[a-z]*|side effects?|stroke|damage|paraly[a-z]*|hoarse[a-z]*|re-?operat[a-z]*|pacemaker|underactive|soreness|nausea|clots?|thrombosis|swelling|lymph[o]?edema|stiff[a-z]*|numb[a-z]*|hot flashes|hot flushes|weight gain|sleepi?ness|need(?:s|ed)? (?:another|a second|more|thyroid)|need(?:s)? thyroid|low calcium|fail[a-z]*|injur[a-z]*|scar[a-z]*|headaches?|dizz[a-z]*|rash|tired[a-z]*|fatigue|hair loss|fever|dislocat[a-z]*|loosen[a-z]*|revision|worse|kidney (?:failure|damage)|"
                    + "riesgo|complicacion[a-z]*|infecci[a-z]*|sangra[a-z]*|hemorragia|fuga|muere[n]?|mortalidad|fallece[n]?|fallecid[oa]|recaid?[a-z]*|recurr[a-z]*|reaparece|incontinencia|impotencia|efectos? secundarios?|ictus|lesion[a-z]*|parali[a-z]*|ronquera|reoperacion|reintervencion|marcapasos|nueva (?:hernia|operacion|cirugia)|nauseas?|trombosis|linfedema|rigidez|sofocos|calcio bajo|fracas[a-z]*|hipocalcemia|mareos?|cansancio|fiebre|empeora[n]?|dolor de cabeza|aumento de peso|luxaci[a-z]*)\\b");
    private static final Pattern GOOD_FIRST = Pattern.compile(
            "\\b(?:free (?:of|from)|without|did not|do not|does not|no longer|alive|libres? de|sin|no (?:necesitan|tienen|vuelven|recaen|llegaron))\\b");
    private static final Pattern COMPARED = Pattern.compile(
            "\\b(?:compared (?:with|to)|against|versus|vs\\.?|rather than|instead of|and only|frente a(?:l)?|comparado con|en comparacion con|en lugar de|en vez de|contra)\\s+(?:about |around |unos |el |la |un )?$");
    private static final Pattern FROM = Pattern.compile("\\b(?:from|de|del) (?:about |unos )?$");
    private static final Pattern TO = Pattern.compile("^\\s*(?:to|a|al) (?:about |unos |el )?$");
    private static final Pattern BARE = Pattern.compile(
            "\\b(?:compared (?:with|to)|against|versus|frente a|en comparacion con|en lugar de)\\s+(?:about |unos )?(?<n>\\d{1,6})\\b(?!\\s?%| (?:of|in|de|en|out) )");
    private static final Pattern SURGERY = Pattern.compile(
            "\\b(?:surgery|operations?|operated|cirugia|operaciones|operacion|operad[oa]s?|intervencion)\\b");
    private static final Pattern UNTREATED = Pattern.compile(
            "\\b(?:without (?:any )?treatment|untreated|who (?:are|were) not (?:treated|operated)|sin tratamiento|no se operan|no tratad[oa]s|no reciben)\\b");

    /** One figure of a letter, or a sentence with a relative one. */
    record Entry(
            Passage passage,
            int treatment,
            boolean benefit,
            String what,
            @Nullable Figure figure,
            @Nullable BigDecimal without,
            Optional<String> timeframe,
            Confidence sure) {}

    private final List<Treatments.Entry> treatments;
    private final Dictionary dictionary;
    private final List<Entry> found = new ArrayList<>();
    private int latest;

    private Measures(List<Treatments.Entry> treatments, Dictionary dictionary) {
        this.treatments = treatments;
        this.dictionary = dictionary;
        latest = Math.max(0, firstWanted());
    }

    static boolean hasFigure(String plain) {
        return !Figure.all(plain).isEmpty();
    }

    static List<Entry> of(List<Passage> passages, List<Treatments.Entry> treatments, Dictionary dictionary) {
        var measures = new Measures(treatments, dictionary);
        if (treatments.isEmpty()) {
            return List.of();
        }
        for (var passage : passages) {
            switch (passage.topic()) {
                case FAMILY, RECORDS, HISTORY, EXAMINATION, TESTS -> {
                    continue;
                }
                case PLAN, DIAGNOSIS, OTHER, OUTCOMES, EVIDENCE -> measures.passage(passage);
            }
        }
        return List.copyOf(measures.found);
    }

    private void passage(Passage passage) {
        var plain = passage.plain();
        var figures = Figure.all(plain);
        if (RELATIVE.matcher(plain).find() && SAYS_OUTCOME.matcher(plain).find()) {
            var benefit = plain.matches(
                    ".*\\b(?:lower|reduc|cut|decreas|halv|improv|drop|half|disminuye|baja|mejora|mitad|menos|fewer|less)[a-z]*.*");
            found.add(new Entry(
                    passage,
                    treatment(plain, passage),
                    benefit,
                    passage.text(),
                    null,
                    null,
                    Optional.empty(),
                    Confidence.SAID));
            return;
        }
        if (UNTREATED.matcher(plain).find()) {
            return;
        }
        var skip = false;
        for (var index = 0; index < figures.size(); index++) {
            if (skip) {
                skip = false;
                continue;
            }
            var from = index == 0 ? 0 : figures.get(index - 1).end();
            var to = index + 1 < figures.size() ? figures.get(index + 1).start() : plain.length();
            skip = one(passage, figures, index, from, to);
        }
    }

    /** @return true when the next figure belongs to this one */
    private boolean one(Passage passage, List<Figure> figures, int index, int from, int to) {
        var plain = passage.plain();
        var figure = figures.get(index);
        var next = index + 1 < figures.size() ? figures.get(index + 1) : null;
        var without = (BigDecimal) null;
        var pair = false;
        var end = to;
        if (next != null && figure.count() != null && next.count() != null && next.of() == figure.of()) {
            var between = plain.substring(figure.end(), next.start());
            if (COMPARED.matcher(between).find()) {
                without = next.count();
                pair = true;
            } else if (TO.matcher(between).find()
                    && FROM.matcher(plain.substring(0, figure.start())).find()) {
                without = figure.count();
                figure = new Figure(next.count(), null, null, next.of(), figure.start(), next.end());
                pair = true;
                end = index + 2 < figures.size() ? figures.get(index + 2).start() : plain.length();
            }
        } else if (figure.count() != null) {
            var bare = BARE.matcher(plain.substring(figure.end(), to));
            if (bare.find() && new BigDecimal(bare.group("n")).compareTo(BigDecimal.valueOf(figure.of())) <= 0) {
                without = new BigDecimal(bare.group("n"));
            }
        }
        var before = plain.substring(from, figure.start());
        var after = plain.substring(figure.end(), end);
        var what = Outcome.of(
                passage.text(), plain, index == 0 ? 0 : from, figures.getFirst().start(), figure, end);
        var good = GOOD_FIRST.matcher(after).find()
                || BENEFIT.matcher(what.isEmpty() ? before + after : Outcome.plain(what))
                        .find();
        var bad = HARM.matcher(before + " " + after).find()
                || (index > 0 && HARM.matcher(plain).find());
        if (what.isEmpty()
                || (!good
                        && !bad
                        && !plain.matches(
                                ".*\\b(?:people|patients|women|men|children|pacientes|personas|mujeres|hombres|ninos)\\b.*"))) {
            return pair;
        }
        var benefit = good
                && !(bad
                        && !GOOD_FIRST.matcher(after).find()
                        && !BENEFIT.matcher(Outcome.plain(what)).find());
        var near = after + "|" + before + "|" + plain.substring(0, from);
        var frame = Spans.frame(passage.text().substring(figure.start(), end), plain.substring(figure.start(), end))
                .or(() -> Spans.frame(
                        passage.text().substring(0, from + before.length()),
                        plain.substring(0, from + before.length())))
                .map(Spans.Found::words);
        found.add(new Entry(
                passage,
                treatment(near, passage),
                benefit,
                what,
                figure,
                without,
                frame,
                good || bad ? Confidence.SAID : Confidence.UNSURE));
        return pair;
    }

    /** The treatment that the words nearest to the figure name; else the one spoken of last; else the first recommended. */
    private int treatment(String near, Passage passage) {
        for (var part : near.split("\\|")) {
            for (var named : dictionary.treatments(part)) {
                var words = part.substring(named.span().start(), named.span().end());
                for (var index = 0; index < treatments.size(); index++) {
                    if (treatments.get(index).isNamed(words)) {
                        latest = index;
                        return index;
                    }
                }
            }
            if (SURGERY.matcher(part).find()) {
                for (var index = 0; index < treatments.size(); index++) {
                    if (treatments.get(index).kind.equals("surgery")
                            && treatments.get(index).stance != Stance.ADVISED_AGAINST) {
                        latest = index;
                        return index;
                    }
                }
            }
        }
        for (var index = treatments.size() - 1; index >= 0; index--) {
            var place = treatments.get(index).passage;
            if (place.block() == passage.block()) {
                return index;
            }
        }
        return latest;
    }

    private int firstWanted() {
        for (var index = 0; index < treatments.size(); index++) {
            if (treatments.get(index).stance == Stance.RECOMMENDED) {
                return index;
            }
        }
        return 0;
    }
}
