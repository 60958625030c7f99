package org.consilium.records.dicom;

import java.util.Locale;
import java.util.Optional;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.records.Content;

/** A structured report (PS3.3 section A.35 and C.17.3): a tree of named contents, written out line by line. */
final class Report {
    private static final int DEEPEST = 40;

    private final StringBuilder text = new StringBuilder();

    private Report() {}

    static Fact fact(Dataset dataset, Content content) {
        var title = Concept.first(dataset, Tag.ConceptNameCodeSequence);
        var draft = new Draft(FactKind.REPORT)
                .named(title.map(Concept::meaning))
                .named(Words.first(dataset, Tag.SeriesDescription, Tag.StudyDescription))
                .named(Imaging.words(Imaging.modality(dataset)))
                .coded(Concept.all(dataset, Tag.ConceptNameCodeSequence))
                .when(Words.moment(dataset, Tag.ContentDate, Tag.ContentTime))
                .when(Imaging.date(dataset))
                .status(status(dataset))
                .detail(Detail.STUDY, Words.first(dataset, Tag.StudyInstanceUID))
                .detail(Detail.MODALITY, Imaging.modality(dataset))
                .detail(Detail.NARRATIVE, text(dataset));
        dataset.item(Tag.VerifyingObserverSequence)
                .ifPresent(
                        observer -> draft.detail(Detail.PERFORMER, Words.people(observer, Tag.VerifyingObserverName)));
        return draft.at(content.label(), "");
    }

    /** FHIR DiagnosticReport status for the completion and verification flags (PS3.3 section C.17.2). */
    private static String status(Dataset dataset) {
        if (dataset.string(Tag.VerificationFlag).equals("VERIFIED")) {
            return "final";
        }
        return switch (dataset.string(Tag.CompletionFlag)) {
            case "PARTIAL" -> "partial";
            case "COMPLETE" -> "preliminary";
            default -> "unknown";
        };
    }

    /** The whole tree in words. */
    static String text(Dataset root) {
        var report = new Report();
        report.contents(root, 0);
        return Words.clean(report.text.toString(), Words.LONGEST_NARRATIVE);
    }

    private void contents(Dataset parent, int depth) {
        for (var item : parent.items(Tag.ContentSequence)) {
            if (depth > DEEPEST || text.length() > Words.LONGEST_NARRATIVE) {
                return;
            }
            var name = Concept.first(item, Tag.ConceptNameCodeSequence).map(Concept::meaning);
            var value = value(item);
            if (value.isPresent() || (name.isPresent() && isContainer(item))) {
                line(depth, name, value);
            }
            contents(item, depth + 1);
        }
    }

    private static boolean isContainer(Dataset item) {
        return item.string(Tag.ValueType).toUpperCase(Locale.ROOT).equals("CONTAINER");
    }

    private void line(int depth, Optional<String> name, Optional<String> value) {
        text.repeat(' ', 2 * depth).append(name.orElse(""));
        if (name.isPresent() && value.isPresent()) {
            text.append(": ");
        }
        text.append(value.orElse("")
                        .replace("\r\n", "\n")
                        .replace('\r', '\n')
                        .replace("\n", "\n" + "  ".repeat(depth + 1)))
                .append('\n');
    }

    private static Optional<String> value(Dataset item) {
        return switch (item.string(Tag.ValueType).toUpperCase(Locale.ROOT)) {
            case "TEXT" -> Optional.of(item.string(Tag.TextValue)).filter(words -> !words.isBlank());
            case "CODE" -> Concept.first(item, Tag.ConceptCodeSequence).map(Concept::meaning);
            case "NUM" -> item.item(Tag.MeasuredValueSequence).flatMap(Report::measured);
            case "PNAME" -> Words.people(item, Tag.PersonName);
            case "DATE" -> Words.moment(item, Tag.Date, 0).map(Object::toString);
            case "TIME" -> Words.first(item, Tag.Time);
            case "DATETIME" -> Words.moment(item, Tag.DateTime).map(Object::toString);
            default -> Optional.empty();
        };
    }

    private static Optional<String> measured(Dataset measured) {
        var unit = Concept.first(measured, Tag.MeasurementUnitsCodeSequence)
                .map(Report::unit)
                .orElse("");
        return Words.first(measured, Tag.NumericValue).map(number -> (number + " " + unit).strip());
    }

    /** The unit as people write it; UCUM's «1» and its braces are left out. */
    private static String unit(Concept unit) {
        var code = unit.code().map(one -> one.code()).orElse("");
        return code.isEmpty() || code.startsWith("{") ? unit.meaning() : code.equals("1") ? "" : code;
    }
}
