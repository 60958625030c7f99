package org.consilium.records.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import tools.jackson.databind.node.ObjectNode;

/** Reads a DICOM file: the examination it belongs to, or what it says itself. */
public final class DicomReader {
    private DicomReader() {}

    /** True when a file without the usual beginning may be one all the same. */
    public static boolean isLikely(byte[] head) {
        return Sniff.isFirstElement(head);
    }

    /**
     * Never fails on bad content.
     *
     * @throws UncheckedIOException when the bytes cannot be had
     */
    public static Reading read(Content content) {
        DicomFile.Opener opener = () -> Files.newInputStream(content.path());
        try {
            var file = DicomFile.read(opener).filter(found -> found.dataset().size() > 0);
            return file.isEmpty() ? kept(content) : reading(file.get(), opener, content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * All that the file says but its pixels and other large values, in the DICOM JSON Model (PS3.18 section F.2); empty when it
     * cannot be read.
     *
     * @throws UncheckedIOException when the bytes cannot be had
     */
    public static Optional<ObjectNode> json(Content content) {
        try {
            return DicomFile.read(() -> Files.newInputStream(content.path())).map(file -> DicomJson.of(file.dataset()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reading reading(DicomFile file, DicomFile.Opener opener, Content content) throws IOException {
        var dataset = file.dataset();
        var sopClass =
                dataset.first(Tag.SOPClassUID).orElseGet(() -> file.meta().string(Tag.MediaStorageSOPClassUID));
        var kind = Kind.of(dataset, sopClass);
        var problems = problems(file.troubles());
        var patient = Patient.of(dataset).orElse(null);
        return switch (kind) {
            case IMAGE, DATA -> done(List.of(Imaging.fact(dataset, kind, content)), problems, patient);
            case SETTINGS -> {
                problems.add(note("dicom.settings"));
                yield done(List.of(Imaging.fact(dataset, kind, content)), problems, patient);
            }
            case REPORT -> done(report(dataset, sopClass, content), problems, patient);
            case DOCUMENT ->
                Parts.join(done(List.of(), problems, patient), List.of(Enclosed.read(file, opener, content)));
            case DIRECTORY -> directory(dataset, problems, content);
            case OTHER -> {
                problems.add(note("dicom.other"));
                yield done(List.of(content.asDocument()), problems, patient);
            }
        };
    }

    private static List<Fact> report(Dataset dataset, String sopClass, Content content) {
        var facts = new ArrayList<Fact>();
        facts.add(Report.fact(dataset, content));
        facts.addAll(Measurements.of(dataset, sopClass, facts.getFirst(), content));
        return facts;
    }

    /** The pictures are in other files: with those at hand they are one examination with them. */
    private static Reading directory(Dataset dataset, List<Problem> problems, Content content) {
        var contents = Directory.of(dataset);
        var studies = contents.studies();
        var pictures = studies.stream().mapToInt(Studies.Study::instances).sum();
        problems.add(new Problem(Severity.INFORMATION, Message.of("dicom.directory", studies.size(), pictures), ""));
        var patients = contents.patients();
        if (patients.size() > 1) {
            problems.add(new Problem(Severity.WARNING, Message.of("dicom.patients", patients.size()), ""));
        }
        var facts = studies.isEmpty()
                ? List.of(content.asDocument())
                : studies.stream().map(study -> Directory.fact(study, content)).toList();
        return done(facts, problems, patients.isEmpty() ? null : patients.getFirst());
    }

    private static Problem note(String key) {
        return new Problem(Severity.INFORMATION, Message.of(key), "");
    }

    private static List<Problem> problems(Set<Trouble> troubles) {
        var problems = new ArrayList<Problem>();
        troubles.stream()
                .sorted(Comparator.naturalOrder())
                .forEach(trouble -> problems.add(new Problem(trouble.severity(), trouble.message(), "")));
        return problems;
    }

    private static Reading done(List<Fact> facts, List<Problem> problems, @Nullable Identity patient) {
        var clean = problems.stream().allMatch(problem -> problem.severity() == Severity.INFORMATION);
        return new Reading(Format.DICOM, clean ? Reading.Status.READ : Reading.Status.PARTLY, facts, problems, patient);
    }

    private static Reading kept(Content content) {
        var problem = new Problem(Severity.ERROR, Message.of("dicom.unreadable"), "");
        return new Reading(Format.DICOM, Reading.Status.KEPT, List.of(content.asDocument()), List.of(problem), null);
    }
}
