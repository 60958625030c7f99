package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.Fact;
import org.consilium.records.Identity;
import org.jspecify.annotations.Nullable;

/** A part of a document that stands alone: a section, an entry, a single statement, or the head's part about the person. */
final class Piece {
    /** What {@link XmlTree} puts around several roots. */
    static final String AROUND = "piece";

    private static final Set<String> HOLDERS = Set.of(AROUND, "structuredBody", "component", "entryRelationship");

    private final String file;
    private final Sections sections;
    private final List<Fact> facts = new ArrayList<>();
    private @Nullable Identity patient;

    Piece(String file) {
        this.file = file;
        this.sections = new Sections(file, null, false);
    }

    Sections sections() {
        return sections;
    }

    /** The facts of the statements without a section; those of sections are there. */
    List<Fact> facts() {
        return facts;
    }

    Optional<Identity> patient() {
        return Optional.ofNullable(patient);
    }

    void read(Element element) {
        if (element.is("section")) {
            sections.read(element);
        } else if (element.is("recordTarget")) {
            var head = new Element(null, AROUND, List.of(), 1);
            head.add(element);
            patient = new Header(head, file).patient();
        } else if (element.is("entry")) {
            facts.addAll(statements(element).entry(element));
        } else if (Related.isStatement(element)) {
            facts.addAll(statements(element).alone(element));
        } else if (HOLDERS.contains(element.name())) {
            element.elements().forEach(this::read);
        }
    }

    private Statements statements(Element element) {
        return new Statements(new Section(element, SectionKind.OTHER, new Narrative(null), file));
    }
}
