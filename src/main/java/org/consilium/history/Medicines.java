package org.consilium.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.records.CaseFile;

/**
 * The medicines of a case, now and before. Pure.
 *
 * <p>Records of one drug are brought together by a shared RxNorm, ATC or NDC code, or by the same name without its strength and
 * form. A drug counts as taken now when a record calls it active (FHIR MedicationRequest and MedicationStatement status), it has
 * not ended by today, and no later record stops it. Silence is «unclear», never «now».
 */
public final class Medicines {
    private static final Set<String> SYSTEMS = Set.of(CodeSystems.RXNORM, CodeSystems.ATC, CodeSystems.NDC);
    private static final Set<String> OVER =
            Set.of("completed", "stopped", "ended", "inactive", "discontinued", "aborted", "resolved");
    private static final Set<String> TO_COME = Set.of("draft", "intended", "planned", "on-hold");
    private static final Pattern STRENGTH = Pattern.compile(
            "\\s*[\\[(]|\\s+\\d|\\s+(?:oral|tablet|tab|capsule|cap|injection|injectable|solution|cream|ointment|spray|inhaler|"
                    + "extended|delayed|topical|comprimidos?|capsulas?|inyectable|jarabe|solucion)\\b.*");

    private Medicines() {}

    /** Taken now first, then unclear, planned and before; within each by name. */
    public static List<Medicine> of(CaseFile file, LocalDate today) {
        var groups = new LinkedHashMap<Integer, List<Fact>>();
        var facts = file.facts().stream()
                .filter(fact -> fact.kind() == FactKind.MEDICATION && fact.holds())
                .toList();
        var parents = join(facts);
        for (var index = 0; index < facts.size(); index++) {
            groups.computeIfAbsent(root(parents, index), key -> new ArrayList<>())
                    .add(facts.get(index));
        }
        return groups.values().stream()
                .map(uses -> medicine(uses, today))
                .sorted(Comparator.comparing(Medicine::taking, Comparator.comparingInt(Medicines::rank))
                        .thenComparing(medicine -> medicine.name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    private static int rank(Medicine.Taking taking) {
        return switch (taking) {
            case NOW -> 0;
            case UNCLEAR -> 1;
            case PLANNED -> 2;
            case BEFORE -> 3;
        };
    }

    private static int[] join(List<Fact> facts) {
        var parents = new int[facts.size()];
        java.util.Arrays.setAll(parents, index -> index);
        var seen = new HashMap<String, Integer>();
        for (var index = 0; index < parents.length; index++) {
            for (var name : names(facts.get(index))) {
                var earlier = seen.putIfAbsent(name, index);
                if (earlier != null) {
                    parents[root(parents, index)] = root(parents, earlier);
                }
            }
        }
        return parents;
    }

    private static int root(int[] parents, int index) {
        var at = index;
        while (parents[at] != at) {
            at = parents[at];
        }
        return at;
    }

    private static List<String> names(Fact fact) {
        var names = new ArrayList<String>();
        for (Code code : fact.codes()) {
            if (SYSTEMS.contains(code.system())) {
                names.add(code.system() + "|" + code.code());
            }
        }
        names.add(plain(fact.text()));
        return names;
    }

    /** The name without strength and form. */
    static String plain(String name) {
        var folded = Folding.of(name).strip();
        var strength = STRENGTH.matcher(folded);
        return strength.find() && strength.start() > 2 ? folded.substring(0, strength.start()) : folded;
    }

    private static Medicine medicine(List<Fact> uses, LocalDate today) {
        var newest = uses.stream()
                .sorted(Comparator.comparing(Medicines::latest).reversed().thenComparing(Fact::text))
                .toList();
        return new Medicine(newest.getFirst().text(), taking(newest, today), newest);
    }

    private static LocalDate latest(Fact fact) {
        var started = fact.date() == null ? LocalDate.MIN : fact.date().earliest();
        return fact.end() != null && fact.end().earliest().isAfter(started)
                ? fact.end().earliest()
                : started;
    }

    private static Medicine.Taking taking(List<Fact> newest, LocalDate today) {
        var now = newest.stream().filter(use -> isNow(use, today)).toList();
        if (now.isEmpty()) {
            if (newest.stream().allMatch(use -> isOver(use, today))) {
                return Medicine.Taking.BEFORE;
            }
            return newest.stream().allMatch(use -> TO_COME.contains(use.status()) || isOver(use, today))
                    ? Medicine.Taking.PLANNED
                    : Medicine.Taking.UNCLEAR;
        }
        var lastSaid = now.stream()
                .map(Medicines::started)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        var stoppedLater = newest.stream()
                .anyMatch(use -> isOver(use, today) && latest(use).isAfter(lastSaid));
        return stoppedLater ? Medicine.Taking.UNCLEAR : Medicine.Taking.NOW;
    }

    private static LocalDate started(Fact fact) {
        return fact.date() == null ? LocalDate.MIN : fact.date().earliest();
    }

    private static boolean isNow(Fact use, LocalDate today) {
        return use.status().equals("active") && !hasEnded(use, today);
    }

    private static boolean isOver(Fact use, LocalDate today) {
        return OVER.contains(use.status()) || hasEnded(use, today);
    }

    private static boolean hasEnded(Fact use, LocalDate today) {
        return use.end() != null && use.end().latest().isBefore(today);
    }
}
