package org.consilium.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.knowledge.FailedTrial;
import org.consilium.knowledge.Window;
import org.jspecify.annotations.Nullable;

/**
 * A condition the person has now, by the records or by their own word.
 *
 * @param codes as recorded, with the ICD-10 codes that stand for them
 * @param fact the record of it; absent when the person picked it
 * @param groups the most specific groups it belongs to, the narrowest first
 * @param related every group any of its codes belongs to
 * @param rules what the knowledge says of its codes
 */
record Held(
        List<Code> codes,
        String text,
        @Nullable Fact fact,
        Certainty certainty,
        List<ConditionGroup> groups,
        List<ConditionGroup> related,
        Rules rules) {
    private static final int ONSET_DAYS = 180;
    private static final Pattern RULE_OUT = Pattern.compile("^(rule out|r/o|ruling out|descartar)\\b.*");
    private static final Pattern MAYBE =
            Pattern.compile("^(suspected|possible|probable|presumed|questionable|sospecha|posible|probable)\\b.*");

    /** How sure the record is of it. */
    enum Certainty {
        /** Confirmed, or the record does not say otherwise. */
        STATED,
        /** Provisional or unconfirmed: counts, and is in doubt. */
        PROVISIONAL,
        /** One of several that are being weighed: in doubt, counts as nothing else. */
        DIFFERENTIAL
    }

    /**
     * What the knowledge says of codes.
     *
     * @param windows in the order of the knowledge
     */
    record Rules(
            List<Catalogue.FlagRule> flags,
            List<Catalogue.FlagRule> companions,
            List<FailedTrial> trials,
            List<Window> windows) {
        /** Those that can raise a red flag, and nothing else. */
        static Rules ofFlags(List<Code> codes, Catalogue catalogue) {
            var asking =
                    codes.stream().filter(code -> !RedFlags.isLaterVisit(code)).toList();
            return new Rules(
                    find(catalogue.flags, asking), find(catalogue.flagCompanions, asking), List.of(), List.of());
        }

        private static Rules of(List<Code> codes, Catalogue catalogue) {
            var flags = ofFlags(codes, catalogue);
            var windows = find(catalogue.windows, codes).stream()
                    .sorted(Comparator.comparingInt(catalogue::order))
                    .toList();
            return new Rules(flags.flags, flags.companions, find(catalogue.trials, codes), windows);
        }

        private static <T> List<T> find(CodeIndex<T> index, List<Code> codes) {
            return codes.stream()
                    .flatMap(code -> index.find(code).stream())
                    .map(CodeIndex.Hit::what)
                    .distinct()
                    .toList();
        }
    }

    static Held of(List<Code> codes, String text, @Nullable Fact fact, Catalogue catalogue) {
        var known = catalogue.withIcd10(codes, text);
        var related = known.stream()
                .flatMap(code -> catalogue.groups.find(code).stream())
                .map(CodeIndex.Hit::what)
                .distinct()
                .toList();
        return new Held(
                known,
                text,
                fact,
                certainty(fact, text),
                catalogue.groupsOf(known),
                related,
                Rules.of(known, catalogue));
    }

    /** The same with further codes that say the same. */
    Held with(List<Code> further, Catalogue catalogue) {
        return of(Stream.concat(codes.stream(), further.stream()).distinct().toList(), text, fact, catalogue);
    }

    /** The same in these groups. */
    Held in(List<ConditionGroup> others) {
        return new Held(codes, text, fact, certainty, others, others, rules);
    }

    private static Certainty certainty(@Nullable Fact fact, String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        var verification = fact == null ? "" : fact.detail(Detail.VERIFICATION).orElse("");
        if (verification.equals("differential") || RULE_OUT.matcher(lower).matches()) {
            return Certainty.DIFFERENTIAL;
        }
        return verification.equals("provisional")
                        || verification.equals("unconfirmed")
                        || MAYBE.matcher(lower).matches()
                ? Certainty.PROVISIONAL
                : Certainty.STATED;
    }

    boolean counts() {
        return certainty != Certainty.DIFFERENTIAL;
    }

    /** When it began, else when it was written down. */
    Optional<PartialDate> since() {
        if (fact == null) {
            return Optional.empty();
        }
        return fact.date() != null
                ? Optional.of(fact.date())
                : fact.detail(Detail.RECORDED).flatMap(PartialDate::parse);
    }

    /** Days since the latest day it can have begun; empty when undated, 0 when in the future. */
    Optional<Long> age(LocalDate today) {
        return since().map(date -> Math.max(0, ChronoUnit.DAYS.between(date.latest(), today)));
    }

    /**
     * Days since it was found: since it was written down when it began long before that, else since it began. Empty when
     * undated, 0 when in the future.
     */
    Optional<Long> knownFor(LocalDate today) {
        return found().map(date -> Math.max(0, ChronoUnit.DAYS.between(date.latest(), today)));
    }

    /** The day of the diagnosis: an onset more than half a year before it was written down is that of the complaints. */
    Optional<PartialDate> found() {
        var recorded = Optional.ofNullable(fact)
                .flatMap(own -> own.detail(Detail.RECORDED))
                .flatMap(PartialDate::parse);
        return since().map(began -> recorded.filter(
                        day -> began.latest().plusDays(ONSET_DAYS).isBefore(day.earliest()))
                .orElse(began));
    }

    boolean isRelapse() {
        return fact != null
                && (fact.status().equals("recurrence") || fact.status().equals("relapse"));
    }

    boolean isCoded(String system) {
        return codes.stream().anyMatch(code -> code.in(system));
    }

    boolean isIcd() {
        return codes.stream().anyMatch(code -> code.system().contains("icd-10"));
    }
}
