package org.consilium.records.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/** What has been read of one message so far and what the next segments belong to. */
final class Context {
    private record Pending(Draft draft, String place) {}

    private final Hl7Message message;
    private final Systems systems;
    private final Harvest harvest;
    private final List<Pending> drafts = new ArrayList<>();
    private @Nullable Draft last;
    private @Nullable Draft report;
    private @Nullable Draft loose;
    private @Nullable Draft vaccination;
    private @Nullable PartialDate resultDate;
    private @Nullable PartialDate specimenDate;
    private Concept asked = Concept.NOTHING;
    private String service = "";
    private boolean inWords;
    private @Nullable String parent;
    private @Nullable Segment order;

    Context(Hl7Message message, Harvest harvest) {
        this.message = message;
        this.harvest = harvest;
        this.systems = Systems.of(message.header());
    }

    Hl7Message message() {
        return message;
    }

    Systems systems() {
        return systems;
    }

    /** Takes a draft in; it becomes a fact when the message ends. */
    void add(Draft draft, String place) {
        drafts.add(new Pending(draft, place));
        last = draft;
    }

    void done() {
        drafts.forEach(pending -> harvest.add(pending.draft, pending.place));
    }

    /** What a note (NTE) that comes now is about. */
    @Nullable
    Draft last() {
        return last;
    }

    /** A segment that is no fact begins: notes after it are about no fact. */
    void forgetLast() {
        last = null;
    }

    /** The common order segment (ORC) before; absent when there was none. */
    Optional<Segment> order() {
        return Optional.ofNullable(order);
    }

    void order(Segment segment) {
        order = segment;
        report = null;
        vaccination = null;
        inWords = false;
        asked = Concept.NOTHING;
        service = "";
        resultDate = null;
        parent = null;
    }

    /**
     * A report begins: what is observed now is its.
     *
     * @param diagnostics the service that made it (OBR-24), or empty
     */
    void report(Draft draft, Concept name, String diagnostics, boolean toldInWords, @Nullable String of) {
        report = draft;
        vaccination = null;
        asked = name;
        service = diagnostics;
        inWords = toldInWords;
        parent = of;
        resultDate = draft.date() == null ? specimenDate : draft.date();
    }

    /** An order begins that is no report: what is observed now was told when it was ordered. */
    void orderOnly(Concept name, String diagnostics) {
        report = null;
        vaccination = null;
        asked = name;
        service = diagnostics;
        inWords = false;
        parent = null;
        resultDate = null;
    }

    void vaccination(Draft draft) {
        vaccination = draft;
        report = null;
    }

    void specimen(Segment segment) {
        specimenDate = segment.date(17, 18).orElse(null);
    }

    @Nullable
    Draft report() {
        return report;
    }

    boolean isVaccination() {
        return vaccination != null;
    }

    boolean isToldInWords() {
        return inWords;
    }

    /** When the results of the report were observed, if they do not say themselves. */
    @Nullable
    PartialDate resultDate() {
        return resultDate;
    }

    String service() {
        return service;
    }

    /** What was ordered or examined. */
    Concept asked() {
        return asked;
    }

    /** The result that this examination goes on from, such as the germ that a sensitivity test is about. */
    Optional<String> parent() {
        return Optional.ofNullable(parent);
    }

    /** Where the words of an observation go; a document of its own when there is no report. */
    Draft textTarget(Segment observation) {
        if (vaccination != null) {
            return vaccination;
        }
        if (report != null) {
            return report;
        }
        if (loose == null) {
            var concept = Concept.of(observation, 3, systems).orElse(asked);
            loose = new Draft(FactKind.DOCUMENT, observation.place())
                    .of(concept)
                    .status(Statuses.ofObservation(observation.value(11).orElse("")))
                    .when(observation.date(14));
            add(loose, observation.place());
        }
        return loose;
    }

    /** The codes of reasons, each {@code system|code}, parted by blanks. */
    static Optional<String> codes(List<Concept> reasons) {
        var codes = reasons.stream()
                .flatMap(reason -> reason.codes().stream())
                .filter(code -> !code.system().isEmpty())
                .map(Context::written)
                .distinct()
                .toList();
        return codes.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", codes));
    }

    private static String written(Code code) {
        return code.system() + "|" + code.code();
    }

    /** A code of ICD-9 to 10 where only the method (DG1-2) says which. */
    Concept withMethod(Concept concept, Optional<String> method) {
        var named = method.flatMap(name -> Optional.of(systems.of(name, null, "")))
                .filter(system -> system.equals(CodeSystems.ICD10CM)
                        || system.equals(CodeSystems.ICD10)
                        || system.equals(CodeSystems.ICD9CM)
                        || system.equals(CodeSystems.CPT)
                        || system.equals(CodeSystems.ICD10PCS));
        if (named.isEmpty()) {
            return concept;
        }
        return new Concept(
                concept.codes().stream()
                        .map(code -> code.system().isEmpty()
                                ? new Code(named.get(), systems.written(named.get(), code.code()), code.display())
                                : code)
                        .toList(),
                concept.text());
    }
}
