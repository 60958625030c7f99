package org.consilium.records.ccda;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Identity;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CDA document: C-CDA R1.1 and R2.1, C32, CCD. Sources cite the path of the element, such as {@code
 * /ClinicalDocument/component/structuredBody/component[3]/section/entry[2]/act}.
 */
public final class CcdaReader {
    /** Larger files are kept, not read. */
    static final int MOST_BYTES = 40_000_000;

    private static final String HL7_V3 = "urn:hl7-org:v3";

    private CcdaReader() {}

    /**
     * What the document says; never throws on bad input.
     *
     * @throws UncheckedIOException when the file cannot be reached
     */
    public static Reading read(Content content) {
        try (var in = content.open()) {
            var bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length == 0) {
                return unread(Reading.Status.REFUSED, Message.of("ccda.empty"));
            }
            if (bytes.length > MOST_BYTES) {
                return unread(Reading.Status.KEPT, Message.of("ccda.too-large"));
            }
            return read(bytes, content.label());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private static Reading read(byte[] bytes, String file) {
        var characters = Characters.of(bytes);
        var buffer = characters.buffer();
        var parsed = XmlTree.parse(
                new CharArrayReader(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining()));
        var root = parsed.document();
        if (root.isEmpty() || !root.get().is("ClinicalDocument")) {
            return unread(Reading.Status.KEPT, why(parsed));
        }
        var problems = new ArrayList<Problem>();
        if (!characters.asDeclared()) {
            problems.add(new Problem(Severity.WARNING, Message.of("ccda.encoding"), ""));
        }
        if (!parsed.namespace().equals(HL7_V3)) {
            problems.add(new Problem(Severity.WARNING, Message.of("ccda.namespace"), ""));
        }
        parsed.stopped()
                .ifPresent(stop -> problems.add(new Problem(
                        Severity.ERROR,
                        switch (stop) {
                            case NOT_WELL_FORMED -> Message.of("ccda.broken-off", parsed.line());
                            case DOCUMENT_TYPE -> Message.of("ccda.unsafe", parsed.line());
                            case TOO_DEEP -> Message.of("ccda.too-deep", parsed.line());
                            case TOO_LARGE -> Message.of("ccda.too-long", parsed.line());
                        },
                        "")));
        return document(root.get(), file, problems);
    }

    private static Message why(XmlTree.Parsed parsed) {
        var stop = parsed.stopped();
        if (stop.isEmpty()) {
            return Message.of("ccda.piece", parsed.document().map(Element::name).orElse(""));
        }
        return switch (stop.get()) {
            case NOT_WELL_FORMED -> Message.of("ccda.broken", parsed.line());
            case DOCUMENT_TYPE -> Message.of("ccda.unsafe", parsed.line());
            case TOO_DEEP -> Message.of("ccda.too-deep", parsed.line());
            case TOO_LARGE -> Message.of("ccda.too-long", parsed.line());
        };
    }

    private static Reading document(Element root, String file, List<Problem> problems) {
        var header = new Header(root, file);
        var facts = new ArrayList<Fact>(header.facts());
        if (header.patients() > 1) {
            problems.add(new Problem(
                    Severity.WARNING, Message.of("ccda.two-people", header.patients()), "/ClinicalDocument"));
        }
        var body = root.all("component", "structuredBody");
        var sections = new Sections(file, header.written().orElse(null));
        for (var section : root.all("component", "structuredBody", "component", "section")) {
            sections.read(section);
        }
        facts.addAll(sections.facts());
        problems.addAll(sections.problems());
        for (var other : root.all("component", "nonXMLBody")) {
            var unstructured = Unstructured.read(other, root, file);
            unstructured.fact().ifPresent(facts::add);
            problems.add(unstructured.problem());
        }
        if (body.isEmpty() && root.all("component", "nonXMLBody").isEmpty()) {
            problems.add(new Problem(Severity.WARNING, Message.of("ccda.no-body"), "/ClinicalDocument"));
        }
        return reading(facts, problems, header.patient());
    }

    private static Reading reading(List<Fact> facts, List<Problem> problems, @Nullable Identity patient) {
        var clean = problems.stream().allMatch(problem -> problem.severity() == Severity.INFORMATION);
        return new Reading(Format.CCDA, clean ? Reading.Status.READ : Reading.Status.PARTLY, facts, problems, patient);
    }

    private static Reading unread(Reading.Status status, Message why) {
        return new Reading(Format.CCDA, status, List.of(), List.of(new Problem(Severity.ERROR, why, "")), null);
    }
}
