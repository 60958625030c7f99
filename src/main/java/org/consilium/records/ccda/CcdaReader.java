package org.consilium.records.ccda;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Identity;
import org.consilium.records.Parts;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CDA document: C-CDA R1.1 and R2.1, C32, CCD. Sources cite the path of the element, such as {@code
 * /ClinicalDocument/component/structuredBody/component[3]/section/entry[2]/act}. Files inside of it, such as a letter in PDF, are read
 * through {@link Parts}. A single section, entry or statement is read too.
 */
public final class CcdaReader {
    /** Larger files are kept, not read. */
    static final int MOST_BYTES = 40_000_000;

    private static final String HL7_V3 = "urn:hl7-org:v3";
    private static final Pattern DECLARATION = Pattern.compile("^\\s*<\\?xml[^>]*>");

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
            return read(bytes, content);
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private static Reading read(byte[] bytes, Content content) throws IOException {
        var characters = Characters.of(bytes);
        var parsed = parse(characters.buffer());
        var root = parsed.document();
        var problems = new ArrayList<Problem>();
        if (!characters.asDeclared()) {
            problems.add(new Problem(Severity.WARNING, Message.of("ccda.encoding"), ""));
        }
        if (root.isEmpty()) {
            return unread(Reading.Status.KEPT, why(parsed));
        }
        if (!root.get().is("ClinicalDocument")) {
            return piece(parsed, root.get(), content, problems);
        }
        if (!parsed.namespace().equals(HL7_V3)) {
            problems.add(new Problem(Severity.WARNING, Message.of("ccda.namespace"), ""));
        }
        parsed.stopped().ifPresent(stop -> problems.add(brokenOff(stop, parsed.line())));
        return document(parsed, root.get(), content, problems);
    }

    /** A piece of a record may have several roots; they are then read as if something stood around them. */
    private static XmlTree.Parsed parse(CharBuffer buffer) {
        var parsed = XmlTree.parse(reader(buffer));
        var severalRoots = parsed.stopped()
                        .filter(stop -> stop == XmlTree.Stop.NOT_WELL_FORMED)
                        .isPresent()
                && parsed.document()
                        .filter(root -> !root.is("ClinicalDocument"))
                        .isPresent();
        if (!severalRoots) {
            return parsed;
        }
        var pieces = XmlTree.parse(new StringReader(
                "<" + Piece.AROUND + ">" + DECLARATION.matcher(buffer).replaceFirst("") + "</" + Piece.AROUND + ">"));
        return pieces.stopped().isEmpty() ? pieces : parsed;
    }

    private static Reader reader(CharBuffer buffer) {
        return new CharArrayReader(buffer.array(), buffer.arrayOffset() + buffer.position(), buffer.remaining());
    }

    private static Problem brokenOff(XmlTree.Stop stop, int line) {
        return new Problem(
                Severity.ERROR,
                stop == XmlTree.Stop.NOT_WELL_FORMED ? Message.of("ccda.broken-off", line) : unsafe(stop, line),
                "");
    }

    private static Message why(XmlTree.Parsed parsed) {
        var stop = parsed.stopped();
        if (stop.isEmpty()) {
            return Message.of("ccda.piece", parsed.document().map(Element::name).orElse(""));
        }
        return unsafe(stop.get(), parsed.line());
    }

    private static Message unsafe(XmlTree.Stop stop, int line) {
        return switch (stop) {
            case NOT_WELL_FORMED -> Message.of("ccda.broken", line);
            case DOCUMENT_TYPE -> Message.of("ccda.unsafe", line);
            case TOO_DEEP -> Message.of("ccda.too-deep", line);
            case TOO_LARGE -> Message.of("ccda.too-long", line);
        };
    }

    private static Reading piece(XmlTree.Parsed parsed, Element root, Content content, List<Problem> problems)
            throws IOException {
        var piece = new Piece(content.label());
        piece.read(root);
        var facts = new ArrayList<>(piece.facts());
        facts.addAll(piece.sections().facts());
        var attachments = new Attachments(content, "");
        for (var each : parsed.attached()) {
            attachments.read(each);
        }
        if (parsed.stopped().isPresent()
                || (facts.isEmpty()
                        && piece.patient().isEmpty()
                        && attachments.read().isEmpty())) {
            return unread(Reading.Status.KEPT, why(parsed));
        }
        problems.add(new Problem(Severity.WARNING, Message.of("ccda.piece.read"), ""));
        problems.addAll(piece.sections().problems());
        return Parts.join(reading(facts, problems, piece.patient().orElse(null)), attachments.read());
    }

    private static Reading document(XmlTree.Parsed parsed, Element root, Content content, List<Problem> problems)
            throws IOException {
        var file = content.label();
        var header = new Header(root, file);
        var facts = new ArrayList<Fact>(header.facts());
        if (header.patients() > 1) {
            problems.add(new Problem(
                    Severity.WARNING, Message.of("ccda.two-people", header.patients()), "/ClinicalDocument"));
        }
        var sections = new Sections(file, header.written().orElse(null), header.isAmerican());
        for (var section : root.all("component", "structuredBody", "component", "section")) {
            sections.read(section);
        }
        facts.addAll(sections.facts());
        problems.addAll(sections.problems());
        var attached = new LinkedHashSet<>(parsed.attached());
        var bodies = root.all("component", "nonXMLBody");
        for (var body : bodies) {
            attached.removeAll(body.all("text"));
            var unstructured = Unstructured.read(body, root, file);
            unstructured.fact().ifPresent(facts::add);
            unstructured.problem().ifPresent(problems::add);
            unstructured.attached().ifPresent(attached::add);
        }
        if (root.all("component", "structuredBody").isEmpty() && bodies.isEmpty()) {
            problems.add(new Problem(Severity.WARNING, Message.of("ccda.no-body"), "/ClinicalDocument"));
        }
        var attachments =
                new Attachments(content, root.first("title").map(Element::text).orElse(""));
        for (var each : attached) {
            attachments.read(each);
        }
        return Parts.join(reading(facts, problems, header.patient()), attachments.read());
    }

    private static Reading reading(List<Fact> facts, List<Problem> problems, @Nullable Identity patient) {
        var clean = problems.stream().allMatch(problem -> problem.severity() == Severity.INFORMATION);
        return new Reading(Format.CCDA, clean ? Reading.Status.READ : Reading.Status.PARTLY, facts, problems, patient);
    }

    private static Reading unread(Reading.Status status, Message why) {
        return new Reading(Format.CCDA, status, List.of(), List.of(new Problem(Severity.ERROR, why, "")), null);
    }
}
