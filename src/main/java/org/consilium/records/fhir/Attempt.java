package org.consilium.records.fhir;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.jspecify.annotations.Nullable;

/** One try at reading a file, to its end or to the place where it breaks. */
final class Attempt implements JsonElements.Listener {
    private final Content content;
    private final Walk walk;
    private int roots;
    private @Nullable Element first;
    private @Nullable Problem failure;

    Attempt(Content content) {
        this.content = content;
        this.walk = new Walk(content.label());
    }

    void fail(String key, int line) {
        var known = Math.max(1, line);
        failure = new Problem(Severity.ERROR, Message.of(key, known), "line " + known);
    }

    /** Tells of letters that may be wrong, because the file says nothing of how they are encoded. */
    void tellOfLetters() {
        walk.harvest().addProblem(Severity.WARNING, Message.of("records.letters"), "");
    }

    @Override
    public void entry(Element entry, int index) {
        walk.entry(entry, roots == 0 ? "Bundle" : "[" + roots + "].Bundle", index);
    }

    @Override
    public void root(Element root, int index, int line) {
        roots++;
        if (index == 0) {
            first = root;
            return;
        }
        if (first != null) {
            top(first, "[0].");
            first = null;
        }
        top(root, "[" + index + "].");
    }

    /** A whole file of one resource. */
    void only(Element root) {
        first = root;
    }

    private void top(Element root, String prefix) {
        var type = root.type();
        if (type.equals("Bundle")) {
            Resources.noticePages(root, walk.harvest());
            walk.isFhir();
            if (!root.children("entry").isEmpty()) {
                walk.resource(null, root, prefix + type, 0);
            }
            return;
        }
        if (!type.isEmpty()) {
            walk.resource(null, root, prefix + type, 0);
            return;
        }
        walk.search(root, prefix, 0);
    }

    Reading reading() {
        if (first != null) {
            top(first, "");
            first = null;
        }
        walk.finish();
        var harvest = walk.harvest();
        var facts = new ArrayList<>(harvest.facts());
        var problems = new ArrayList<Problem>();
        if (failure != null) {
            problems.add(failure);
        }
        problems.addAll(harvest.problems());
        if (!walk.sawFhir()) {
            return new Reading(Format.UNKNOWN, Status.KEPT, List.of(content.asDocument()), problems, null);
        }
        var status = status(facts, problems, harvest.patient() != null);
        if (facts.isEmpty() && problems.isEmpty()) {
            problems.add(new Problem(Severity.INFORMATION, Message.of("records.fhir.nothing"), ""));
        }
        if (status == Status.KEPT) {
            facts.add(content.asDocument());
        }
        return new Reading(walk.format(), status, facts, problems, harvest.patient());
    }

    private Status status(List<Fact> facts, List<Problem> problems, boolean knowsPatient) {
        if (facts.isEmpty() && (failure != null || (!knowsPatient && !onlyAdministrative(problems)))) {
            return Status.KEPT;
        }
        return problems.stream().allMatch(problem -> problem.severity() == Severity.INFORMATION)
                ? Status.READ
                : Status.PARTLY;
    }

    private static boolean onlyAdministrative(List<Problem> problems) {
        return problems.stream().allMatch(problem -> problem.message().key().equals("records.fhir.administrative"));
    }
}
