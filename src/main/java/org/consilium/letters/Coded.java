package org.consilium.letters;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.letters.Phrases.Span;
import org.consilium.prose.Plain;

/** The coded entries of a structured document: they lend their codes to what its words say, and stand for what these leave out. */
final class Coded {
    private static final int MOST_CODES = 6;

    private final List<Fact> entries;
    private final LetterText text;

    Coded(Collection<Fact> entries, LetterText text) {
        this.entries = entries.stream().filter(entry -> !entry.isProposed()).toList();
        this.text = text;
    }

    /** The codes of the entry with this name; none when no entry has it. */
    List<Code> codes(FactKind kind, String name, boolean denied) {
        return entries.stream()
                .filter(entry -> entry.kind() == kind && isDenied(entry) == denied && isNamed(entry, name))
                .flatMap(entry -> entry.codes().stream())
                .distinct()
                .limit(MOST_CODES)
                .toList();
    }

    /** The diagnoses with those that only an entry names. */
    List<Diagnoses.Entry> diagnoses(List<Diagnoses.Entry> said, List<Passage> passages) {
        var all = new ArrayList<>(said);
        for (var entry : entries) {
            var place = entry.kind() == FactKind.CONDITION ? place(entry, passages) : Optional.<Passage>empty();
            if (place.isPresent()
                    && all.stream()
                            .noneMatch(each -> each.passage().equals(place.get()) || isNamed(entry, each.text()))) {
                all.add(new Diagnoses.Entry(
                        entry.text(), place.get(), span(entry, place.get()), certainty(entry), Confidence.SAID));
            }
        }
        return List.copyOf(all);
    }

    /** The treatments with those that only an entry names. */
    List<Treatments.Entry> treatments(List<Treatments.Entry> said, List<Passage> passages, Dictionary dictionary) {
        var all = new ArrayList<>(said);
        for (var entry : entries) {
            var place = entry.kind() == FactKind.PLANNED_PROCEDURE ? place(entry, passages) : Optional.<Passage>empty();
            if (place.isPresent()
                    && all.stream().noneMatch(each -> each.passage.equals(place.get()) || isNamed(entry, each.text))) {
                all.add(new Treatments.Entry(
                        entry.text(),
                        dictionary.treatments(Plain.of(entry.text())).stream()
                                .map(Dictionary.Treatment::kind)
                                .findFirst()
                                .orElse(""),
                        place.get(),
                        span(entry, place.get()),
                        isDenied(entry) ? Stance.ADVISED_AGAINST : Stance.RECOMMENDED,
                        Confidence.IMPLIED));
            }
        }
        return List.copyOf(all);
    }

    /** The line that the document's words give to an entry of its own. */
    private Optional<Passage> place(Fact entry, List<Passage> passages) {
        var at = entry.sources().getFirst().at();
        return passages.stream()
                .filter(passage ->
                        text.at(passage.start()).equals(at) && passage.text().contains(entry.text()))
                .findFirst();
    }

    private static Span span(Fact entry, Passage passage) {
        var start = passage.text().indexOf(entry.text());
        return new Span(start, start + entry.text().length());
    }

    private static boolean isDenied(Fact entry) {
        return !entry.holds();
    }

    /** By FHIR verificationStatus. */
    private static String certainty(Fact entry) {
        if (isDenied(entry)) {
            return "ruled-out";
        }
        return switch (entry.detail(Detail.VERIFICATION).orElse("")) {
            case "provisional" -> "likely";
            case "differential", "unconfirmed" -> "possible";
            default -> "confirmed";
        };
    }

    /** The same name, or one within the other when it is more than a single word. */
    private static boolean isNamed(Fact entry, String name) {
        var one = Plain.of(entry.text());
        var other = Plain.of(name);
        var within = one.contains(other) ? other : other.contains(one) ? one : "";
        return one.equals(other) || within.strip().contains(" ");
    }
}
