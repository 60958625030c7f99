package org.consilium.records.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Identity;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.jspecify.annotations.Nullable;

/** What has been gathered from one file so far. */
final class Harvest {
    /** Kinds of problems that are counted, so that a thousand of them are one sentence. */
    private enum Counted {
        UNREADABLE_DATES("records.fhir.dates", Severity.WARNING),
        ENTRIES_NOT_UNDERSTOOD("records.fhir.entries", Severity.WARNING),
        LINKS_ELSEWHERE("records.fhir.links", Severity.INFORMATION),
        OLDER_VERSIONS("fhirmore.older", Severity.INFORMATION),
        ADMINISTRATIVE("records.fhir.administrative", Severity.INFORMATION);

        private final String key;
        private final Severity severity;

        Counted(String key, Severity severity) {
            this.key = key;
            this.severity = severity;
        }
    }

    private record Count(int number, String firstAt) {}

    private final String label;
    private final References references;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Identity> patients = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Attachments.Attached> attached = new ArrayList<>();
    private final Map<String, Count> kept = new TreeMap<>();
    private final Map<String, Count> attachments = new TreeMap<>();
    private final Map<String, Count> nameless = new TreeMap<>();
    private final Map<Counted, Count> counted = new TreeMap<>();

    Harvest(String label, References references) {
        this.label = label;
        this.references = references;
    }

    String label() {
        return label;
    }

    References references() {
        return references;
    }

    List<Fact> facts() {
        return facts;
    }

    void add(Fact fact) {
        facts.add(fact);
    }

    void addPatient(Identity patient) {
        if (!patients.contains(patient)) {
            patients.add(patient);
        }
    }

    void addProblem(Severity severity, Message message, String at) {
        problems.add(new Problem(severity, message, at));
    }

    /** A resource that carries no medical fact yet. */
    void countKept(String type, String at) {
        count(kept, type, 1, at);
    }

    /** A person, a place or a note about the record itself: it says who and where, not what. */
    void countAdministrative(String at) {
        count(counted, Counted.ADMINISTRATIVE, 1, at);
    }

    void countOlder(int versions) {
        if (versions > 0) {
            count(counted, Counted.OLDER_VERSIONS, versions, "");
        }
    }

    void countNotUnderstood(String at) {
        count(counted, Counted.ENTRIES_NOT_UNDERSTOOD, 1, at);
    }

    void countUnreadableDate() {
        count(counted, Counted.UNREADABLE_DATES, 1, "");
    }

    void countLink(String at) {
        count(counted, Counted.LINKS_ELSEWHERE, 1, at);
    }

    void countAttachment(@Nullable String contentType, String at) {
        count(attachments, contentType == null ? "?" : Texts.bounded(contentType, 100), 1, at);
    }

    /** A file inside a resource that is to be read by itself. */
    void attach(Attachments.Attached file) {
        attached.add(file);
    }

    List<Attachments.Attached> attached() {
        return attached;
    }

    void countNameless(String type) {
        count(nameless, type, 1, "");
    }

    /** True, and said, when a statement is «no information about …»: it is no fact in either direction. */
    boolean tellsNothingIsKnown(Named named, String at) {
        if (!named.saysNothingIsKnown()) {
            return false;
        }
        addProblem(
                Severity.INFORMATION,
                Message.of("records.fhir.no-information", Objects.requireNonNullElse(named.words(), "?")),
                at);
        return true;
    }

    private static <K> void count(Map<K, Count> counts, K key, int number, String at) {
        counts.merge(key, new Count(number, at), (old, more) -> new Count(old.number + more.number, old.firstAt));
    }

    /** Takes over all that another harvest gathered and leaves it empty. */
    void absorb(Harvest other) {
        facts.addAll(other.facts);
        other.patients.forEach(this::addPatient);
        problems.addAll(other.problems);
        attached.addAll(other.attached);
        other.kept.forEach((key, count) -> count(kept, key, count.number, count.firstAt));
        other.attachments.forEach((key, count) -> count(attachments, key, count.number, count.firstAt));
        other.nameless.forEach((key, count) -> count(nameless, key, count.number, count.firstAt));
        other.counted.forEach((key, count) -> count(counted, key, count.number, count.firstAt));
        other.clear();
    }

    void clear() {
        facts.clear();
        patients.clear();
        problems.clear();
        attached.clear();
        kept.clear();
        attachments.clear();
        nameless.clear();
        counted.clear();
    }

    @Nullable
    Identity patient() {
        return patients.isEmpty() ? null : patients.getFirst();
    }

    /** All there is to say about the file, the grave first. */
    List<Problem> problems() {
        var all = new ArrayList<>(problems);
        if (patients.size() > 1) {
            all.add(new Problem(Severity.WARNING, Message.of("records.fhir.patients", patients.size()), ""));
        }
        nameless.forEach((type, count) ->
                all.add(new Problem(Severity.WARNING, Message.of("records.fhir.nameless", count.number, type), "")));
        counted.forEach((what, count) ->
                all.add(new Problem(what.severity, Message.of(what.key, count.number), count.firstAt)));
        kept.forEach((type, count) ->
                all.add(new Problem(Severity.INFORMATION, KeptTypes.message(type, count.number), count.firstAt)));
        attachments.forEach((type, count) -> all.add(new Problem(
                Severity.INFORMATION, Message.of("records.fhir.attachments", count.number, type), count.firstAt)));
        all.sort(java.util.Comparator.comparing(Problem::severity).reversed());
        return all;
    }
}
