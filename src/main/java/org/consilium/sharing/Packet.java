package org.consilium.sharing;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.opinions.Review;
import org.consilium.records.ByHand;
import org.consilium.records.CaseFile;
import org.consilium.records.Note;
import org.consilium.records.StoredFile;

/**
 * What a reviewer may see of a case. As long as a review is blind, these are kept back: the files marked as opinions, and
 * files that came later and look like one; every fact known only from them, and what only they add to a fact; every planned procedure, because it says what was
 * advised; illnesses, reports and procedures written in by hand or named anew by hand; and the original of each file that holds a planned
 * procedure. The one place where this is decided; opinions themselves are kept back by {@code opinions.Workbench}.
 *
 * @param files that may be opened as they were received
 * @param filesKeptBack how many files may not be opened yet
 * @param factsKeptBack how many facts are not shown yet
 */
public record Packet(List<Fact> facts, List<StoredFile> files, int filesKeptBack, int factsKeptBack) {
    private static final Set<FactKind> MAY_CONCLUDE =
            Set.of(FactKind.CONDITION, FactKind.PROCEDURE, FactKind.REPORT, FactKind.DOCUMENT);

    public Packet {
        facts = List.copyOf(facts);
        files = List.copyOf(files);
    }

    /**
     * @param authors the names of the doctors whose opinions are in the case
     * @param without the same case as if it did not have the files of these hashes: a fact that is merged from a file kept back
     *     and an open one then says what the open one says, and no more
     */
    public static Packet of(
            Review review,
            CaseFile caseFile,
            Collection<StoredFile> stored,
            List<String> authors,
            Function<Set<String>, CaseFile> without) {
        var filed = stored.stream()
                .filter(file -> file.state() == StoredFile.State.FILED)
                .toList();
        if (!review.isBlind()) {
            return new Packet(caseFile.facts(), filed, 0, 0);
        }
        var closed = new HashSet<>(review.asked().keptBack());
        filed.stream()
                .filter(file -> file.received().isAfter(review.link().created()))
                .filter(file -> OpinionLetters.looksLikeOne(file, caseFile.facts(), authors))
                .forEach(file -> closed.add(file.hash()));
        var facts = without.apply(closed).facts().stream()
                .filter(fact -> mayBeShown(fact, closed))
                .toList();
        var planning = new HashSet<String>();
        caseFile.facts().stream()
                .filter(fact -> fact.kind() == FactKind.PLANNED_PROCEDURE)
                .forEach(fact -> fact.sources().forEach(source -> planning.add(source.file())));
        var files = filed.stream()
                .filter(file -> !closed.contains(file.hash()) && !planning.contains(file.hash()))
                .toList();
        var keptBack = caseFile.facts().stream()
                .filter(fact -> !mayBeShown(fact, closed))
                .count();
        return new Packet(facts, files, filed.size() - files.size(), (int) keptBack);
    }

    /** Whether a change by hand counts while the review is blind: new words for an illness or the like may be a doctor's. */
    public static boolean heeds(Note note) {
        return switch (note.act()) {
            case Note.Act.Correct correct -> isSafe(correct.before(), correct.now());
            case Note.Act.Confirm confirm -> {
                final var now = confirm.now();
                yield now == null || isSafe(confirm.before(), now);
            }
            case Note.Act.Hide hide -> true;
            case Note.Act.Annotate annotate -> true;
            case Note.Act.Add add -> true;
            case Note.Act.Reject reject -> true;
            case Note.Act.Undo undo -> true;
        };
    }

    private static boolean isSafe(Fact before, ByHand now) {
        return !MAY_CONCLUDE.contains(now.kind())
                || (now.kind() == before.kind()
                        && now.text().equalsIgnoreCase(before.text().strip())
                        && (now.value() == null || Objects.equals(now.value(), before.value())));
    }

    private static boolean mayBeShown(Fact fact, Set<String> closed) {
        if (fact.kind() == FactKind.PLANNED_PROCEDURE) {
            return false;
        }
        return fact.sources().stream()
                .map(source -> source.file())
                .filter(file -> !closed.contains(file))
                .anyMatch(file -> !file.equals(ByHand.FILE) || !MAY_CONCLUDE.contains(fact.kind()));
    }

    /** The file with this hash, when it may be opened. */
    public java.util.Optional<StoredFile> file(String hash) {
        return files.stream().filter(file -> file.hash().equals(hash)).findFirst();
    }
}
