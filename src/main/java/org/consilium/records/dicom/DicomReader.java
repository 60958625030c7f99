package org.consilium.records.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Identity;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.jspecify.annotations.Nullable;

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
        try {
            return DicomFile.read(() -> Files.newInputStream(content.path()))
                    .filter(file -> file.dataset().size() > 0)
                    .map(file -> reading(file, content))
                    .orElseGet(() -> kept(content, Message.of("dicom.unreadable"), Severity.ERROR));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Reading reading(DicomFile file, Content content) {
        var dataset = file.dataset();
        var sopClass = dataset.first(Tag.SOPClassUID).orElseGet(() -> file.meta().string(Tag.of(2, 2)));
        var kind = Kind.of(dataset, sopClass);
        var problems = problems(file.troubles());
        var patient = Patient.of(dataset).orElse(null);
        return switch (kind) {
            case IMAGE, DATA -> done(List.of(Imaging.fact(dataset, kind, content)), problems, patient);
            case SETTINGS -> {
                problems.add(new Problem(Severity.INFORMATION, Message.of("dicom.settings"), ""));
                yield done(List.of(Imaging.fact(dataset, kind, content)), problems, patient);
            }
            case REPORT, DOCUMENT, DIRECTORY, OTHER -> {
                problems.add(new Problem(Severity.INFORMATION, Message.of("dicom.other"), ""));
                yield done(List.of(content.asDocument()), problems, patient);
            }
        };
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

    private static Reading kept(Content content, Message why, Severity severity) {
        return new Reading(
                Format.DICOM,
                Reading.Status.KEPT,
                List.of(content.asDocument()),
                List.of(new Problem(severity, why, "")),
                null);
    }
}
