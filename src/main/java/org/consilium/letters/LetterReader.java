package org.consilium.letters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.Knowledge;
import org.consilium.prose.Dates;
import org.consilium.prose.Line;
import org.consilium.prose.Numbers;
import org.consilium.prose.Tongue;
import org.consilium.terminology.Terminologies;
import org.jspecify.annotations.Nullable;

/**
 * Reads a doctor's letter in English or Spanish into proposed fields of an opinion, by dictionary and rules. The reach of
 * denial and doubt follows the ConText algorithm (Harkema and others, Journal of Biomedical Informatics 2009).
 */
public final class LetterReader {
    private static final Pattern DOSE = Pattern.compile(
            "\\d[\\d.,]*(?:\\s?-\\s?\\d[\\d.,]*)?\\s?(?:mg|mcg|\u00b5g|g|ml|UI|IU|units?|unidades|Gy)(?:/(?:kg|m2|day|d[i\u00ed]a|ml|h))?\\b(?:[^.;,]{0,60}?(?:times? (?:a |per )?(?:daily|day|week)|(?:once|twice|three times|four times)(?: (?:a|per))? ?(?:daily|day|week)?|daily|weekly|monthly|at night|at bedtime|in the morning|a day|every \\d+ (?:hours|weeks|days)|cada \\d+ (?:horas|h|semanas|d[i\u00ed]as)|al d[i\u00ed]a|diari[oa]s?|por la (?:noche|ma\u00f1ana)|una vez al d[i\u00ed]a|dos veces al d[i\u00ed]a|a la semana|semanal))?");
    private static final Pattern LASTING = Pattern.compile(
            "\\b(?:for|durante|por) (?:about |at least |al menos |unas? |unos? )?(?:\\d{1,2}|[a-z]+)(?: (?:to|a|-) \\d{1,2})? (?:weeks?|months?|years?|semanas?|mes(?:es)?|anos?|sesiones|sessions|fractions)\\b");
    private static final List<Intent> INTENTS = List.of(
            new Intent(
                    "cure",
                    "\\b(?:curative|intent is (?:to )?cure|aim is (?:to )?cure|to cure|with intent to cure|curativ[oa]|intencion (?:de curar|curativa)|para curar)\\b"),
            new Intent(
                    "comfort",
                    "\\b(?:palliative intent|to ease|for comfort|relieve symptoms only|intencion paliativa|para aliviar|finalidad paliativa)\\b"),
            new Intent(
                    "control",
                    "\\b(?:to control|control of|keep (?:it )?under control|aim is to (?:stop|slow|control)|to slow|to stop [a-z ]{2,30} (?:growing|progressing)|para controlar|para frenar|controlar la enfermedad)\\b"),
            new Intent(
                    "prevent",
                    "\\b(?:to prevent|prophyla[a-z]+|preventive|para prevenir|profilaxis|profilactic[oa])\\b"));

    private record Intent(String word, Pattern pattern) {
        Intent(String word, String pattern) {
            this(word, Pattern.compile(pattern));
        }
    }

    private final Dictionary dictionary;
    private final Naming naming;

    /** @param terminologies loaded ones, for codes; absent when there are none */
    public LetterReader(Knowledge knowledge, @Nullable Terminologies terminologies) {
        dictionary = new Dictionary(knowledge);
        naming = new Naming(knowledge.names(), terminologies);
    }

    /** What a letter seems to say; nothing for words that are no letter. Never fails on bad input. */
    public LetterReading read(Collection<Line> letter) {
        return read(letter, List.of());
    }

    /**
     * What a structured document seems to say, by its words and by its coded conditions and planned activities.
     *
     * @param entries with their places; one that has a line of its own among the words is proposed even when no rule knows it
     */
    public LetterReading read(Collection<Line> letter, Collection<Fact> entries) {
        var lines = LetterText.read(List.copyOf(letter));
        var harvest = new Harvest(LetterText.of(lines));
        if (lines.isEmpty()) {
            return harvest.reading();
        }
        var passages = Passage.of(lines);
        var dates = Dates.of(lines, Tongue.isSpanish(lines));
        Header.read(lines, dates, harvest);
        Basis.read(passages, dates, harvest);
        var coded = new Coded(entries, LetterText.of(lines));
        diagnoses(passages, coded, Numbers.of(lines, Tongue.isSpanish(lines)), harvest);
        var treatments = treatments(passages, coded, harvest);
        Measures.of(passages, treatments, dictionary).forEach(new MeasureFields(harvest)::add);
        tests(passages, treatments, harvest);
        evidence(passages, treatments, harvest);
        Closing.read(passages, harvest);
        return harvest.reading();
    }

    private void diagnoses(List<Passage> passages, Coded coded, Numbers numbers, Harvest harvest) {
        var found = coded.diagnoses(Diagnoses.of(passages, dictionary), passages);
        var qualifiers = new Qualifiers(harvest, numbers, found);
        var isFirst = true;
        for (var index = 0; index < found.size(); index++) {
            var diagnosis = found.get(index);
            var path = "/diagnoses/" + index;
            var role = diagnosis.isRuledOut()
                    ? "ruled-out"
                    : diagnosis.isOpen() ? "differential" : isFirst ? "primary" : "secondary";
            isFirst &= !role.equals("primary");
            harvest.add(
                    path + "/text",
                    diagnosis.text(),
                    naming.codes(diagnosis, coded),
                    diagnosis.sure(),
                    diagnosis.passage());
            harvest.add(path + "/role", role, Confidence.IMPLIED, diagnosis.passage());
            harvest.add(path + "/certainty", diagnosis.certainty(), diagnosis.sure(), diagnosis.passage());
            qualifiers.place(index);
        }
        passages.stream()
                .filter(passage -> passage.topic() != Topic.FAMILY && passage.topic() != Topic.EVIDENCE)
                .forEach(qualifiers::tumour);
    }

    private List<Treatments.Entry> treatments(List<Passage> passages, Coded coded, Harvest harvest) {
        var found = coded.treatments(Treatments.of(passages, dictionary), passages, dictionary);
        for (var index = 0; index < found.size(); index++) {
            var entry = found.get(index);
            var path = "/treatments/" + index;
            harvest.add(
                    path + "/text",
                    entry.text,
                    coded.codes(FactKind.PLANNED_PROCEDURE, entry.text, entry.stance == Stance.ADVISED_AGAINST),
                    entry.sure,
                    entry.passage);
            harvest.add(path + "/stance", entry.stance.word(), entry.sure, entry.passage);
            harvest.add(path + "/kind", entry.kind, Confidence.IMPLIED, entry.passage);
            var isAlone = found.stream()
                            .filter(each -> each.passage.equals(entry.passage))
                            .count()
                    == 1;
            Treatments.side(entry, isAlone)
                    .ifPresent(side -> harvest.add(path + "/laterality", side, Confidence.SAID, entry.passage));
            detail(entry, next(found, index))
                    .ifPresent(words -> harvest.add(path + "/detail", words, Confidence.SAID, entry.passage));
            if (entry.order != null) {
                harvest.add(path + "/order", String.valueOf(entry.order), Confidence.IMPLIED, entry.passage);
            }
            if (entry.stance == Stance.ADVISED_AGAINST) {
                continue;
            }
            intent(passages, entry)
                    .ifPresent(word -> harvest.add(path + "/intent", word, Confidence.IMPLIED, entry.passage));
            timing(passages, found, index, path, harvest);
        }
        return found;
    }

    /** Where the next treatment of the same sentence begins. */
    private static int next(List<Treatments.Entry> all, int index) {
        var passage = all.get(index).passage;
        return index + 1 < all.size() && all.get(index + 1).passage.equals(passage)
                ? all.get(index + 1).span.start()
                : passage.text().length();
    }

    private static Optional<String> detail(Treatments.Entry entry, int end) {
        var from = entry.span.end();
        if (from > end) {
            return Optional.empty();
        }
        var rest = entry.passage.text().substring(from, end);
        var words = new ArrayList<String>();
        var dose = DOSE.matcher(rest);
        if (dose.find() && dose.start() < 40) {
            words.add(dose.group());
        }
        var lasting = LASTING.matcher(entry.passage.plain().substring(from, end));
        if (lasting.find()) {
            words.add(rest.substring(lasting.start(), lasting.end()));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
    }

    /** By the sentence of the treatment, else by the next sentence of its block when it names its aim. */
    private static Optional<String> intent(List<Passage> passages, Treatments.Entry entry) {
        for (var passage : passages) {
            var isIts = passage.equals(entry.passage);
            var isNext = passage.block() == entry.passage.block() && passage.start() > entry.passage.start();
            if (!isIts && !isNext) {
                continue;
            }
            for (var intent : INTENTS) {
                if (intent.pattern().matcher(passage.plain()).find()) {
                    return Optional.of(intent.word());
                }
            }
        }
        return Optional.empty();
    }

    private static void timing(
            List<Passage> passages, List<Treatments.Entry> all, int index, String path, Harvest harvest) {
        var entry = all.get(index);
        var from = entry.span.end();
        var rest = entry.passage.text().substring(from);
        var within = Spans.within(rest, entry.passage.plain().substring(from));
        var isIts = index + 1 >= all.size()
                || !all.get(index + 1).passage.equals(entry.passage)
                || (within.isPresent()
                        && from + within.get().start() < all.get(index + 1).span.start())
                || entry.order == null
                || entry.order.equals(all.get(index + 1).order);
        if (within.isPresent() && isIts && within.get().days() > 0) {
            harvest.add(
                    path + "/timing/withinDays", String.valueOf(within.get().days()), Confidence.SAID, entry.passage);
            harvest.add(path + "/timing/text", within.get().words(), Confidence.SAID, entry.passage);
            return;
        }
        if (entry.stance != Stance.RECOMMENDED || !entry.kind.equals("surgery")) {
            return;
        }
        for (var passage : passages) {
            if (!passage.equals(entry.passage)
                    && passage.plain()
                            .matches(
                                    "^(?:the )?(?:surgery|operation|la cirugia|la operacion) (?:should|must|needs to|deberia|debe).*")
                    && isFirstWanted(all, index)) {
                Spans.within(passage.text(), passage.plain()).ifPresent(found -> {
                    harvest.add(path + "/timing/withinDays", String.valueOf(found.days()), Confidence.IMPLIED, passage);
                    harvest.add(path + "/timing/text", found.words(), Confidence.IMPLIED, passage);
                });
                return;
            }
        }
    }

    private static boolean isFirstWanted(List<Treatments.Entry> all, int index) {
        return all.subList(0, index).stream()
                .noneMatch(each -> each.stance == Stance.RECOMMENDED && each.kind.equals("surgery"));
    }

    private static void tests(List<Passage> passages, List<Treatments.Entry> treatments, Harvest harvest) {
        var found = Tests.of(passages, treatments);
        for (var index = 0; index < found.size(); index++) {
            var test = found.get(index);
            harvest.add("/testsRequested/" + index + "/text", test.text(), test.sure(), test.passage());
            if (test.why() != null) {
                harvest.add("/testsRequested/" + index + "/why", test.why(), Confidence.IMPLIED, test.passage());
            }
        }
    }

    /** What is cited stands with the first recommended treatment, or with the one its sentence names. */
    private void evidence(List<Passage> passages, List<Treatments.Entry> treatments, Harvest harvest) {
        if (treatments.isEmpty()) {
            return;
        }
        var counts = new int[treatments.size()];
        for (var each : Evidence.of(passages)) {
            var index = citedFor(each, treatments);
            var path = "/treatments/" + index + "/evidence/" + counts[index]++;
            harvest.add(path + "/text", each.text(), Confidence.SAID, each.passage());
            if (each.level() != null) {
                harvest.add(path + "/level", each.level(), Confidence.IMPLIED, each.passage());
            }
            each.doi().ifPresent(doi -> harvest.add(path + "/reference", doi, Confidence.SAID, each.passage()));
            each.year().ifPresent(year -> harvest.add(path + "/year", year, Confidence.SAID, each.passage()));
        }
    }

    private int citedFor(Evidence.Entry cited, List<Treatments.Entry> treatments) {
        var plain = cited.passage().plain();
        var wanted = 0;
        for (var index = treatments.size() - 1; index >= 0; index--) {
            wanted = treatments.get(index).stance == Stance.RECOMMENDED ? index : wanted;
        }
        for (var named : dictionary.treatments(plain)) {
            var words = plain.substring(named.span().start(), named.span().end());
            for (var index = 0; index < treatments.size(); index++) {
                if (treatments.get(index).isNamed(words)) {
                    return index;
                }
            }
        }
        return wanted;
    }
}
