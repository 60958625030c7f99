package org.consilium.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import org.consilium.clinical.Sex;
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
    private static final int YEAR_DAYS = 365;
    private static final Pattern ENDED_PREGNANCY = Pattern.compile("O0[0-8].*");

    /** Facts in one order whatever order the files came in: newest first, undated last, then by their words. */
    static final Comparator<Fact> NEWEST_FIRST = Comparator.comparing(Fact::date, Comparator.nullsFirst(Newest.BY_DAY))
            .reversed()
            .thenComparing(Fact::text)
            .thenComparing(fact -> fact.sources().getFirst().file())
            .thenComparing(fact -> fact.sources().getFirst().at())
            .thenComparing(fact -> fact.codes().toString())
            .thenComparing(Fact::toString);

    static final Comparator<Code> CODES = Comparator.comparing(Code::system).thenComparing(Code::code);

    private final CaseFile file;
    final FactIndex index;
    final List<Held> conditions;
    final LocalDate today;
    private final List<Held> present;

    private History(CaseFile file, FactIndex index, List<Held> conditions, LocalDate today) {
        this.file = file;
        this.index = index;
        this.conditions = conditions;
        this.today = today;
        this.present = conditions.stream().filter(Held::counts).toList();
    }

    static History of(CaseFile file, Answers answers, Catalogue catalogue, LocalDate today) {
        return of(file, answers, catalogue, Loaded.NOTHING, today);
    }

    static History of(CaseFile file, Answers answers, Catalogue catalogue, Loaded loaded, LocalDate today) {
        var index = FactIndex.of(file, catalogue);
        var recorded = index.conditions.get().stream().filter(held -> !isEnded(held, today));
        var picked = answers.conditions().stream()
                .sorted(CODES)
                .map(code -> Held.of(
                        List.of(code), Objects.requireNonNullElse(code.display(), code.code()), null, catalogue));
        var held = Stream.concat(recorded, picked).map(one -> loaded.place(one, catalogue));
        return new History(file, index, held.toList(), today);
    }

    private static boolean isEnded(Held held, LocalDate today) {
        var fact = held.fact();
        return fact != null && fact.end() != null && fact.end().latest().isBefore(today);
    }

    /** Neither over, nor of the past or a relative, nor taken back. */
    static boolean isStated(Fact fact) {
        var text = fact.text().strip().toLowerCase(Locale.ROOT);
        return !OVER.contains(fact.status())
                && !PAST.matcher(text).matches()
                && !Set.of("refuted", "entered-in-error")
                        .contains(fact.detail(Detail.VERIFICATION).orElse(""));
    }

    /** Conditions that count as there now. */
    List<Held> present() {
        return present;
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
        return index.all(kind);
    }

    /** Results that state a stage. */
    List<Fact> staging() {
        return index.staging.get();
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
        return index.visits.get().of(held).stream().filter(this::isOfLastYear).toList();
    }

    /** Scans, and reports and procedures that are of one. */
    List<Fact> scans() {
        return index.scans.get();
    }

    /** Reports of tissue or cells. */
    List<Fact> pathology() {
        return index.pathology.get();
    }

    boolean isEmpty() {
        return index.isEmpty();
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
