package org.consilium.records.ccda;

import java.util.Optional;
import org.consilium.clinical.Source;

/**
 * A section with what its entries need to be read.
 *
 * @param file what sources call the file
 */
record Section(Element element, SectionKind kind, Narrative narrative, String file) {
    private static final int LONGEST_NAME = 300;

    static Section of(Element element, String file) {
        return new Section(
                element,
                SectionKind.of(element),
                new Narrative(element.first("text").orElse(null)),
                file);
    }

    Source at(Element place) {
        return new Source(file, place.path());
    }

    /** The title as the file writes it, else the name or the code of the section, else its path. */
    String title() {
        return element.first("title")
                .map(Element::text)
                .filter(words -> !words.isEmpty())
                .or(() -> element.first("code").flatMap(code -> code.attribute("displayName")))
                .or(() -> element.first("code").flatMap(code -> code.attribute("code")))
                .orElseGet(element::path);
    }

    Optional<String> loinc() {
        return element.first("code").flatMap(code -> code.attribute("code"));
    }

    /** The words of a {@code text} or {@code originalText}: its own, or those it points at in the narrative. */
    Optional<String> words(Element text) {
        if (text.has("representation", "B64")) {
            return Optional.empty();
        }
        var own = text.text();
        if (!own.isEmpty()) {
            return Optional.of(own);
        }
        return text.first("reference")
                .flatMap(reference -> reference.attribute("value"))
                .flatMap(this::referred);
    }

    private Optional<String> referred(String value) {
        var found = narrative.at(value);
        var isPlainWord = !value.startsWith("#") && value.matches("[\\p{L} ,()-]{2,60}");
        return found.isEmpty() && isPlainWord ? Optional.of(value) : found;
    }

    /** The words of the {@code text} of a statement, shortened; of a table row, its first cell. */
    Optional<String> name(Element statement) {
        return statement
                .first("text")
                .flatMap(this::words)
                .map(words -> words.split(" \\| ", 2)[0])
                .map(Section::shortened);
    }

    static String shortened(String words) {
        var oneLine = Words.collapsed(words);
        return oneLine.length() <= LONGEST_NAME ? oneLine : oneLine.substring(0, LONGEST_NAME - 1) + "…";
    }
}
