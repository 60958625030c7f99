package org.consilium.triage;

import java.lang.ref.WeakReference;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.knowledge.SpecialTreatment;
import org.consilium.records.CaseFile;

/**
 * What the facts of a case file say by one knowledge, whatever the day and the answers: each part is worked out when it is
 * first asked for, once, and read by every later assessment of the same case file. Safe for use by several at once.
 */
final class FactIndex {
    /** How many case files are kept ready, as long as somebody else still holds them. */
    private static final int KEPT = 32;

    private static final Deque<Slot> RECENT = new ArrayDeque<>();

    private record Slot(WeakReference<CaseFile> file, FactIndex index) {
        @SuppressWarnings("ReferenceEquality") // an equal case file only costs looking through its facts again
        boolean isOf(CaseFile wanted, Catalogue catalogue) {
            return file.get() == wanted && index.catalogue == catalogue;
        }
    }

    /** A visit to an emergency room or a hospital that names what can raise a red flag. */
    record AcuteVisit(Fact visit, Held.Rules rules) {}

    /** A medicine, and what special treatment it is. */
    record Use(Fact fact, SpecialTreatment treatment) {}

    /** A report of tissue that hesitates, and the word that says so. */
    record Hesitant(Fact report, String word) {}

    /** A contact whose doctor or service is named with a specialty. */
    record Contact(Fact fact, Specialties.Named named) {}

    final Catalogue catalogue;
    private final Map<FactKind, List<Fact>> byKind = new EnumMap<>(FactKind.class);
    private final Map<String, Shown> shown = new ConcurrentHashMap<>();
    private final Map<Tried, List<Tried.Use>> tried = new ConcurrentHashMap<>();
    final List<Fact> deniedAllergies;
    final Once<List<Held>> conditions = new Once<>(this::findConditions);
    final Once<List<Fact>> staging = new Once<>(() -> ofKinds(Staging::isStage, FactKind.LAB, FactKind.REPORT));
    final Once<List<Fact>> scans;
    final Once<List<Fact>> scanReports;
    final Once<List<Fact>> biopsies;
    final Once<List<Fact>> pathology;
    final Once<List<Text>> pathologyTexts;
    final Once<List<Fact>> operations = new Once<>(this::findOperations);
    final Once<List<Hesitant>> hesitant = new Once<>(() -> DoubtTrigger.hesitant(this));
    final Once<List<AcuteVisit>> acuteVisits = new Once<>(this::findAcuteVisits);
    final Once<List<Use>> medicines = new Once<>(() -> uses(FactKind.MEDICATION));
    final Once<List<Use>> treatments = new Once<>(() -> uses(FactKind.PROCEDURE));
    final Once<List<Contact>> contacts = new Once<>(this::findContacts);
    final Once<Visits> visits = new Once<>(() -> Visits.of(all(FactKind.ENCOUNTER)));

    private FactIndex(List<Fact> facts, Catalogue catalogue) {
        this.catalogue = catalogue;
        var denied = new ArrayList<Fact>();
        for (var fact : facts) {
            if (fact.holds()) {
                byKind.computeIfAbsent(fact.kind(), kind -> new ArrayList<>()).add(fact);
            }
            if (fact.kind() == FactKind.ALLERGY && fact.detail(Detail.NEGATED).isPresent()) {
                denied.add(fact);
            }
        }
        deniedAllergies = List.copyOf(denied);
        var tests = new Tests();
        scans = new Once<>(() -> Stream.concat(
                        all(FactKind.IMAGING).stream(),
                        ofKinds(tests::isImaging, FactKind.REPORT, FactKind.PROCEDURE).stream())
                .toList());
        scanReports = new Once<>(() -> ofKinds(tests::isImaging, FactKind.REPORT, FactKind.DOCUMENT));
        var names = new DoubtTrigger.Names();
        pathology = new Once<>(() -> ofKinds(names::isPathology, FactKind.REPORT, FactKind.DOCUMENT));
        pathologyTexts = new Once<>(() -> pathology.get().stream()
                .map(report -> Text.of(Histology.words(report)))
                .toList());
        biopsies = new Once<>(() -> Stream.concat(
                        ofKinds(tests::isBiopsy, FactKind.PROCEDURE).stream(), pathology.get().stream())
                .toList());
    }

    /** That of this very case file, if it was assessed lately, else a new one. */
    static synchronized FactIndex of(CaseFile file, Catalogue catalogue) {
        RECENT.removeIf(slot -> slot.file.get() == null);
        for (var slot : RECENT) {
            if (slot.isOf(file, catalogue)) {
                RECENT.remove(slot);
                RECENT.addFirst(slot);
                return slot.index;
            }
        }
        var made = new FactIndex(file.facts(), catalogue);
        RECENT.addFirst(new Slot(new WeakReference<>(file), made));
        if (RECENT.size() > KEPT) {
            RECENT.removeLast();
        }
        return made;
    }

    /** Facts of this kind that hold, in the order of the case file. */
    List<Fact> all(FactKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    boolean isEmpty() {
        return byKind.isEmpty();
    }

    /** What shows the items of a checklist. */
    Shown shown(Catalogue.Needs needs) {
        return shown.computeIfAbsent(needs.checklist().id(), id -> Shown.of(this, needs));
    }

    /** Records of the medicines that count for a condition. */
    List<Tried.Use> tried(Tried medicines) {
        return tried.computeIfAbsent(medicines, wanted -> wanted.uses(this));
    }

    private List<Fact> ofKinds(Predicate<Fact> wanted, FactKind... kinds) {
        return Stream.of(kinds)
                .flatMap(kind -> all(kind).stream())
                .filter(wanted)
                .toList();
    }

    private List<Held> findConditions() {
        return all(FactKind.CONDITION).stream()
                .filter(History::isStated)
                .sorted(History.NEWEST_FIRST)
                .map(fact -> Held.of(fact.codes(), fact.text(), fact, catalogue))
                .toList();
    }

    private List<Fact> findOperations() {
        return ofKinds(
                fact -> fact.date() != null
                        && fact.codes().stream()
                                .flatMap(code -> catalogue.procedures.find(code).stream())
                                .anyMatch(hit -> hit.what().trigger().equals("T2")),
                FactKind.PROCEDURE);
    }

    private List<AcuteVisit> findAcuteVisits() {
        var known = new HashMap<List<Code>, Held.Rules>();
        return all(FactKind.ENCOUNTER).stream()
                .filter(RedFlags::isAcute)
                .map(visit -> new AcuteVisit(
                        visit,
                        known.computeIfAbsent(
                                History.visitCodes(visit),
                                codes -> Held.Rules.ofFlags(catalogue.withIcd10(codes), catalogue))))
                .filter(visit -> !visit.rules.flags().isEmpty()
                        || !visit.rules.companions().isEmpty())
                .toList();
    }

    private List<Use> uses(FactKind kind) {
        var byName = new HashMap<String, List<SpecialTreatment>>();
        return all(kind).stream()
                .flatMap(fact -> treatments(fact, byName).stream().map(treatment -> new Use(fact, treatment)))
                .toList();
    }

    private List<SpecialTreatment> treatments(Fact fact, Map<String, List<SpecialTreatment>> byName) {
        var byCode = TreatmentTriggers.coded(fact.codes(), catalogue);
        return byCode.isEmpty()
                ? byName.computeIfAbsent(fact.text(), name -> TreatmentTriggers.said(catalogue.treatmentWords, name))
                : byCode;
    }

    private List<Contact> findContacts() {
        var known = new HashMap<String, Specialties.Named>();
        return Stream.of(FactKind.ENCOUNTER, FactKind.PROCEDURE, FactKind.DOCUMENT)
                .flatMap(kind -> all(kind).stream())
                .filter(fact -> fact.detail(Detail.PERFORMER).isPresent())
                .map(fact -> new Contact(
                        fact,
                        known.computeIfAbsent(fact.detail(Detail.PERFORMER).orElse(""), catalogue.specialties::named)))
                .filter(contact -> contact.named.isSpecialty())
                .toList();
    }
}
