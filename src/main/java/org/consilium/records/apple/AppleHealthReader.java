package org.consilium.records.apple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consilium.language.Message;
import org.consilium.records.BoundedXml;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.consilium.records.StreamedXml;
import org.consilium.records.apple.Export.Counted;

/** Reads export.xml of Apple Health, of any size. Sources cite the record: {@code Record[123]}, counted from 1. */
public final class AppleHealthReader {
    /** Of the value of an attribute, in characters; what counts is short. */
    private static final int LONGEST = 1_000_000;

    private static final XMLInputFactory FACTORY = factory();
    private static final Pattern PLACE = Pattern.compile("Record\\[(\\d{1,12})]");
    private static final Pattern PIECE =
            Pattern.compile("(?s)\\s*<(?:Record|Workout|Correlation|ActivitySummary|ClinicalRecord)\\s.*");

    private AppleHealthReader() {}

    private static XMLInputFactory factory() {
        var factory = StreamedXml.factory();
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        return factory;
    }

    /** True for a piece of an export: records without the element that holds them. */
    public static boolean isPiece(String start) {
        return PIECE.matcher(start).matches()
                && (start.contains("\"HK")
                        || start.contains("workoutActivityType=")
                        || start.contains("dateComponents="));
    }

    /**
     * What the export says; never throws on bad content.
     *
     * @throws UncheckedIOException when the bytes cannot be had
     */
    public static Reading read(Content content) {
        var export = new Export(content.label());
        var problems = new ArrayList<Problem>();
        try (var in = whole(content)) {
            var xml = StreamedXml.of(FACTORY, bounded(in));
            try {
                export.read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException damaged) {
            var line = damaged.getLocation() == null
                    ? 1
                    : Math.max(1, damaged.getLocation().getLineNumber());
            problems.add(new Problem(Severity.ERROR, Message.of("apple.cut", line), "line " + line));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return reading(content, export, problems);
    }

    private static Reading reading(Content content, Export export, List<Problem> problems) {
        var facts = export.facts();
        var series = export.series();
        if (series.readings() > facts.size()) {
            problems.add(information("apple.summed", series.readings(), facts.size()));
        }
        if (export.counted(Counted.CLINICAL_RECORD) > 0) {
            problems.add(information("apple.clinical", export.counted(Counted.CLINICAL_RECORD)));
        }
        if (export.counted(Counted.WORKOUT) > 0) {
            problems.add(information("apple.workouts", export.counted(Counted.WORKOUT)));
        }
        if (export.counted(Counted.OTHER) > 0) {
            problems.add(information("apple.other", export.counted(Counted.OTHER)));
        }
        var lost = export.counted(Counted.UNREADABLE) + series.refused();
        if (lost > 0) {
            problems.add(new Problem(Severity.WARNING, Message.of("apple.unreadable", lost), ""));
        }
        if (facts.isEmpty()) {
            problems.add(new Problem(Severity.WARNING, Message.of("apple.nothing"), ""));
            return new Reading(Format.APPLE_HEALTH, Status.KEPT, List.of(content.asDocument()), problems, export.me());
        }
        var clean = problems.stream().allMatch(problem -> problem.severity() == Severity.INFORMATION);
        return new Reading(Format.APPLE_HEALTH, clean ? Status.READ : Status.PARTLY, facts, problems, export.me());
    }

    private static Problem information(String key, Object... numbers) {
        return new Problem(Severity.INFORMATION, Message.of(key, numbers), "");
    }

    /** The file; a piece of an export inside of the element that it lacks. */
    private static InputStream whole(Content content) throws IOException {
        var start = new String(content.head(4096), StandardCharsets.UTF_8);
        return isPiece(start.startsWith("\ufeff") ? start.substring(1) : start)
                ? wrapped(content.open())
                : content.open();
    }

    private static InputStream wrapped(InputStream piece) {
        var parts = List.of(bytes("<HealthData>"), piece, bytes("</HealthData>"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** Phones write UTF-8. */
    private static BoundedXml bounded(InputStream in) {
        return new BoundedXml(new InputStreamReader(in, StandardCharsets.UTF_8), LONGEST);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The record at a place as {@link #read} cites it, its attributes one a line; empty when it is not there. */
    public static Optional<String> excerpt(byte[] bytes, String place) {
        var asked = PLACE.matcher(place);
        if (!asked.matches() && !place.equals("Me")) {
            return Optional.empty();
        }
        var wanted = asked.matches() ? Long.parseLong(asked.group(1)) : 1;
        var name = asked.matches() ? "Record" : "Me";
        var start = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.UTF_8);
        var in = new ByteArrayInputStream(bytes);
        try {
            var xml = StreamedXml.of(FACTORY, bounded(isPiece(start) ? wrapped(in) : in));
            var seen = 0L;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals(name)
                        && ++seen == wanted) {
                    return Optional.of(attributes(xml));
                }
            }
        } catch (XMLStreamException damagedBeforeIt) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String attributes(XMLStreamReader xml) {
        var out = new StringBuilder(xml.getLocalName());
        for (var i = 0; i < xml.getAttributeCount(); i++) {
            out.append('\n').append(xml.getAttributeLocalName(i)).append(": ").append(xml.getAttributeValue(i));
        }
        return out.toString();
    }
}
