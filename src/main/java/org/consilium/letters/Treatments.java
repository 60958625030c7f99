package org.consilium.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.letters.Dictionary.Treatment;
import org.consilium.letters.Phrases.Span;
import org.consilium.prose.Plain;
import org.consilium.prose.Sites;
import org.jspecify.annotations.Nullable;

/** The treatments that a letter recommends, leaves open or advises against. */
final class Treatments {
    private static final Pattern FIGURES = Pattern.compile(
            "\\d\\s?%|\\b\\d+ (?:of|in|out of|de|en) (?:every |each |cada )?(?:una? )?1?0*\\d+\\b|\\bde cada \\d+|\\bpor ciento\\b|\\bpercent\\b");
    private static final Pattern FIRST = Pattern.compile(
            "\\b(?:first step|as a first|at first|initially|first\\b(?! (?:doctor|surgeon|team|opinion|choice|year))|to begin with|primero|en primer lugar|inicialmente|de entrada|de inicio)");
    private static final Pattern NEXT = Pattern.compile(
            "\\b(?:then|afterwards?|after that|followed by|subsequently|thereafter|second step|luego|despues|posteriormente|seguid[oa] de|a continuacion|en segundo lugar)\\b");
    private static final Pattern NO_TREATMENT = Pattern.compile(
            "^(?:operations?|surgery|repairs?|cirugia|operacion|treatment|prosthesis|medication|reparacion|steroids?|injections?|prescription)$");
    private static final Pattern ABOUT = Pattern.compile(
            "\\b(?:before|prior to|after|following|during|antes de(?: la| el)?|tras(?: la| el)?|despues de(?: la| el)?|durante(?: la| el)?|para(?: la| el)?|if|si|until|hasta)(?: the| an?| your)? (?:[a-z-]+ ){0,2}$|\\b(?:such as|like|como|por ejemplo) $");
    private static final Pattern TEST = Pattern.compile(
            "^[^.;,]{0,12}\\b(?:test(?:ing|s)?|levels?|score|report|panel|sample|trial|study|guidelines?|informe|niveles|clinic|department|service|team|unit|program(?:me)?|specialist|history)\\b");

    /** One treatment of a letter. */
    static final class Entry {
        final String text;
        final String kind;
        final Passage passage;
        final Span span;
        Stance stance;
        Confidence sure;

        @Nullable
        Integer order;

        Entry(String text, String kind, Passage passage, Span span, Stance stance, Confidence sure) {
            this.text = text;
            this.kind = kind;
            this.passage = passage;
            this.span = span;
            this.stance = stance;
            this.sure = sure;
        }

        boolean isNamed(String other) {
            return key(text).contains(key(other)) || key(other).contains(key(text));
        }
    }

    private final Dictionary dictionary;
    private final List<Entry> found = new ArrayList<>();

    private Treatments(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    static List<Entry> of(List<Passage> passages, Dictionary dictionary) {
        var treatments = new Treatments(dictionary);
        var hasPlan = passages.stream().anyMatch(Passage::isPlan);
        for (var passage : passages) {
            switch (passage.topic()) {
                case FAMILY, RECORDS, HISTORY, EXAMINATION, EVIDENCE, OUTCOMES, TESTS -> {
                    continue;
                }
                case PLAN, DIAGNOSIS, OTHER -> treatments.passage(passage, hasPlan);
            }
        }
        return List.copyOf(treatments.found);
    }

    private void passage(Passage passage, boolean hasPlan) {
        var plain = passage.plain();
        if (Stance.isOfOthers(plain)
                || (FIGURES.matcher(plain).find() && Stance.of(plain, 0, 0).isEmpty())
                || plain.endsWith("?")) {
            return;
        }
        var named = dictionary.treatments(plain);
        if (named.isEmpty() || named.stream().allMatch(each -> isAside(passage, each))) {
            last(passage);
            return;
        }
        var before = Optional.<Stance>empty();
        for (var each : named) {
            if (isAside(passage, each)) {
                continue;
            }
            var span = Phrases.widen(plain, each.span().start(), each.span().end());
            var text = passage.text().substring(span.start(), span.end());
            if (TEST.matcher(plain.substring(each.span().end())).find()) {
                continue;
            }
            var said = stance(passage, each, before);
            before = said;
            if ((said.isEmpty() && !passage.isPlan())
                    || (said.isEmpty() && FIGURES.matcher(plain).find())) {
                continue;
            }
            if (Stance.isDeclined(plain)) {
                continue;
            }
            var implied = said.isEmpty();
            if (!implied || passage.item() || !hasPlan || isStart(plain, span.start())) {
                add(new Entry(
                        text,
                        each.kind(),
                        passage,
                        span,
                        said.orElse(Stance.RECOMMENDED),
                        implied ? Confidence.IMPLIED : Confidence.SAID));
            }
        }
        if (plain.matches(".*\\bno l[ao]s? (?:aconsejo|recomiendo)\\b.*")) {
            last(passage);
        }
    }

    private static boolean isStart(String plain, int start) {
        return plain.substring(0, start).isBlank()
                || plain.substring(0, start)
                        .matches(
                                "^(?:(?:then|afterwards?|first|second|third|followed by|luego|despues|primero|option \\d|opcion \\d|[a-d]\\)|an?|the)[,:]? ?)+$");
    }

    /** Named only to say when or why something else is done, or too general to be an option. */
    private boolean isAside(Passage passage, Treatment each) {
        var plain = passage.plain();
        var word = plain.substring(each.span().start(), each.span().end());
        var widened = Phrases.widen(plain, each.span().start(), each.span().end());
        var whole = plain.substring(widened.start(), widened.end());
        return (ABOUT.matcher(plain.substring(0, widened.start())).find()
                        && !plain.substring(0, widened.start()).matches("^(?:after|with|si|if)?.{0,14}$"))
                || (NO_TREATMENT.matcher(word).matches() && whole.equals(word));
    }

    private static Optional<Stance> stance(Passage passage, Treatment each, Optional<Stance> before) {
        var said = Stance.of(passage.plain(), each.span().start(), each.span().end());
        return said.isPresent() ? said : before;
    }

    /** A sentence that speaks of the treatment before it. */
    private void last(Passage passage) {
        if (found.isEmpty() || found.getLast().passage.block() < passage.block() - 1) {
            return;
        }
        Stance.ofTheLast(passage.plain()).ifPresent(stance -> {
            found.getLast().stance = stance;
            found.getLast().sure = Confidence.SAID;
        });
    }

    private void add(Entry entry) {
        var same = found.stream()
                .filter(each -> each.isNamed(entry.text) && each.kind.equals(entry.kind))
                .findFirst();
        if (same.isPresent()) {
            if (same.get().sure == Confidence.IMPLIED && entry.sure == Confidence.SAID) {
                same.get().stance = entry.stance;
                same.get().sure = Confidence.SAID;
            }
            return;
        }
        order(entry);
        found.add(entry);
    }

    private void order(Entry entry) {
        if (entry.stance == Stance.ADVISED_AGAINST) {
            return;
        }
        var plain = entry.passage.plain();
        var planned = found.stream()
                .filter(each -> each.stance != Stance.ADVISED_AGAINST)
                .toList();
        var near = plain.substring(0, entry.span.start());
        if (FIRST.matcher(plain).find()) {
            entry.order = 1;
        } else if (NEXT.matcher(near).find() && !planned.isEmpty()) {
            var before = planned.getLast();
            var place = before.order;
            if (place == null) {
                place = 1;
                planned.stream()
                        .filter(each -> each.passage.equals(before.passage))
                        .forEach(each -> each.order = 1);
            }
            entry.order = place + 1;
        }
    }

    /** The side that a treatment names, or its sentence when that names no other treatment. */
    static Optional<String> side(Entry entry, boolean isAlone) {
        return Sites.side(entry.text).or(() -> isAlone ? Sites.side(entry.passage.text()) : Optional.empty());
    }

    private static String key(String text) {
        var words = Plain.of(text).replace("lymph ", "").replaceAll("(?:e?s)?\\b", "");
        return " " + words.replaceAll("[^a-z0-9]+", " ").strip() + " ";
    }
}
