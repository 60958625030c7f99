package org.consilium.comparison;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Code;
import org.consilium.knowledge.CodePattern;
import org.consilium.knowledge.Knowledge;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.Opinion.Treatment;

/**
 * One treatment of one opinion.
 *
 * @param families ids of the procedures and treatments of the knowledge base that it is one of
 * @param plain its words, for telling whether two are the very same
 * @param planned part of what the doctor wants: recommended, or possible when nothing is recommended
 */
record Option(
        int opinion,
        int place,
        Opinion from,
        Treatment treatment,
        Set<String> families,
        String plain,
        boolean planned) {
    /** How sure it is that two options are one thing, the surest first. */
    enum Match {
        CODE,
        WORDS,
        FAMILY,
        KIND,
        NONE;

        /** True when the two are the same thing, not only of the same sort. */
        boolean isFirm() {
            return compareTo(KIND) < 0;
        }
    }

    private static final Set<String> DONE_TO_THE_BODY =
            Set.of("surgery", "procedure", "transplant", "device", "radiation", "systemic");
    private static final Set<String> WATCHING = Set.of("monitoring", "none");

    static List<Option> of(Opinion opinion, int place, Knowledge knowledge) {
        var recommends =
                opinion.treatments().stream().anyMatch(it -> it.stance().equals("recommended"));
        var options = new java.util.ArrayList<Option>();
        for (var t = 0; t < opinion.treatments().size(); t++) {
            var treatment = opinion.treatments().get(t);
            var plain = Texts.plain(treatment.text());
            var planned = treatment.stance().equals(recommends ? "recommended" : "possible");
            options.add(
                    new Option(place, t, opinion, treatment, families(treatment, plain, knowledge), plain, planned));
        }
        return options;
    }

    private static Set<String> families(Treatment treatment, String plain, Knowledge knowledge) {
        var found = new HashSet<String>();
        knowledge.procedures().stream()
                .filter(it -> belongs(treatment, plain, it.codes(), it.words()))
                .forEach(it -> found.add(it.id()));
        knowledge.treatments().stream()
                .filter(it -> belongs(treatment, plain, it.codes(), it.words()))
                .forEach(it -> found.add(it.id()));
        return Set.copyOf(found);
    }

    private static boolean belongs(Treatment treatment, String plain, List<CodePattern> patterns, List<String> words) {
        if (treatment.codes().stream().anyMatch(code -> patterns.stream().anyMatch(it -> it.covers(code)))) {
            return true;
        }
        var padded = " " + plain + " ";
        return DONE_TO_THE_BODY.contains(treatment.kind())
                && words.stream().anyMatch(word -> padded.contains(Texts.known(word)));
    }

    Match match(Option other) {
        if (shareCode(other)) {
            return Match.CODE;
        }
        if (!sort().equals(other.sort())) {
            return Match.NONE;
        }
        if (plain.equals(other.plain)) {
            return Match.WORDS;
        }
        if (families.stream().anyMatch(other.families::contains)) {
            return Match.FAMILY;
        }
        return planned && other.planned && isMain() == other.isMain() ? Match.KIND : Match.NONE;
    }

    private boolean shareCode(Option other) {
        for (Code code : treatment.codes()) {
            if (other.treatment.codes().stream().anyMatch(code::sameAs)) {
                return true;
            }
        }
        return false;
    }

    /** Both give codes of one system and share none. */
    boolean codesDiffer(Option other) {
        return !shareCode(other)
                && treatment.codes().stream()
                        .anyMatch(code -> other.treatment.codes().stream().anyMatch(it -> it.in(code.system())));
    }

    /** The kind of treatment; watching and doing nothing are one. */
    String sort() {
        return isWatching() ? "monitoring" : treatment.kind();
    }

    boolean isWatching() {
        return WATCHING.contains(treatment.kind());
    }

    /** Meant to treat, not to find out. */
    boolean isMain() {
        return !"diagnose".equals(treatment.intent());
    }

    boolean isAdvisedAgainst() {
        return treatment.stance().equals("advised-against");
    }

    String at() {
        return "/treatments/" + place;
    }
}
