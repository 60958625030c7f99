package org.consilium.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.audit.Actor;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.prose.Line;
import org.consilium.records.pdf.PdfReader;
import org.springframework.stereotype.Service;

/**
 * The words of one document with their places, for reading what it says in sentences. A structured document gives the words
 * of its sections, each under its title, after who wrote it and when.
 */
@Service
public class DocumentWords {
    /** A larger file is no letter. */
    public static final int LARGEST = 24 << 20;

    private static final int MOST_NAMED = 10;
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Records records;
    private final BlobStore blobs;

    DocumentWords(Records records, BlobStore blobs) {
        this.records = records;
        this.blobs = blobs;
    }

    /**
     * The words of a stored file; empty when the case has no such file for this person, or when it is too large.
     *
     * @throws UncheckedIOException when the stored file is missing or was altered
     */
    public Optional<List<Line>> of(Actor actor, UUID caseId, String hash) {
        var opened = records.open(actor, caseId, hash);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (var file = opened.get();
                var plain = blobs.receive(file.bytes(), LARGEST)) {
            return plain.size() > LARGEST
                    ? Optional.empty()
                    : Optional.of(of(new Content(hash, file.file().name(), plain.path())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The words of a file; none when it has none that can be read. Never fails on bad content.
     *
     * @throws UncheckedIOException when the bytes cannot be had
     */
    public static List<Line> of(Content content) {
        try {
            if (content.size() > LARGEST) {
                return List.of();
            }
            if (PdfReader.isPdf(content.head(Magic.LENGTH))) {
                return PdfReader.lines(content);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(Readers.read(content));
    }

    private static List<Line> of(Reading reading) {
        var lines = new ArrayList<Line>();
        var documents = reading.facts().stream()
                .filter(fact -> !fact.isProposed())
                .filter(DocumentWords::isDocument)
                .sorted(Comparator.comparing(DocumentWords::place))
                .toList();
        var structured = reading.format() == Format.CCDA || reading.format() == Format.FHIR_R4;
        if (structured) {
            documents.forEach(fact -> head(fact, lines));
        }
        for (var document : documents) {
            var words = document.detail(Detail.NARRATIVE).orElse("");
            if (structured && !words.isBlank()) {
                lines.add(Line.of("", at(document), true));
                lines.add(Line.of(document.text() + ":", at(document), true));
            }
            var place = structured ? at(document) + ", " : "";
            lines.addAll(words.isBlank() ? List.of() : Line.of(words.lines().toList(), place));
        }
        if (reading.format() == Format.FHIR_R4) {
            named(reading, FactKind.CONDITION, "Diagnosis:", lines);
            named(reading, FactKind.PLANNED_PROCEDURE, "Plan:", lines);
        }
        return lines;
    }

    private static boolean isDocument(Fact fact) {
        return fact.kind() == FactKind.DOCUMENT
                || fact.kind() == FactKind.REPORT
                || (fact.kind() == FactKind.PLANNED_PROCEDURE
                        && fact.detail(Detail.NARRATIVE).isPresent());
    }

    /** In the order of the file: {@code section[2]} before {@code section[10]}. */
    private static String place(Fact fact) {
        return NUMBER.matcher(at(fact))
                .replaceAll(number -> "0".repeat(Math.max(0, 9 - number.group().length())) + number.group());
    }

    private static String at(Fact fact) {
        return fact.sources().getFirst().at();
    }

    private static void head(Fact document, List<Line> into) {
        document.detail(Detail.PERFORMER)
                .filter(name -> into.stream().noneMatch(line -> line.text().startsWith("Author:")))
                .ifPresent(name -> into.add(Line.of("Author: " + name, at(document), true)));
        document.detail(Detail.RECORDED)
                .or(() -> Optional.ofNullable(document.date()).map(Object::toString))
                .filter(day -> day.length() >= 10
                        && into.stream().noneMatch(line -> line.text().startsWith("Date:")))
                .ifPresent(day -> into.add(Line.of("Date: " + day.substring(0, 10), at(document), true)));
    }

    /** What a few resources name without words of their own. */
    private static void named(Reading reading, FactKind kind, String heading, List<Line> into) {
        var facts = reading.facts().stream()
                .filter(fact -> fact.kind() == kind && fact.holds() && !fact.isProposed())
                .filter(fact -> into.stream().noneMatch(line -> line.text().contains(fact.text())))
                .toList();
        if (facts.isEmpty() || facts.size() > MOST_NAMED) {
            return;
        }
        into.add(Line.of(heading, at(facts.getFirst()), true));
        facts.forEach(fact -> into.add(Line.of("- " + fact.text(), at(fact), true)));
    }
}
