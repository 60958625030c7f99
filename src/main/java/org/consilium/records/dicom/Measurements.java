package org.consilium.records.dicom;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Value;
import org.consilium.records.Content;

/**
 * The measurements of a structured report: its numeric content items with a coded name (PS3.16, TID 300 and TID 1500 with its
 * groups), each with its unit in UCUM, the site it was found at and the lesion it tracks. Reports of radiation dose and of
 * computer-aided detection give none: they say nothing that a person measured.
 */
final class Measurements {
    private static final int DEEPEST = 40;
    private static final int MOST = 500;
    private static final int LONGEST_NUMBER = 32;

    /** Dose: X-Ray, radiopharmaceutical, patient, enhanced X-Ray; detection: breast, chest, colon (PS3.4 section B.5). */
    private static final Set<String> NOT_MEASURED = Set.of(
            "1.2.840.10008.5.1.4.1.1.88.67",
            "1.2.840.10008.5.1.4.1.1.88.68",
            "1.2.840.10008.5.1.4.1.1.88.73",
            "1.2.840.10008.5.1.4.1.1.88.76",
            "1.2.840.10008.5.1.4.1.1.88.50",
            "1.2.840.10008.5.1.4.1.1.88.65",
            "1.2.840.10008.5.1.4.1.1.88.69");

    private static final Set<String> FINDING_SITE = Set.of("363698007", "G-C0E3");
    private static final Set<String> LATERALITY = Set.of("272741003", "G-C171");
    private static final Set<String> TRACKING = Set.of("112039");

    private final Content content;
    private final String status;
    private final List<Fact> facts = new ArrayList<>();

    private Measurements(Content content, String status) {
        this.content = content;
        this.status = status;
    }

    /** What is known of everything below a content item. */
    private record About(
            Optional<PartialDate> when, Optional<String> site, Optional<String> side, Optional<String> lesion) {
        About within(Dataset item) {
            return new About(
                    Words.moment(item, Tag.ObservationDateTime).or(() -> when),
                    coded(item, FINDING_SITE).or(() -> site),
                    coded(item, LATERALITY).or(() -> side),
                    said(item, TRACKING, Tag.TextValue).or(() -> lesion));
        }

        private static Optional<String> coded(Dataset parent, Set<String> names) {
            return child(parent, names)
                    .flatMap(item -> Concept.first(item, Tag.ConceptCodeSequence))
                    .map(Concept::meaning);
        }

        private static Optional<String> said(Dataset parent, Set<String> names, int tag) {
            return child(parent, names).flatMap(item -> Words.first(item, tag));
        }

        private static Optional<Dataset> child(Dataset parent, Set<String> names) {
            return parent.items(Tag.ContentSequence).stream()
                    .filter(item -> Concept.first(item, Tag.ConceptNameCodeSequence)
                            .flatMap(Concept::code)
                            .filter(code -> names.contains(code.code()))
                            .isPresent())
                    .findFirst();
        }

        Optional<String> place() {
            var words = Stream.of(site, lesion).flatMap(Optional::stream).toList();
            return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
        }
    }

    /** @param report the fact of the report itself, whose date and status count where an item gives none */
    static List<Fact> of(Dataset dataset, String sopClass, Fact report, Content content) {
        if (NOT_MEASURED.contains(sopClass)) {
            return List.of();
        }
        var found = new Measurements(content, report.status());
        var nothing =
                new About(Optional.ofNullable(report.date()), Optional.empty(), Optional.empty(), Optional.empty());
        found.below(dataset, nothing.within(dataset), "1", 0);
        return found.facts;
    }

    /** @param place the position of the content item as PS3.3 section C.18.9 counts it, for example {@code 1.3.2} */
    private void below(Dataset parent, About about, String place, int depth) {
        var number = 0;
        for (var item : parent.items(Tag.ContentSequence)) {
            number++;
            if (depth > DEEPEST || facts.size() >= MOST) {
                return;
            }
            var here = about.within(item);
            var at = place + "." + number;
            if (item.string(Tag.ValueType).toUpperCase(Locale.ROOT).equals("NUM")) {
                measurement(item, here, at);
            }
            below(item, here, at, depth + 1);
        }
    }

    private void measurement(Dataset item, About about, String place) {
        var name = Concept.first(item, Tag.ConceptNameCodeSequence);
        var value = item.item(Tag.MeasuredValueSequence).flatMap(Measurements::quantity);
        if (name.flatMap(Concept::code).isEmpty() || value.isEmpty()) {
            return;
        }
        facts.add(new Draft(FactKind.LAB)
                .named(name.map(Concept::meaning))
                .coded(List.of(name.get()))
                .when(about.when())
                .status(status)
                .value(value.get())
                .detail(Detail.BODY_SITE, about.place())
                .detail(Detail.LATERALITY, about.side().flatMap(Measurements::side))
                .detail(Detail.CATEGORY, "imaging")
                .at(content.label(), "item " + place));
    }

    private static Optional<String> side(String words) {
        return switch (words.toLowerCase(Locale.ROOT)) {
            case "left" -> Optional.of("left");
            case "right" -> Optional.of("right");
            case "bilateral", "right and left", "both" -> Optional.of("bilateral");
            default -> Optional.empty();
        };
    }

    private static Optional<Value> quantity(Dataset measured) {
        var number = Words.first(measured, Tag.NumericValue)
                .filter(digits -> digits.length() <= LONGEST_NUMBER)
                .filter(digits -> digits.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,2})?"));
        var unit = Concept.first(measured, Tag.MeasurementUnitsCodeSequence)
                .map(Measurements::unit)
                .orElse("");
        return number.map(digits -> new Value.Quantity(new BigDecimal(digits), null, unit.isEmpty() ? null : unit));
    }

    /** The UCUM code, else the words; a number that only counts has none. */
    private static String unit(Concept unit) {
        var code = unit.code()
                .filter(one -> one.system().isEmpty() || one.in(CodeSystems.UCUM))
                .map(one -> one.code())
                .orElse("");
        return code.equals("1") || code.startsWith("{") ? "" : code.isEmpty() ? unit.meaning() : code;
    }
}
