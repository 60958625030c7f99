package org.consilium.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.knowledge.Checklist;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.knowledge.ConditionNames;
import org.consilium.knowledge.FailedTrial;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.PlannedProcedure;
import org.consilium.knowledge.RedFlag;
import org.consilium.knowledge.SpecialTreatment;
import org.consilium.knowledge.Window;
import org.consilium.terminology.Icd10;
import org.jspecify.annotations.Nullable;

/** The knowledge arranged for looking up: built once for each version, read by every assessment. */
final class Catalogue {
    static final String CORE = "CORE";
    private static final String ANY_CANCER = "CA-ALL";

    /** One rule of a red flag. */
    record FlagRule(RedFlag flag, int rule) {}

    /** A checklist with its items by code and by word. */
    record Needs(Checklist checklist, CodeIndex<Checklist.Item> byCode, WordIndex<Checklist.Item> byWord) {}

    final Knowledge knowledge;
    final CodeIndex<ConditionGroup> groups = new CodeIndex<>();
    final CodeIndex<FlagRule> flags = new CodeIndex<>();
    final CodeIndex<FlagRule> flagCompanions = new CodeIndex<>();
    final Symptoms symptoms = new Symptoms();
    final CodeIndex<Window> windows = new CodeIndex<>();
    final CodeIndex<PlannedProcedure> procedures = new CodeIndex<>();
    final WordIndex<PlannedProcedure> procedureWords = new WordIndex<>();
    final CodeIndex<SpecialTreatment> treatments = new CodeIndex<>();
    final WordIndex<SpecialTreatment> treatmentWords = new WordIndex<>();
    final CodeIndex<FailedTrial> trials = new CodeIndex<>();
    private final Map<String, Tried> tried = new HashMap<>();
    final Specialties specialties;
    private final ConditionNames names;
    final Map<String, Needs> needs = new HashMap<>();
    private final Map<String, Integer> order = new HashMap<>();
    private final Map<String, List<Code>> icd10 = new HashMap<>();

    private static volatile @Nullable Catalogue last;

    /** The catalogue of this knowledge; the last one made is kept, because a program runs with one knowledge. */
    @SuppressWarnings("ReferenceEquality") // another equal knowledge only costs building the catalogue again
    static Catalogue of(Knowledge knowledge) {
        var known = last;
        if (known != null && known.knowledge == knowledge) {
            return known;
        }
        var made = new Catalogue(knowledge);
        last = made;
        return made;
    }

    private Catalogue(Knowledge knowledge) {
        this.knowledge = knowledge;
        this.names = knowledge.names();
        this.specialties = new Specialties(knowledge.experts());
        knowledge.groups().forEach(group -> group.codes().forEach(code -> groups.add(code, group)));
        knowledge.redFlags().forEach(this::add);
        knowledge.windows().forEach(window -> order.put(window.id(), order.size()));
        knowledge.windows().forEach(window -> window.codes().forEach(code -> windows.add(code, window)));
        knowledge.failedTrials().forEach(this::add);
        for (var procedure : knowledge.procedures()) {
            procedure.codes().forEach(code -> procedures.add(code, procedure));
            procedure.words().forEach(words -> procedureWords.add(words, procedure));
        }
        for (var treatment : knowledge.treatments()) {
            treatment.codes().forEach(code -> treatments.add(code, treatment));
            treatment.words().forEach(words -> treatmentWords.add(words, treatment));
        }
        knowledge.checklists().forEach(this::add);
        for (var pair : knowledge.crosswalk().pairs()) {
            pair(pair.first(), pair.second());
            if (pair.exact()) {
                pair(pair.second(), pair.first());
            }
        }
    }

    private void pair(Code code, Code icd) {
        if (Icd10.isIcd10(icd) && !Icd10.isIcd10(code)) {
            icd10.computeIfAbsent(key(code), fresh -> new ArrayList<>()).add(icd);
        }
    }

    private static String key(Code code) {
        return code.system() + "|" + code.code();
    }

    /** The codes with the ICD-10 codes that stand for them. */
    List<Code> withIcd10(List<Code> codes) {
        return codes.stream()
                .flatMap(code -> Stream.concat(Stream.of(code), icd10.getOrDefault(key(code), List.of()).stream()))
                .distinct()
                .toList();
    }

    /**
     * The same, and where the record gives no code of a disease but only a name that the knowledge base has as a whole, the code
     * that stands for the name.
     */
    List<Code> withIcd10(List<Code> codes, String name) {
        var known = withIcd10(codes);
        if (known.stream().anyMatch(code -> Icd10.isIcd10(code) || code.in(CodeSystems.SNOMED))) {
            return known;
        }
        return names.find(name)
                .flatMap(condition -> condition.codes().stream()
                        .filter(code -> code.system().equals(CodeSystems.ICD10CM))
                        .findFirst())
                .map(code -> Stream.concat(known.stream(), Stream.of(new Code(code.system(), code.code(), name)))
                        .toList())
                .orElse(known);
    }

    /** Where a window stands in the knowledge: the first that fits governs. */
    int order(Window window) {
        return order.getOrDefault(window.id(), Integer.MAX_VALUE);
    }

    private void add(RedFlag flag) {
        for (int rule = 0; rule < flag.when().size(); rule++) {
            var id = new FlagRule(flag, rule);
            flag.when().get(rule).any().forEach(code -> flags.add(code, id));
            flag.when().get(rule).with().forEach(code -> flagCompanions.add(code, id));
        }
        symptoms.add(flag);
    }

    private void add(FailedTrial trial) {
        trial.codes().forEach(code -> trials.add(code, trial));
        if (trial.drugs() > 0) {
            tried.put(trial.id(), new Tried(trial));
        }
    }

    /** Those of the trials that count medicines. */
    Stream<Tried> tried(Stream<FailedTrial> of) {
        return of.distinct().flatMap(trial -> Stream.ofNullable(tried.get(trial.id())));
    }

    private void add(Checklist checklist) {
        var byCode = new CodeIndex<Checklist.Item>();
        var byWord = new WordIndex<Checklist.Item>();
        for (var item : checklist.items()) {
            item.codes().forEach(code -> byCode.add(code, item));
            item.words().forEach(words -> byWord.add(words, item));
        }
        needs.put(checklist.id(), new Needs(checklist, byCode, byWord));
    }

    /** For each code the groups that name it most closely, the narrower group first. */
    List<ConditionGroup> groupsOf(List<Code> codes) {
        var found = codes.stream()
                .filter(code -> Icd10.isIcd10(code) || !hasIcd10(codes))
                .flatMap(code -> closest(groups.find(code)).stream())
                .distinct()
                .toList();
        var isNamed = found.stream().anyMatch(group -> !group.id().equals(ANY_CANCER) && isCancer(group));
        return found.stream()
                .filter(group -> !isNamed || !group.id().equals(ANY_CANCER))
                .sorted(Comparator.comparingInt((ConditionGroup group) -> breadth(group))
                        .thenComparing(ConditionGroup::id))
                .toList();
    }

    /** Only ICD-10 tells how closely a group names a code; where it is known it decides. */
    private static boolean hasIcd10(List<Code> codes) {
        return codes.stream().anyMatch(Icd10::isIcd10);
    }

    static boolean isCancer(ConditionGroup group) {
        return group.id().startsWith("CA-");
    }

    private static List<ConditionGroup> closest(List<CodeIndex.Hit<ConditionGroup>> hits) {
        return hits.stream()
                .filter(hit -> hit.letters() == hits.getFirst().letters())
                .map(CodeIndex.Hit::what)
                .toList();
    }

    private static int breadth(ConditionGroup group) {
        return (int) group.codes().stream()
                .filter(code -> !code.system().equals(CodeSystems.SNOMED))
                .count();
    }
}
