package org.consilium.records.fhir;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Parts;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.jspecify.annotations.Nullable;

/** One try at reading a file, to its end or to the place where it breaks. */
final class Attempt implements JsonElements.Listener {
    /** More bad lines than this are only counted. */
    private static final int MOST_BAD_LINES = 20;

    private final Content content;
    private final Walk walk;
    private final List<Problem> failures = new ArrayList<>();
    private int roots;
    private int badLines;
    private boolean toldOfLetters;
    private @Nullable Element first;

    Attempt(Content content) {
        this.content = content;
        this.walk = new Walk(content);
    }

    void fail(String key, int line) {
        var known = Math.max(1, line);
        failures.add(new Problem(Severity.ERROR, Message.of(key, known), "line " + known));
    }

    /** One line of many that is no JSON; the others are read. */
    void badLine(int line) {
        if (walk.isAgain()) {
            return;
        }
        badLines++;
        if (badLines <= MOST_BAD_LINES) {
            fail("fhirmore.line", line);
        }
    }

    /** Tells of letters that may be wrong, because the file says nothing of how they are encoded. */
    void tellOfLetters() {
        if (!toldOfLetters) {
            toldOfLetters = true;
            walk.harvest().addProblem(Severity.WARNING, Message.of("records.letters"), "");
        }
    }

    /** Takes the values of one line of a file with one resource per line. */
    JsonElements.Listener line(int index) {
        var prefix = "[" + index + "].";
        return new JsonElements.Listener() {
            @Override
            public void entry(Element entry, int number) {
                walk.entry(entry, prefix + "Bundle", number);
            }

            @Override
            public void root(Element root, int number, int line) {
                top(root, prefix);
            }
        };
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

    /** True when letters had to be guessed. */
    boolean isWestern() {
        return toldOfLetters;
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

    /** The file has been gone through, once or again. */
    void end() {
        if (first != null) {
            top(first, "");
            first = null;
        }
        walk.finish();
        roots = 0;
    }

    /** True when the file has to be gone through once more, and then {@link #end()} called again. */
    boolean needsAnotherTurn() {
        return walk.needsAnotherTurn();
    }

    Reading reading() {
        if (badLines > MOST_BAD_LINES) {
            failures.add(new Problem(
                    Severity.ERROR, Message.of("fhirmore.lines", badLines - MOST_BAD_LINES), "line " + MOST_BAD_LINES));
        }
        var harvest = walk.harvest();
        var facts = new ArrayList<>(harvest.facts());
        var problems = new ArrayList<>(failures);
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
        var whole = new Reading(walk.format(), status, facts, problems, harvest.patient());
        return walk.inner().isEmpty() ? whole : Parts.join(whole, walk.inner());
    }

    private Status status(List<Fact> facts, List<Problem> problems, boolean knowsPatient) {
        if (facts.isEmpty() && (!failures.isEmpty() || (!knowsPatient && !onlyAdministrative(problems)))) {
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
