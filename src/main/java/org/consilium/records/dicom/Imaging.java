package org.consilium.records.dicom;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.language.Messages;
import org.consilium.records.Content;

/** The examination that a file belongs to. */
final class Imaging {
    private Imaging() {}

    /** One fact for one file; the facts of all files of an examination become one. */
    static Fact fact(Dataset dataset, Kind kind, Content content) {
        var modality = modality(dataset);
        var draft = examination(dataset, FactKind.IMAGING)
                .named(Words.first(dataset, Tag.StudyDescription))
                .named(Concept.first(dataset, Tag.ProcedureCodeSequence).map(Concept::meaning))
                .named(Words.first(dataset, Tag.RequestedProcedureDescription, Tag.SeriesDescription))
                .named(words(modality))
                .named(Optional.of(Messages.english().say("dicom.examination")))
                .coded(Concept.all(dataset, Tag.ProcedureCodeSequence))
                .coded(Concept.all(dataset, Tag.AnatomicRegionSequence));
        modality.ifPresent(code -> draft.coded(Code.of(CodeSystems.DICOM, code)));
        if (kind == Kind.IMAGE) {
            draft.detail(Detail.IMAGES, "yes").detail(Detail.SERIES, "1").detail(Detail.INSTANCES, "1");
        } else {
            draft.detail(Detail.IMAGES, "no");
        }
        return draft.status("available").detail(Detail.MODALITY, modality).at(content.label(), place(dataset, kind));
    }

    /** What any object says of the examination it belongs to. */
    static Draft examination(Dataset dataset, FactKind kind) {
        return new Draft(kind)
                .when(date(dataset))
                .detail(Detail.STUDY, Words.first(dataset, Tag.StudyInstanceUID))
                .detail(
                        Detail.BODY_SITE,
                        Concept.first(dataset, Tag.AnatomicRegionSequence).map(Concept::meaning))
                .detail(Detail.BODY_SITE, Words.first(dataset, Tag.BodyPartExamined))
                .detail(Detail.LATERALITY, laterality(dataset))
                .detail(
                        Detail.PERFORMER,
                        Words.people(dataset, Tag.PerformingPhysicianName, Tag.NameOfPhysiciansReadingStudy))
                .detail(Detail.PERFORMER, Words.first(dataset, Tag.InstitutionName))
                .detail(Detail.REASON, Words.first(dataset, Tag.ReasonForRequestedProcedure, Tag.ReasonForStudy))
                .detail(
                        Detail.REASON,
                        Concept.first(dataset, Tag.ReasonForRequestedProcedureCodes)
                                .map(Concept::meaning))
                .detail(Detail.REASON_CODES, reasons(dataset));
    }

    static Optional<PartialDate> date(Dataset dataset) {
        return Words.moment(dataset, Tag.StudyDate, Tag.StudyTime)
                .or(() -> Words.moment(dataset, Tag.SeriesDate, Tag.SeriesTime))
                .or(() -> Words.moment(dataset, Tag.AcquisitionDate, Tag.AcquisitionTime))
                .or(() -> Words.moment(dataset, Tag.AcquisitionDateTime))
                .or(() -> Words.moment(dataset, Tag.ContentDate, Tag.ContentTime));
    }

    static Optional<String> modality(Dataset dataset) {
        return Words.first(dataset, Tag.Modality)
                .map(code -> code.toUpperCase(Locale.ROOT))
                .filter(code -> code.matches("[A-Z0-9_]{1,16}"));
    }

    /** In plain words, when the code is one we know. */
    static Optional<String> words(Optional<String> modality) {
        return modality.map(code -> "dicom.modality." + code.toLowerCase(Locale.ROOT))
                .filter(Messages.english()::has)
                .map(key -> Messages.english().say(key))
                .or(() -> modality);
    }

    private static Optional<String> laterality(Dataset dataset) {
        return switch (dataset.first(Tag.ImageLaterality, Tag.Laterality)
                .orElse("")
                .toUpperCase(Locale.ROOT)) {
            case "R" -> Optional.of("right");
            case "L" -> Optional.of("left");
            case "B" -> Optional.of("bilateral");
            default -> Optional.empty();
        };
    }

    private static Optional<String> reasons(Dataset dataset) {
        var codes = Concept.all(dataset, Tag.ReasonForRequestedProcedureCodes).stream()
                .map(concept -> concept.code().orElse(null))
                .filter(Objects::nonNull)
                .map(code -> code.system() + "|" + code.code())
                .collect(Collectors.joining(" "));
        return Optional.of(codes);
    }

    /** For a picture {@code image/} with its series and itself, so that the same picture in two files counts once. */
    private static String place(Dataset dataset, Kind kind) {
        var uids = Stream.of(Tag.SeriesInstanceUID, Tag.SOPInstanceUID)
                .map(dataset::string)
                .toList();
        if (kind != Kind.IMAGE || uids.contains("")) {
            return "";
        }
        return place(uids);
    }

    private static String place(List<String> uids) {
        return "image/" + uids.stream().map(Words::digest).collect(Collectors.joining("/"));
    }
}
