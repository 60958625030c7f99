package org.consilium.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.records.CaseFile;
import org.consilium.records.Conflicts;
import org.consilium.records.Pile;
import org.consilium.records.Piles;

/**
 * The history of a case on one page, in the order a doctor asks for it. Pure; an empty list means that the records do not say.
 *
 * @param noAllergies true when a record says that no allergy is known
 * @param results lines of tests worth a look: the newest result is outside its usual range
 */
public record OnePage(
        List<Entry> conditionsNow,
        List<Entry> conditionsBefore,
        List<Entry> planned,
        List<Entry> operations,
        List<Entry> allergies,
        boolean noAllergies,
        List<Medicine> medicines,
        List<Trend> results,
        int tests,
        List<Entry> imaging,
        List<Entry> pathology,
        List<Entry> family,
        List<Entry> social,
        List<Entry> devices,
        List<Entry> vaccines,
        List<Conflicts.Conflict> conflicts) {
    private static final Set<String> OVER = Set.of("resolved", "inactive", "remission");
    private static final String NO_KNOWN_ALLERGY = "716186003";

    /**
     * One thing, however often the records mention it.
     *
     * @param facts the newest first, at least one
     */
    public record Entry(String text, List<Fact> facts) {
        public Entry {
            facts = List.copyOf(facts);
        }

        public Fact newest() {
            return facts.getFirst();
        }

        public Fact oldest() {
            return facts.getLast();
        }
    }

    /** The page as of a day. */
    public static OnePage of(CaseFile file, LocalDate today) {
        var facts = file.facts();
        var conditions = entries(facts, fact -> fact.kind() == FactKind.CONDITION && fact.holds());
        var over = conditions.stream().filter(entry -> isOver(entry, today)).toList();
        var now = conditions.stream().filter(entry -> !isOver(entry, today)).toList();
        var trends = Trends.of(file);
        return new OnePage(
                now,
                over,
                entries(facts, fact -> fact.kind() == FactKind.PLANNED_PROCEDURE && fact.holds() && isOpen(fact)),
                entries(
                        facts,
                        fact -> fact.kind() == FactKind.PROCEDURE
                                && fact.holds()
                                && Piles.pileOf(fact) == Pile.HISTORY),
                entries(facts, fact -> fact.kind() == FactKind.ALLERGY && fact.holds() && !saysNone(fact)),
                facts.stream().anyMatch(OnePage::saysNone),
                Medicines.of(file, today),
                trends.stream().filter(trend -> trend.last().isOutside()).toList(),
                trends.size(),
                entries(facts, fact -> fact.holds() && isPicture(fact)),
                entries(facts, fact -> fact.holds() && Piles.pileOf(fact) == Pile.PATHOLOGY),
                entries(facts, fact -> fact.kind() == FactKind.FAMILY_HISTORY && fact.holds()),
                entries(facts, fact -> fact.kind() == FactKind.SOCIAL_HISTORY && fact.holds()),
                entries(facts, fact -> fact.kind() == FactKind.DEVICE && fact.holds()),
                entries(facts, fact -> fact.kind() == FactKind.IMMUNIZATION && fact.holds()),
                Conflicts.of(file));
    }

    private static boolean isPicture(Fact fact) {
        return Piles.pileOf(fact) == Pile.IMAGING && fact.kind() != FactKind.PLANNED_PROCEDURE;
    }

    private static boolean isOpen(Fact fact) {
        return !Set.of("completed", "stopped", "ended").contains(fact.status());
    }

    /** «No known allergies»: refused as an allergy, or the SNOMED CT statement itself. */
    private static boolean saysNone(Fact fact) {
        return fact.kind() == FactKind.ALLERGY
                && !fact.isProposed()
                && (fact.codes().stream().anyMatch(code -> code.sameAs(Code.of(CodeSystems.SNOMED, NO_KNOWN_ALLERGY)))
                        || Folding.of(fact.text())
                                .matches(".*\\b(no known|none known|sin|no se conocen)\\b.*\\b(allerg|alerg).*"));
    }

    private static boolean isOver(Entry entry, LocalDate today) {
        var newest = entry.newest();
        return OVER.contains(newest.status())
                || (newest.end() != null && newest.end().latest().isBefore(today));
    }

    /** One entry for each thing, the most recent thing first. */
    private static List<Entry> entries(Collection<Fact> facts, Predicate<Fact> wanted) {
        Map<String, List<Fact>> byName = new LinkedHashMap<>();
        for (var fact : facts) {
            if (wanted.test(fact)) {
                byName.computeIfAbsent(name(fact), key -> new ArrayList<>()).add(fact);
            }
        }
        return byName.values().stream()
                .map(alike -> {
                    var newest = alike.stream()
                            .sorted(Comparator.comparing(OnePage::started).reversed())
                            .toList();
                    return new Entry(newest.getFirst().text(), newest);
                })
                .sorted(Comparator.comparing((Entry entry) -> started(entry.newest()))
                        .reversed()
                        .thenComparing(Entry::text))
                .toList();
    }

    private static LocalDate started(Fact fact) {
        return fact.date() == null ? LocalDate.MIN : fact.date().earliest();
    }

    private static String name(Fact fact) {
        var relative = fact.detail(org.consilium.clinical.Detail.RELATIVE).orElse("");
        return fact.codes().stream()
                        .filter(code -> !code.system().isEmpty())
                        .map(code -> code.system() + "|" + code.code())
                        .findFirst()
                        .orElseGet(() -> Folding.of(fact.text()))
                + "|" + relative;
    }
}
