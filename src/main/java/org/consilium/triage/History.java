package org.consilium.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.knowledge.Checklist;
import org.consilium.records.CaseFile;
import org.jspecify.annotations.Nullable;

/**
 * The records of a case as the rules read them: what holds, by kind, and which conditions are there now.
 *
 * <p>A condition counts when the record does not take it back, does not say it is over and does not speak of the past or of
 * a relative. What the person picked counts too.
 */
final class History {
    private static final Set<String> OVER =
            Set.of("resolved", "inactive", "remission", "completed", "aborted", "stopped", "ended");
    private static final Pattern PAST = Pattern.compile(
            "^(personal |past |family |fh |pmh )?(medical )?(history of|history:|h/o|hx of|hx:|fhx|status post|s/p)\\b.*"
                    + "|.*\\((history|family history)\\)$|^(antecedentes?|historia) (personal(es)? |familiar(es)? )?de\\b.*"
                    + "|^family history\\b.*|^screening for\\b.*|^encounter for\\b.*");
    private static final Pattern RULE_OUT = Pattern.compile("^(rule out|r/o|ruling out|descartar)\\b.*");
    private static final Pattern MAYBE =
            Pattern.compile("^(suspected|possible|probable|presumed|questionable|sospecha|posible|probable)\\b.*");

    private static final int YEAR_DAYS = 365;
    private static final Pattern ENDED_PREGNANCY = Pattern.compile("O0[0-8].*");

    /** Facts in one order whatever order the files came in: newest first, undated last, then by their words. */
    static final Comparator<Fact> NEWEST_FIRST = Comparator.comparing(
                    Fact::date, Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder()))
            .reversed()
            .thenComparing(Fact::text)
            .thenComparing(fact -> fact.sources().getFirst().file())
            .thenComparing(fact -> fact.sources().getFirst().at())
            .thenComparing(fact -> fact.codes().toString());

    private final Map<FactKind, List<Fact>> byKind;
    private final CaseFile file;
    private final Map<FactKind, List<Fact>> newest = new EnumMap<>(FactKind.class);
    private @Nullable List<Fact> scans;
    final Tests tests = new Tests();
    final List<Held> conditions;
    final LocalDate today;
    private @Nullable List<Fact> staging;
    private @Nullable List<Fact> pathology;
    private @Nullable Visits visits;

    private History(CaseFile file, Map<FactKind, List<Fact>> byKind, List<Held> conditions, LocalDate today) {
        this.file = file;
        this.byKind = byKind;
        this.conditions = conditions;
        this.today = today;
    }

    static History of(CaseFile file, Answers answers, Catalogue catalogue, LocalDate today) {
        var byKind = new EnumMap<FactKind, List<Fact>>(FactKind.class);
        for (var fact : file.facts()) {
            if (fact.holds()) {
                byKind.computeIfAbsent(fact.kind(), kind -> new ArrayList<>()).add(fact);
            }
        }
        var held = new ArrayList<Held>();
        byKind.getOrDefault(FactKind.CONDITION, List.of()).stream()
                .filter(fact -> isNow(fact, today))
                .sorted(NEWEST_FIRST)
                .map(fact -> held(fact.codes(), fact.text(), fact, catalogue))
                .forEach(held::add);
        answers.conditions().stream()
                .sorted(Comparator.comparing(Code::system).thenComparing(Code::code))
                .map(code ->
                        held(List.of(code), Objects.requireNonNullElse(code.display(), code.code()), null, catalogue))
                .forEach(held::add);
        return new History(file, byKind, List.copyOf(held), today);
    }

    private static Held held(List<Code> codes, String text, @Nullable Fact fact, Catalogue catalogue) {
        var known = catalogue.withIcd10(codes, text);
        var related = known.stream()
                .flatMap(code -> catalogue.groups.find(code).stream())
                .map(CodeIndex.Hit::what)
                .distinct()
                .toList();
        return new Held(known, text, fact, certainty(fact, text), catalogue.groupsOf(known), related);
    }

    private static boolean isNow(Fact fact, LocalDate today) {
        var text = fact.text().strip().toLowerCase(Locale.ROOT);
        return !OVER.contains(fact.status())
                && !(fact.end() != null && fact.end().latest().isBefore(today))
                && !PAST.matcher(text).matches()
                && !Set.of("refuted", "entered-in-error")
                        .contains(fact.detail(Detail.VERIFICATION).orElse(""));
    }

    private static Held.Certainty certainty(@Nullable Fact fact, String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        var verification = fact == null ? "" : fact.detail(Detail.VERIFICATION).orElse("");
        if (verification.equals("differential") || RULE_OUT.matcher(lower).matches()) {
            return Held.Certainty.DIFFERENTIAL;
        }
        return verification.equals("provisional")
                        || verification.equals("unconfirmed")
                        || MAYBE.matcher(lower).matches()
                ? Held.Certainty.PROVISIONAL
                : Held.Certainty.STATED;
    }

    /** Conditions that count as there now. */
    List<Held> present() {
        return conditions.stream().filter(Held::counts).toList();
    }

    /** The codes of a visit and of its reasons. */
    static List<Code> visitCodes(Fact visit) {
        var codes = new ArrayList<>(visit.codes());
        for (var reason : visit.detail(Detail.REASON_CODES).orElse("").split(" ")) {
            var bar = reason.lastIndexOf('|');
            if (bar > 0 && bar < reason.length() - 1) {
                codes.add(Code.of(reason.substring(0, bar), reason.substring(bar + 1)));
            }
        }
        return codes;
    }

    /** Facts of this kind that hold, in the order of the case file. */
    List<Fact> all(FactKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    /** Results that state a stage. */
    List<Fact> staging() {
        var known = staging;
        if (known == null) {
            known = List.of(FactKind.LAB, FactKind.REPORT).stream()
                    .flatMap(kind -> all(kind).stream())
                    .filter(Staging::isStage)
                    .toList();
            staging = known;
        }
        return known;
    }

    boolean isOfLastYear(Fact fact) {
        var date = fact.date();
        return date != null
                && date.year() >= today.getYear() - 1
                && !date.latest().plusDays(YEAR_DAYS).isBefore(today)
                && !date.earliest().isAfter(today);
    }

    /** The visits of the last year for this condition, newest first. */
    List<Fact> visits(Held held) {
        var known = visits;
        if (known == null) {
            known = Visits.of(this);
            visits = known;
        }
        return known.of(held);
    }

    /** The newest dated fact of a kind and one without a date, as far as there are such. */
    List<Fact> newest(FactKind kind) {
        return newest.computeIfAbsent(kind, this::findNewest);
    }

    private List<Fact> findNewest(FactKind kind) {
        Fact newest = null;
        Fact undated = null;
        for (var fact : all(kind)) {
            var best = fact.date() == null ? undated : newest;
            if (best != null && !isNewer(fact, best)) {
                continue;
            }
            if (fact.date() == null) {
                undated = fact;
            } else {
                newest = fact;
            }
        }
        return Stream.of(Optional.ofNullable(newest), Optional.ofNullable(undated))
                .flatMap(Optional::stream)
                .toList();
    }

    /** As {@link #NEWEST_FIRST}; years decide without making dates. */
    private static boolean isNewer(Fact fact, Fact other) {
        var date = fact.date();
        var otherDate = other.date();
        if (date != null && otherDate != null && date.year() != otherDate.year()) {
            return date.year() > otherDate.year();
        }
        return NEWEST_FIRST.compare(fact, other) < 0;
    }

    /** Scans, and reports and procedures that are of one. */
    List<Fact> scans() {
        var known = scans;
        if (known == null) {
            known = Stream.concat(
                            all(FactKind.IMAGING).stream(),
                            Stream.of(FactKind.REPORT, FactKind.PROCEDURE)
                                    .flatMap(kind -> all(kind).stream())
                                    .filter(tests::isImaging))
                    .toList();
            scans = known;
        }
        return known;
    }

    /** Reports of tissue or cells. */
    List<Fact> pathology() {
        var known = pathology;
        if (known == null) {
            var names = new DoubtTrigger.Names();
            known = List.of(FactKind.REPORT, FactKind.DOCUMENT).stream()
                    .flatMap(kind -> all(kind).stream())
                    .filter(names::isPathology)
                    .toList();
            pathology = known;
        }
        return known;
    }

    /** Facts that show an item of a checklist by what they are, whatever their code: see {@link Sections#showing}. */
    List<Fact> showing(Checklist.Item item) {
        return Sections.showing(item, this, file);
    }

    boolean isEmpty() {
        return byKind.isEmpty();
    }

    @Nullable
    Sex sex() {
        return file.sex();
    }

    /** True when the person is, or by the date known may be, under 18. */
    boolean isChild() {
        var birth = file.birthDate();
        return birth != null && birth.latest().plusYears(18).isAfter(today);
    }

    /** The record that says the person is pregnant now. */
    Optional<Fact> pregnancy() {
        return conditions.stream()
                .filter(Held::counts)
                .filter(held -> held.codes().stream().anyMatch(History::isPregnancy))
                .filter(held -> held.age(today).orElse(0L) < 300)
                .map(Held::fact)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean isPregnancy(Code code) {
        return (code.system().contains("icd-10")
                        && ((code.code().startsWith("O")
                                        && !ENDED_PREGNANCY.matcher(code.code()).matches())
                                || code.code().startsWith("Z33")
                                || code.code().startsWith("Z34")))
                || (code.in(CodeSystems.SNOMED)
                        && (code.code().equals("72892002") || code.code().equals("77386006")));
    }
}
