package org.consilium.sharing;

import static org.consilium.sharing.FhirDetails.move;

import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.opinions.Opinion;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Codes, concepts, stages and signatures of an opinion in the data types of FHIR R4; what they cannot hold stays where it is. */
final class FhirCodes {
    static final String VERIFICATION = "http://terminology.hl7.org/CodeSystem/condition-ver-status";

    /** The data types {@code code}, {@code uri} (absolute here) and {@code instant} of FHIR R4. */
    private static final Pattern CODE = Pattern.compile("[^\\s]+(\\s[^\\s]+)*");

    private static final Pattern ABSOLUTE =
            Pattern.compile("(https?://|urn:(oid|uuid):)[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+");
    private static final Pattern INSTANT = Pattern.compile(
            "[1-9]\\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,9})?Z");
    private static final Set<String> OF_A_CODE = Set.of("system", "code", "display");

    private FhirCodes() {}

    static boolean isCode(String text) {
        return FhirDetails.isFhirText(text) && CODE.matcher(text).matches();
    }

    /** Text and codes as a concept; when FHIR cannot hold one of the codes, all stay together where they are. */
    static void concept(ObjectNode element, ObjectNode part) {
        var concept = FhirDetails.MAPPER.createObjectNode();
        if (part.get("codes") instanceof ArrayNode codes && !codes.isEmpty() && isAllCodings(codes)) {
            concept.set("coding", part.remove("codes"));
        }
        move(part, "text", concept, "text");
        if (!concept.isEmpty()) {
            element.set("code", concept);
        }
    }

    private static boolean isAllCodings(ArrayNode codes) {
        for (var code : codes) {
            if (!ABSOLUTE.matcher(code.path("system").asString("")).matches()
                    || !isCode(code.path("code").asString(""))
                    || (code.has("display")
                            && !FhirDetails.isFhirText(code.path("display").asString("")))) {
                return false;
            }
        }
        return true;
    }

    /** Takes a concept back: of each coding what an opinion holds. */
    static void takeConcept(ObjectNode part, JsonNode concept) {
        if (concept.path("coding").isArray()) {
            var codes = part.putArray("codes");
            for (var coding : concept.path("coding")) {
                var code = codes.addObject();
                OF_A_CODE.forEach(name -> FhirDetails.take(code, name, coding.get(name)));
            }
        }
        FhirDetails.take(part, "text", concept.get("text"));
    }

    /** How sure the doctor is, as FHIR says it; the doctor's own word stands in the extension. */
    static Optional<String> verification(Opinion.Diagnosis diagnosis) {
        if (diagnosis.role().equals("ruled-out")) {
            return Optional.of("refuted");
        }
        var certainty = diagnosis.certainty();
        if (certainty == null) {
            return diagnosis.role().equals("differential") ? Optional.of("differential") : Optional.empty();
        }
        return Optional.of(
                switch (certainty) {
                    case "confirmed" -> "confirmed";
                    case "likely" -> "provisional";
                    case "ruled-out" -> "refuted";
                    default -> diagnosis.role().equals("differential") ? "differential" : "unconfirmed";
                });
    }

    /** The stage in one line; its single parts stay in the extension. */
    static void stage(ObjectNode condition, ObjectNode diagnosis) {
        var stage = diagnosis.path("stage");
        var words = Stream.of("group", "t", "n", "m")
                .map(part -> stage.path(part).asString(""))
                .filter(FhirDetails::isFhirText)
                .collect(Collectors.joining(" "));
        if (FhirDetails.isFhirText(words)) {
            var made = condition.putArray("stage").addObject();
            made.putObject("summary").put("text", words);
            var type = stage.path("type").asString("");
            if (!type.isEmpty()) {
                made.putObject("type").put("text", type);
            }
        }
    }

    /** Whether Provenance can hold this signature: an instant, base64, and else only words. */
    static boolean isSignature(ObjectNode signed) {
        return INSTANT.matcher(signed.path("signedAt").asString("")).matches()
                && isBase64(signed.path("value").asString(""))
                && signed.properties().stream()
                        .allMatch(member -> member.getKey().matches("[A-Za-z]{1,40}")
                                && member.getValue().isString()
                                && FhirDetails.isFhirText(member.getValue().stringValue()));
    }

    private static boolean isBase64(String text) {
        try {
            return !text.isEmpty()
                    && Base64.getEncoder()
                            .encodeToString(Base64.getDecoder().decode(text))
                            .equals(text);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
