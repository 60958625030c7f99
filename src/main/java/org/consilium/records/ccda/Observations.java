package org.consilium.records.ccda;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** Results, vital signs, social and family history, and whatever else is observed. */
final class Observations {
    private static final Set<String> SMOKING = Set.of(
            "2.16.840.1.113883.10.20.22.4.78", "2.16.840.1.113883.10.22.4.78", "2.16.840.1.113883.10.20.22.4.85");
    /** LOINC: tobacco smoking status, the code that R2.1 gave what R1.1 called an assertion. */
    private static final Code SMOKING_STATUS = Code.of(CodeSystems.LOINC, "72166-2");
    /** LOINC: pathology reports and studies. */
    private static final Set<String> PATHOLOGY =
            Set.of("11526-1", "22634-0", "22637-3", "60567-5", "60568-3", "33746-9", "22636-5", "11529-5");

    /** Words up to this length serve as a name. */
    private static final int SHORT = 120;

    private static final Map<Pattern, String> MODALITIES = modalities();

    private Observations() {}

    /** @param panel the organizer around it, which may carry the date and the status */
    static Optional<Fact> result(Element observation, @Nullable Element panel, Section section) {
        var code = Concept.of(observation.first("code"), section);
        var value = Values.of(observation, section);
        var written = observation.first("text").flatMap(section::words);
        var modality = value.filter(each -> each instanceof Value.Quantity).isPresent()
                ? Optional.<String>empty()
                : modality(code.text().orElse(""));
        if (modality.isPresent() || code.isOneOf(PATHOLOGY)) {
            return base(FactKind.REPORT, code, observation, panel, section)
                    .detail(Detail.CATEGORY, modality.isPresent() ? "RAD" : "PAT")
                    .detail(Detail.MODALITY, modality)
                    .detail(Detail.IMAGES, modality.map(any -> "no"))
                    .detail(Detail.NARRATIVE, value.map(Value::text).or(() -> written))
                    .at(section.at(observation));
        }
        return base(FactKind.LAB, code, observation, panel, section)
                .value(value)
                .detail(Detail.CATEGORY, "laboratory")
                .at(section.at(observation));
    }

    /** @param panel the organizer around it, which may carry the date and the status */
    static Optional<Fact> vital(Element observation, @Nullable Element panel, Section section) {
        return base(FactKind.VITAL, Concept.of(observation.first("code"), section), observation, panel, section)
                .value(Values.of(observation, section))
                .detail(Detail.CATEGORY, "vital-signs")
                .at(section.at(observation));
    }

    /** A panel that has no observation of its own: what was asked for, without a result. */
    static Optional<Fact> emptyPanel(Element panel, Section section) {
        var kind = section.kind() == SectionKind.VITALS ? FactKind.VITAL : FactKind.LAB;
        return base(kind, Concept.of(panel.first("code"), section), panel, null, section)
                .at(section.at(panel));
    }

    private static Draft base(
            FactKind kind, Concept code, Element observation, @Nullable Element panel, Section section) {
        var own = Span.of(observation);
        var span = own.equals(Span.UNKNOWN) && panel != null ? Span.of(panel) : own;
        var site = Site.of(observation, section);
        return Draft.of(kind)
                .codes(code.codes())
                .named(code.text(), section.name(observation), code.name())
                .when(span)
                .status(status(observation))
                .negatedWhen(Related.isNegated(observation))
                .detail(Detail.INTERPRETATION, Values.interpretation(observation))
                .detail(Detail.REFERENCE_RANGE, Values.referenceRange(observation, section))
                .detail(Detail.BODY_SITE, site.name())
                .detail(Detail.LATERALITY, site.laterality())
                .detail(Detail.PERFORMER, Related.performer(observation));
    }

    private static String status(Element observation) {
        return switch (Related.statusCode(observation)) {
            case "completed" -> "final";
            case "active" -> "registered";
            case "aborted", "cancelled" -> "cancelled";
            case "held", "suspended" -> "registered";
            case "nullified" -> "entered-in-error";
            default -> "unknown";
        };
    }

    static Optional<Fact> social(Element observation, Section section) {
        var code = Concept.of(observation.first("code"), section);
        var value = Values.of(observation, section);
        var smoking = observation.hasTemplate(SMOKING) && code.isOneOf(Set.of("ASSERTION"));
        var asserts = !smoking && code.isOneOf(Problems.FINDING_CODES);
        var named = asserts || smoking ? value.map(Value::text) : code.text();
        var codes = smoking ? java.util.List.of(SMOKING_STATUS) : asserts ? valueCodes(value) : code.codes();
        return Draft.of(FactKind.SOCIAL_HISTORY)
                .codes(codes)
                .named(named, section.name(observation), code.text(), code.name(), value.map(Value::text))
                .when(Span.of(observation))
                .status(status(observation))
                .value(asserts ? Optional.empty() : value)
                .negatedWhen(Related.isNegated(observation))
                .detail(Detail.CATEGORY, "social-history")
                .detail(Detail.RECORDED, Related.recorded(observation))
                .at(section.at(observation));
    }

    /** @param relative whose finding it is, in words */
    static Optional<Fact> family(Element observation, Optional<String> relative, Section section) {
        var value = Concept.of(observation.first("value"), section);
        var named = value.isEmpty() ? Concept.of(observation.first("code"), section) : value;
        return Draft.of(FactKind.FAMILY_HISTORY)
                .codes(named.codes())
                .named(named.text(), section.name(observation), named.name())
                .when(Span.of(observation))
                .status(Related.statusCode(observation).equals("completed") ? "completed" : "unknown")
                .negatedWhen(Related.isNegated(observation))
                .detail(Detail.RELATIVE, relative)
                .detail(Detail.ONSET, age(observation))
                .at(section.at(observation));
    }

    /** The age at which it began (C-CDA Age Observation; SNOMED CT age at onset), as «57 a». */
    private static Optional<String> age(Element observation) {
        return Related.observation(
                        observation,
                        Set.of(
                                "2.16.840.1.113883.10.20.22.4.31",
                                "2.16.840.1.113883.10.20.1.38",
                                "445518008",
                                "397659008"))
                .flatMap(found -> found.first("value"))
                .flatMap(value -> value.attribute("value")
                        .map(number -> value.attribute("unit")
                                .filter(unit -> !unit.equals("1"))
                                .map(unit -> number + " " + unit)
                                .orElse(number)));
    }

    /**
     * Anything else a statement says: kept as a document, in its own words.
     *
     * @param category what it is, for example {@code exam}, {@code goal} or {@code instruction}
     */
    static Optional<Fact> other(Element statement, String category, Section section) {
        var code = Concept.of(statement.first("code"), section);
        var value = Values.of(statement, section);
        var words = statement.first("text").flatMap(section::words);
        var asserts = code.isOneOf(Problems.FINDING_CODES);
        return Draft.of(FactKind.DOCUMENT)
                .codes(asserts ? valueCodes(value) : code.codes())
                .named(
                        words.filter(each -> !asserts && each.length() <= SHORT && !each.contains(" | ")),
                        asserts ? value.map(Value::text) : code.text(),
                        section.name(statement),
                        code.name())
                .when(Span.of(statement))
                .status(category.equals("goal") ? "planned" : status(statement))
                .value(asserts ? Optional.empty() : value)
                .negatedWhen(Related.isNegated(statement))
                .detail(Detail.CATEGORY, category)
                .detail(Detail.INTERPRETATION, Values.interpretation(statement))
                .detail(Detail.REFERENCE_RANGE, Values.referenceRange(statement, section))
                .detail(Detail.NARRATIVE, words)
                .detail(Detail.RECORDED, Related.recorded(statement))
                .at(section.at(statement));
    }

    private static java.util.List<Code> valueCodes(Optional<Value> value) {
        return value.isPresent() && value.get() instanceof Value.Coded coded ? coded.codes() : java.util.List.of();
    }

    /** The DICOM modality that the name of a study speaks of. */
    static Optional<String> modality(String name) {
        var words = name.toLowerCase(Locale.ROOT);
        return MODALITIES.entrySet().stream()
                .filter(each -> each.getKey().matcher(words).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static Map<Pattern, String> modalities() {
        var patterns = new LinkedHashMap<Pattern, String>();
        patterns.put(Pattern.compile("\\bmri\\b|magnetic resonance|\\bmr\\b (?!ratio)"), "MR");
        patterns.put(Pattern.compile("\\bpet\\b|positron"), "PT");
        patterns.put(Pattern.compile("\\bct\\b|computed tomograph|\\bcat scan"), "CT");
        patterns.put(Pattern.compile("mammogra"), "MG");
        patterns.put(Pattern.compile("ultraso|sonogra|echocardiogra"), "US");
        patterns.put(Pattern.compile("angiogra"), "XA");
        patterns.put(Pattern.compile("scintigra|bone scan"), "NM");
        patterns.put(Pattern.compile("\\bx-? ?rays?\\b|radiograph|\\bxr\\b"), "DX");
        return patterns;
    }
}
