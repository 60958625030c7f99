package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the clinical statements of a document without the reader: by HL7's templates, else by section and element. */
final class Expectations {
    private static final String T = "2.16.840.1.113883.10.20.22.4.";
    private static final String CCD = "2.16.840.1.113883.10.20.1.";
    private static final List<String> PROBLEM = List.of(T + "4", CCD + "28", "1.3.6.1.4.1.19376.1.5.3.1.4.5");
    private static final List<String> ALLERGY = List.of(T + "7", CCD + "18", "1.3.6.1.4.1.19376.1.5.3.1.4.6");
    private static final List<String> RESULT = List.of(T + "2", "1.3.6.1.4.1.19376.1.5.3.1.4.13");
    private static final List<String> VITAL = List.of(T + "27", "1.3.6.1.4.1.19376.1.5.3.1.4.13.2");
    private static final List<String> FAMILY = List.of(T + "46", CCD + "22", "1.3.6.1.4.1.19376.1.5.3.1.4.13.3");
    private static final List<String> VACCINE =
            List.of(T + "52", T + "120", CCD + "24", "1.3.6.1.4.1.19376.1.5.3.1.4.12");
    private static final List<String> SOCIAL = List.of(T + "38", T + "78", T + "85", T + "200", CCD + "33");
    private static final Map<String, String> SYSTEMS = Map.ofEntries(
            Map.entry("2.16.840.1.113883.6.90", "http://hl7.org/fhir/sid/icd-10-cm"),
            Map.entry("2.16.840.1.113883.6.3", "http://hl7.org/fhir/sid/icd-10"),
            Map.entry("2.16.840.1.113883.6.103", "http://hl7.org/fhir/sid/icd-9-cm"),
            Map.entry("2.16.840.1.113883.6.104", "http://hl7.org/fhir/sid/icd-9-cm"),
            Map.entry("2.16.840.1.113883.6.96", "http://snomed.info/sct"),
            Map.entry("2.16.840.1.113883.6.1", "http://loinc.org"),
            Map.entry("2.16.840.1.113883.6.88", "http://www.nlm.nih.gov/research/umls/rxnorm"),
            Map.entry("2.16.840.1.113883.6.12", "http://www.ama-assn.org/go/cpt"),
            Map.entry("2.16.840.1.113883.6.69", "http://hl7.org/fhir/sid/ndc"),
            Map.entry("2.16.840.1.113883.12.292", "http://hl7.org/fhir/sid/cvx"),
            Map.entry("2.16.840.1.113883.6.59", "http://hl7.org/fhir/sid/cvx"));

    private final List<Expected> found = new ArrayList<>();

    private Expectations() {}

    static List<Expected> in(Dom root) {
        var walk = new Expectations();
        walk.walk(root, "", Optional.empty());
        return walk.found;
    }

    /** @param section its LOINC code, or that of the nearest one above */
    private void walk(Dom element, String section, Optional<Dom> panel) {
        for (var child : element.children()) {
            var inner = child.is("section")
                    ? child.first("code").map(code -> code.attribute("code")).orElse("")
                    : section;
            if (child.is("text") || child.is("recordTarget") || child.is("subject")) {
                continue;
            }
            statement(child, inner, panel);
            walk(
                    child,
                    inner,
                    child.is("organizer") ? Optional.of(child) : child.is("component") ? panel : Optional.empty());
        }
    }

    private void statement(Dom element, String section, Optional<Dom> panel) {
        var nullified = !element.attribute("nullFlavor").isEmpty();
        if (nullified) {
            return;
        }
        switch (element.name()) {
            case "substanceAdministration" -> {
                var vaccine = section.equals("11369-6") || element.hasTemplate(VACCINE);
                add(vaccine ? "immunization" : "medication", element, product(element), panel, false);
            }
            case "procedure" -> {
                if (!isSpecimen(element)) {
                    add("procedure", element, element.first("code").stream().toList(), panel, false);
                }
            }
            case "encounter" ->
                add("encounter", element, element.first("code").stream().toList(), panel, false);
            case "act" -> {
                if (element.hasTemplate(List.of(T + "12", T + "39"))) {
                    add("procedure", element, element.first("code").stream().toList(), panel, false);
                }
            }
            case "observation" -> observation(element, section, panel);
            default -> {
                // no statement
            }
        }
    }

    /** A procedure inside a panel of results says how the specimen was taken. */
    private static boolean isSpecimen(Dom procedure) {
        return procedure
                .parent()
                .flatMap(Dom::parent)
                .filter(above -> above.is("organizer"))
                .isPresent();
    }

    private void observation(Dom element, String section, Optional<Dom> panel) {
        var code = element.first("code").stream().toList();
        var value = element.first("value").stream().toList();
        if (element.hasTemplate(ALLERGY)) {
            add("allergy", element, substance(element), panel, false);
        } else if (element.hasTemplate(PROBLEM)) {
            add("problem", element, value, panel, false);
        } else if (element.hasTemplate(FAMILY)) {
            add("family", element, value, panel, false);
        } else if (element.hasTemplate(VITAL)) {
            add("vital", element, code, panel, true);
        } else if (element.hasTemplate(List.of(T + "13"))) {
            add("procedure", element, code, panel, false);
        } else if (element.hasTemplate(SOCIAL)) {
            var asserts = code.stream().anyMatch(each -> each.attribute("code").equals("ASSERTION"));
            add("social", element, asserts ? value : code, panel, !asserts);
        } else if (element.hasTemplate(RESULT) || (panel.isPresent() && section.equals("30954-2"))) {
            add("result", element, code, panel, true);
        } else if (panel.isPresent() && section.equals("8716-3")) {
            add("vital", element, code, panel, true);
        }
    }

    private static List<Dom> product(Dom element) {
        return element.all("consumable", "manufacturedProduct")
                .flatMap(product -> product.children().stream())
                .filter(each -> each.is("manufacturedMaterial") || each.is("manufacturedLabeledDrug"))
                .flatMap(each -> each.all("code"))
                .toList();
    }

    private static List<Dom> substance(Dom element) {
        var substance = element.all("participant", "participantRole", "playingEntity", "code")
                .filter(code -> !codes(code).toList().isEmpty())
                .toList();
        var named = element.all("participant", "participantRole", "playingEntity")
                .flatMap(entity -> Stream.concat(entity.all("name"), entity.all("code", "originalText")))
                .anyMatch(words -> !words.words().isEmpty());
        // a general type such as «allergy to substance» is not what the person is allergic to
        return substance.isEmpty() && !named ? element.first("value").stream().toList() : substance;
    }

    private void add(String kind, Dom element, List<Dom> coded, Optional<Dom> panel, boolean measured) {
        var codes = coded.stream().flatMap(Expectations::codes).distinct().toList();
        var own = time(element, "low");
        var date =
                own.isEmpty() && measured ? panel.map(each -> time(each, "low")).orElse("") : own;
        var value = measured
                ? element.all("value")
                        .map(Expectations::value)
                        .filter(each -> !each.isEmpty())
                        .findFirst()
                : Optional.<String>empty();
        var unit = value.isPresent()
                ? element.first("value")
                        .map(each -> each.attribute("unit"))
                        .filter(each -> !each.equals("1"))
                        .orElse("")
                : "";
        var worded = coded.stream()
                .anyMatch(each -> !each.attribute("displayName").isEmpty()
                        || each.all("originalText")
                                .anyMatch(words -> !words.words().isEmpty()));
        found.add(new Expected(
                kind,
                element.path(),
                codes,
                date,
                measured ? "" : time(element, "high"),
                value.orElse(""),
                unit,
                worded));
    }

    private static Stream<String> codes(Dom coded) {
        var code = coded.attribute("code");
        var own = code.isEmpty() ? Stream.<String>empty() : Stream.of(plain(system(coded), code));
        return Stream.concat(own, coded.all("translation").flatMap(Expectations::codes));
    }

    /** Nothing for a system that this test does not know. */
    private static String system(Dom coded) {
        return SYSTEMS.getOrDefault(coded.attribute("codeSystem"), "");
    }

    static String plain(String system, String code) {
        return system + "|" + code.replace(".", "").toLowerCase(Locale.ROOT);
    }

    /** The first time that says one of these: a point, a beginning or a middle; or an end. */
    private static String time(Dom element, String bound) {
        return element.all("effectiveTime")
                .filter(each -> !each.attribute("type").matches("(\\w+:)?[PE]IVL_TS"))
                .flatMap(Expectations::flat)
                .map(each -> bound.equals("low")
                        ? Stream.of(each.attribute("value"), bound(each, "low"), bound(each, "center"))
                                .map(Expectations::iso)
                                .filter(stamp -> !stamp.isEmpty())
                                .findFirst()
                                .orElse("")
                        : iso(bound(each, bound)))
                .filter(stamp -> !stamp.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static Stream<Dom> flat(Dom time) {
        return Stream.concat(
                Stream.of(time),
                time.all("comp").filter(each -> !each.attribute("type").matches("(\\w+:)?[PE]IVL_TS")));
    }

    private static String bound(Dom time, String bound) {
        return time.first(bound).map(each -> each.attribute("value")).orElse("");
    }

    /** Without zone and without seconds; hours alone are left out; years that stand for «not known» too. */
    private static String iso(String stamp) {
        var parts = java.util.regex.Pattern.compile("(\\d{4})(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(\\d\\d).*|.*))?)?")
                .matcher(stamp);
        if (!parts.matches()
                || impossible(parts.group(2), "12")
                || impossible(parts.group(3), "31")
                || parts.group(1).compareTo("1850") < 0
                || parts.group(1).compareTo("2200") > 0) {
            return "";
        }
        var date = parts.group(1)
                + (parts.group(2) == null ? "" : "-" + parts.group(2))
                + (parts.group(3) == null ? "" : "-" + parts.group(3));
        return parts.group(4) == null || impossible(parts.group(4), "23")
                ? date
                : date + "T" + parts.group(4) + ":" + parts.group(5);
    }

    private static boolean impossible(@Nullable String digits, String most) {
        return digits != null && digits.compareTo(most) > 0;
    }

    private static String value(Dom value) {
        return Stream.of(value.attribute("value"), value.attribute("code"))
                .filter(each -> !each.isEmpty())
                .findFirst()
                .or(() -> Stream.of("low", "high", "numerator", "center")
                        .map(each -> bound(value, each))
                        .filter(each -> !each.isEmpty())
                        .findFirst())
                .or(() -> value.all("translation")
                        .map(each -> each.attribute("code"))
                        .filter(each -> !each.isEmpty())
                        .findFirst())
                .orElseGet(() -> value.attribute("nullFlavor").isEmpty() ? value.words() : "");
    }
}
