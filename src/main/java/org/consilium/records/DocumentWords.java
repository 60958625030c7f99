package org.consilium.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.audit.Actor;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Value;
import org.consilium.language.Message;
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

    private static final int MOST_ENTRIES = 200;

    /**
     * What a document says.
     *
     * @param lines in their order
     * @param entries the coded conditions and planned activities of a structured document
     * @param problems why there are no words, when there are none
     */
    public record Words(List<Line> lines, List<Fact> entries, List<Message> problems) {

        public Words {
            lines = List.copyOf(lines);
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }

        /** True when there is nothing to read. */
        public boolean isBlank() {
            return lines.stream().allMatch(Line::isBlank);
        }

        /** Why there is nothing to read, in a sentence for the person. */
        public Message why() {
            return problems.isEmpty() ? Message.of("letters.noWords") : problems.getFirst();
        }
    }

    private final Records records;
    private final BlobStore blobs;

    DocumentWords(Records records, BlobStore blobs) {
        this.records = records;
        this.blobs = blobs;
    }

    /**
     * The words of a stored file; empty when the case has no such file for this person.
     *
     * @throws UncheckedIOException when the stored file is missing or was altered
     */
    public Optional<Words> of(Actor actor, UUID caseId, String hash) {
        var opened = records.open(actor, caseId, hash);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (var file = opened.get();
                var plain = blobs.receive(file.bytes(), LARGEST)) {
            return plain.size() > LARGEST
                    ? Optional.of(none(Message.of("letters.tooLarge")))
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
    public static Words of(Content content) {
        try {
            if (content.size() > LARGEST) {
                return none(Message.of("letters.tooLarge"));
            }
            if (PdfReader.isPdf(content.head(Magic.LENGTH))) {
                var words = new Words(PdfReader.lines(content), List.of(), List.of());
                return words.isBlank() ? none(problems(Readers.read(content))) : words;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var reading = Readers.read(content);
        var words = of(reading);
        return words.isBlank() ? none(problems(reading)) : words;
    }

    private static Words none(Message... why) {
        return new Words(List.of(), List.of(), List.of(why));
    }

    private static Message[] problems(Reading reading) {
        return reading.problems().stream()
                .filter(problem -> problem.severity() != Problem.Severity.INFORMATION)
                .map(Problem::message)
                .toArray(Message[]::new);
    }

    private static Words of(Reading reading) {
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
        var told = new HashSet<String>();
        for (var document : documents) {
            var words = document.detail(Detail.NARRATIVE).filter(told::add).orElse("");
            if (structured && !words.isBlank()) {
                lines.add(Line.of("", at(document), true));
                lines.add(Line.of(document.text() + ":", at(document), true));
            }
            var place = structured ? at(document) + ", " : "";
            lines.addAll(words.isBlank() ? List.of() : Line.of(words.lines().toList(), place));
        }
        if (!structured) {
            return new Words(lines, List.of(), List.of());
        }
        if (reading.format() == Format.FHIR_R4) {
            named(reading, FactKind.CONDITION, false, "Diagnosis:", lines);
        }
        named(reading, FactKind.PLANNED_PROCEDURE, false, "Plan:", lines);
        named(reading, FactKind.PLANNED_PROCEDURE, true, "Note: must not be done", lines);
        return new Words(lines, entries(reading), List.of());
    }

    /** Conditions, what is planned, and what a report concludes in codes. */
    private static List<Fact> entries(Reading reading) {
        return reading.facts().stream()
                .flatMap(fact -> switch (fact.kind()) {
                    case CONDITION, PLANNED_PROCEDURE -> Stream.of(fact);
                    case REPORT ->
                        fact.value() instanceof Value.Coded(var codes, var words) && !words.isBlank()
                                ? Stream.of(new Fact(
                                        FactKind.CONDITION,
                                        codes,
                                        words,
                                        null,
                                        null,
                                        fact.status(),
                                        null,
                                        Map.of(),
                                        fact.sources()))
                                : Stream.<Fact>empty();
                    case MEDICATION,
                            ALLERGY,
                            LAB,
                            VITAL,
                            PROCEDURE,
                            IMAGING,
                            IMMUNIZATION,
                            ENCOUNTER,
                            FAMILY_HISTORY,
                            SOCIAL_HISTORY,
                            DEVICE,
                            DOCUMENT -> Stream.<Fact>empty();
                })
                .limit(MOST_ENTRIES)
                .toList();
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
    private static void named(Reading reading, FactKind kind, boolean denied, String heading, List<Line> into) {
        var facts = reading.facts().stream()
                .filter(fact -> fact.kind() == kind && !fact.isProposed())
                .filter(fact ->
                        denied ? "yes".equals(fact.detail(Detail.NEGATED).orElse("")) : fact.holds())
                .filter(fact -> into.stream().noneMatch(line -> line.text().contains(fact.text())))
                .toList();
        if (facts.isEmpty() || facts.size() > MOST_NAMED) {
            return;
        }
        into.add(Line.of("", at(facts.getFirst()), true));
        into.add(Line.of(heading, at(facts.getFirst()), true));
        facts.forEach(fact -> into.add(Line.of("- " + fact.text(), at(fact), true)));
    }
}
