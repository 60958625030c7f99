package org.consilium.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.consilium.opinions.OpinionJson;
import org.consilium.records.Content;
import org.consilium.records.Excerpts;
import org.consilium.records.Readers;
import org.consilium.records.Reading;
import org.consilium.records.apple.AppleHealthReader;
import org.consilium.records.archive.ArchiveReader;
import org.consilium.records.card.HealthCardReader;
import org.consilium.records.ccda.CcdaReader;
import org.consilium.records.dicom.DicomPreview;
import org.consilium.records.dicom.DicomReader;
import org.consilium.records.fhir.FhirReader;
import org.consilium.records.hl7v2.Hl7Reader;
import org.consilium.records.pdf.PdfReader;
import org.consilium.records.text.TextReader;

/** What is fed with made-up input: each reader by itself, and what tells files apart. */
@SuppressWarnings("ImmutableEnumChecker") // references to methods, which hold nothing
enum Target {
    FHIR_JSON(FhirReader::readJson, () -> Seeds.golden("fhir", ".json")),
    FHIR_XML(FhirReader::readXml, () -> Seeds.golden("fhir", ".xml")),
    NDJSON(FhirReader::readJson, () -> Seeds.golden("fhir", ".ndjson")),
    CCDA(CcdaReader::read, () -> Seeds.golden("ccda", ".in.xml")),
    HL7V2(Hl7Reader::read, () -> Seeds.golden("hl7v2", ".in.hl7")),
    DICOM(Target::dicom, org.consilium.records.dicom.Seeds::all),
    PDF(PdfReader::read, org.consilium.records.pdf.Seeds::all),
    ARCHIVE(Target::archive, Seeds::archives),
    APPLE_HEALTH(AppleHealthReader::read, () -> Seeds.golden("apple", ".in.xml")),
    HEALTH_CARD(HealthCardReader::read, () -> Seeds.golden("card", ".in.")),
    BLUE_BUTTON(content -> TextReader.plain(content, text(content)), Seeds::blueButtons),
    RICH_TEXT(TextReader::rtf, Seeds::richTexts),
    OFFICE(Target::archive, Seeds::office),
    WEB_PAGE(content -> TextReader.html(content, text(content)), Seeds::pages),
    OPINION(Target::opinion, Seeds::opinions),
    ANY(Target::any, Target::all);

    private interface Work {
        Reading on(Content content) throws IOException;
    }

    private static final int MOST_PLACES = 3;

    private final Work work;
    private final Supplier<List<byte[]>> seeds;

    Target(Work work, Supplier<List<byte[]>> seeds) {
        this.work = work;
        this.seeds = seeds;
    }

    /** For example {@code fhir-json}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Target of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    List<byte[]> seeds() {
        return seeds.get();
    }

    /** All that the program does with such a file when a person hands it in and looks at what was found. Must never throw. */
    void read(Content content) throws IOException {
        var reading = work.on(content);
        var bytes = Files.readAllBytes(content.path());
        var places = reading.facts().stream()
                .flatMap(fact -> fact.sources().stream())
                .map(source -> source.at())
                .distinct()
                .limit(MOST_PLACES)
                .toList();
        for (var place : places) {
            Excerpts.at(bytes, reading.format(), place);
        }
    }

    private static String text(Content content) throws IOException {
        return new String(content.head(TextReader.LARGEST), UTF_8);
    }

    private static Reading dicom(Content content) throws IOException {
        DicomReader.json(content);
        DicomPreview.of(content::open);
        return DicomReader.read(content);
    }

    /** What is no archive by its first bytes goes where such a file goes. */
    private static Reading archive(Content content) throws IOException {
        var reading = ArchiveReader.read(content, content.head(8192));
        return reading.isPresent() ? reading.get() : Readers.read(content);
    }

    private static Reading opinion(Content content) throws IOException {
        if (OpinionJson.read(Files.readAllBytes(content.path())) instanceof OpinionJson.Reading.Parsed parsed) {
            var written = OpinionJson.write(parsed.opinion()).getBytes(UTF_8);
            if (!(OpinionJson.read(written) instanceof OpinionJson.Reading.Parsed again)
                    || !again.opinion().equals(parsed.opinion())) {
                throw new IllegalStateException("an opinion is not read back as it was written");
            }
        }
        return Readers.read(content);
    }

    private static Reading any(Content content) throws IOException {
        var reading = Readers.read(content);
        var problems = Stream.concat(
                        reading.problems().stream(), reading.parts().stream().flatMap(part -> part.problems().stream()))
                .map(problem -> problem.message().key())
                .toList();
        if (reading.facts().isEmpty() && problems.isEmpty()) {
            throw new IllegalStateException("nothing is said about a file");
        }
        if (problems.contains("records.unforeseen")) {
            throw new IllegalStateException("a reader failed");
        }
        return reading;
    }

    private static List<byte[]> all() {
        return Arrays.stream(values())
                .filter(target -> target != ANY)
                .map(target -> target.seeds().getFirst())
                .toList();
    }
}
