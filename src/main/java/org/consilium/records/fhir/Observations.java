package org.consilium.records.fhir;

import java.util.List;
import java.util.Set;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/**
 * Observation. Its category decides the kind (hl7.org/fhir/R4/valueset-observation-category.html): laboratory a lab result;
 * vital-signs, exam and activity a vital sign; social-history, survey and therapy a social history; imaging and procedure a
 * report. Without a category its LOINC code decides: those of FHIR's vital signs profile and of US Core smoking status; all
 * else is a lab result. Each component is a fact of its own, and so is the whole.
 */
final class Observations {
    /** hl7.org/fhir/R4/observation-vitalsigns.html and the further vital signs of US Core. */
    private static final Set<String> VITAL_SIGNS = Set.of(
            "85353-1", "9279-1", "8867-4", "2708-6", "59408-5", "8310-5", "8302-2", "9843-4", "8289-1", "29463-7",
            "3141-9", "39156-5", "59576-9", "77606-2", "85354-9", "8480-6", "8462-4", "8287-5", "55284-4", "8306-3",
            "8331-1", "8333-7", "72514-3", "3150-6", "3151-8", "8478-0", "56086-2", "8280-0");

    private static final Set<String> SOCIAL_HISTORY =
            Set.of("72166-2", "74013-4", "11367-0", "63640-7", "64234-8", "401201003", "82589-3", "74010-0", "11331-6");

    /** hl7.org/fhir/uv/genomics-reporting: variant assessment, region studied. */
    private static final Set<String> GENOMIC = Set.of("69548-6", "53041-0");

    private Observations() {}

    static void read(Place place) {
        var observation = place.resource();
        var named = Named.first(observation, "code", "name");
        if (place.harvest().tellsNothingIsKnown(named, place.at())) {
            return;
        }
        var kind = kind(observation, named);
        var components = observation.children("component");
        for (var index = 0; index < components.size(); index++) {
            var part = components.get(index);
            if (part.isPresent()) {
                draft(place.part("component[" + index + "]"), kind, Named.first(part, "code", "name"), part)
                        .done();
            }
        }
        var whole = draft(place, kind, named, observation)
                .detail(Detail.NARRATIVE, isVariant(named) ? parts(components) : null);
        var pair = Values.of(observation) == null ? pair(components) : null;
        if (pair != null) {
            whole.value(new Value.Words(pair));
        }
        whole.done();
    }

    /** Two numbers of one unit that belong together, above all a blood pressure: {@code 128 / 80 mm[Hg]}. */
    private static @Nullable String pair(List<Element> components) {
        if (components.size() == 2
                && Values.of(components.getFirst()) instanceof Value.Quantity first
                && Values.of(components.getLast()) instanceof Value.Quantity second
                && first.unit() != null
                && first.unit().equals(second.unit())
                && first.comparator() == null) {
            return first.number().toPlainString() + " / " + second.text();
        }
        return null;
    }

    /** A genomic variant or region: without its parts it would only say «present». */
    private static boolean isVariant(Named named) {
        return named.codes().stream().anyMatch(code -> GENOMIC.contains(code.code()) && code.in(CodeSystems.LOINC));
    }

    private static String parts(List<Element> components) {
        return components.stream()
                .map(part -> {
                    var value = Values.of(part);
                    return value == null
                            ? ""
                            : Named.first(part, "code", "name").words() + ": " + value.text();
                })
                .filter(words -> !words.isEmpty())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static Draft draft(Place place, FactKind kind, Named named, Element measured) {
        var observation = place.resource();
        return place.draft(kind)
                .named(named)
                .status(observation.string("status"))
                .value(value(measured))
                .when(When.first(observation, "effective", "applies"))
                .recorded(When.of(observation, "issued"))
                .detail(Detail.CATEGORY, category(observation))
                .detail(
                        Detail.INTERPRETATION,
                        Named.of(measured.child("interpretation")).word())
                .detail(Detail.REFERENCE_RANGE, Values.referenceRange(measured))
                .bodySite(observation.children("bodySite"))
                .performers(observation.children("performer"))
                .detail(Detail.NARRATIVE, note(observation));
    }

    /** The value; when there is none, the reason the record gives for that, in words. */
    private static @Nullable Value value(Element measured) {
        var value = Values.of(measured);
        if (value != null) {
            return value;
        }
        var absent = Named.of(measured.child("dataAbsentReason")).words();
        return absent == null ? null : new Value.Words(absent);
    }

    private static @Nullable String note(Element observation) {
        var comment = observation.firstString("comment", "comments");
        return comment != null ? comment : observation.child("note").string("text");
    }

    private static @Nullable String category(Element observation) {
        return Named.of(observation.child("category")).word();
    }

    private static FactKind kind(Element observation, Named named) {
        for (var category : observation.children("category")) {
            for (var word : words(Named.of(category))) {
                var kind = ofCategory(word);
                if (kind != null) {
                    return kind;
                }
            }
        }
        var loinc = named.codes().stream()
                .filter(code -> code.in(CodeSystems.LOINC))
                .toList();
        if (loinc.stream().anyMatch(code -> VITAL_SIGNS.contains(code.code()))) {
            return FactKind.VITAL;
        }
        return loinc.stream().anyMatch(code -> SOCIAL_HISTORY.contains(code.code()))
                ? FactKind.SOCIAL_HISTORY
                : FactKind.LAB;
    }

    private static List<String> words(Named category) {
        var text = category.text();
        if (category.codes().isEmpty() && text != null) {
            return List.of(text);
        }
        return category.codes().stream().map(org.consilium.clinical.Code::code).toList();
    }

    private static @Nullable FactKind ofCategory(String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "laboratory", "lab" -> FactKind.LAB;
            case "vital-signs", "vital signs", "exam", "activity" -> FactKind.VITAL;
            case "social-history", "social history", "survey", "therapy" -> FactKind.SOCIAL_HISTORY;
            case "imaging", "procedure" -> FactKind.REPORT;
            default -> null;
        };
    }
}
