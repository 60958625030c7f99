package org.consilium.sharing;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What FHIR has no place for, as extensions: each member of a part of an opinion becomes an extension named like it, an object
 * becomes extensions within. All stand in one extension of the element, {@link #DETAIL}. A value that no FHIR primitive can hold
 * (an empty text, a control sign, an empty list) stands as its JSON, in base64. docs/FHIR.md lists them.
 */
final class FhirDetails {
    static final String BASE = "https://consilium.example/fhir/StructureDefinition/";
    static final String DETAIL = BASE + "opinion-detail";

    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(60)
                            .maxNumberLength(40)
                            .maxStringLength(OpinionDocument.LARGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final Set<String> LISTS =
            Set.of("saw", "testsRequested", "codes", "markers", "benefits", "harms", "evidence");

    /** A signature is kept as it came, whatever it holds. */
    private static final String AS_IT_CAME = "signature";

    private FhirDetails() {}

    /** Adds what is left of a part of an opinion to an element; nothing for nothing. */
    static void put(ObjectNode element, ObjectNode rest) {
        if (!rest.isEmpty()) {
            members(extension(element, DETAIL).putArray("extension"), rest);
        }
    }

    /** A new extension of this element. */
    static ObjectNode extension(ObjectNode element, String url) {
        var all = element.get("extension") instanceof ArrayNode there ? there : element.putArray("extension");
        return all.addObject().put("url", url);
    }

    private static void members(ArrayNode extensions, ObjectNode object) {
        for (var member : object.properties()) {
            var value = member.getValue();
            if (value.isArray() && !value.isEmpty()) {
                value.forEach(each -> one(extensions, member.getKey(), each));
            } else {
                one(extensions, member.getKey(), value);
            }
        }
    }

    private static void one(ArrayNode extensions, String name, JsonNode value) {
        var extension = extensions.addObject().put("url", name);
        if (value instanceof ObjectNode object && !object.isEmpty() && !name.equals(AS_IT_CAME)) {
            members(extension.putArray("extension"), object);
        } else if (value.isNumber()) {
            extension.set(value.isIntegralNumber() && value.canConvertToInt() ? "valueInteger" : "valueDecimal", value);
        } else if (value.isBoolean()) {
            extension.set("valueBoolean", value);
        } else if (value.isString() && isFhirText(value.stringValue())) {
            extension.set("valueString", value);
        } else {
            var json = ASCII.writeValueAsString(value).getBytes(StandardCharsets.US_ASCII);
            extension.put("valueBase64Binary", Base64.getEncoder().encodeToString(json));
        }
    }

    /**
     * Whether a FHIR string can hold this text so that every reader gives it back: not blank, nothing around it that may be
     * trimmed, no sign that XML has not.
     */
    static boolean isFhirText(String text) {
        return !text.isEmpty()
                && !isSpace(text.codePointAt(0))
                && !isSpace(text.codePointBefore(text.length()))
                && text.codePoints().allMatch(FhirDetails::isXml);
    }

    /** The nearest text a FHIR string can hold, for words that need not come back: a dash for none. */
    static String fhirText(String text) {
        var near = new StringBuilder();
        text.codePoints().forEach(sign -> near.appendCodePoint(sign == '\r' ? '\n' : isXml(sign) ? sign : '\uFFFD'));
        while (!near.isEmpty() && isSpace(near.codePointBefore(near.length()))) {
            near.setLength(near.length() - 1);
        }
        while (!near.isEmpty() && isSpace(near.codePointAt(0))) {
            near.deleteCharAt(0);
        }
        return near.isEmpty() ? "–" : near.toString();
    }

    static boolean isSpace(int sign) {
        return sign <= ' ' || Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }

    /** The characters of XML 1.0 but the carriage return, which XML readers turn into a line feed. */
    static boolean isXml(int sign) {
        return sign == '\t'
                || sign == '\n'
                || (sign >= ' ' && sign <= 0xD7FF)
                || (sign >= 0xE000 && sign <= 0xFFFD)
                || sign > 0xFFFF;
    }

    /** What {@link #put} added; an empty object when there is nothing. */
    static ObjectNode of(JsonNode element) {
        var found = MAPPER.createObjectNode();
        for (var extension : element.path("extension")) {
            if (DETAIL.equals(extension.path("url").asString(""))) {
                read(extension.path("extension"), found);
            }
        }
        return found;
    }

    private static void read(JsonNode extensions, ObjectNode into) {
        for (var extension : extensions) {
            var name = extension.path("url").asString("");
            var value = value(extension);
            if (LISTS.contains(name) && !value.isArray()) {
                var list = into.get(name) instanceof ArrayNode there ? there : into.putArray(name);
                list.add(value);
            } else {
                into.set(name, value);
            }
        }
    }

    private static JsonNode value(JsonNode extension) {
        for (var kind : new String[] {"valueString", "valueInteger", "valueDecimal", "valueBoolean"}) {
            if (extension.has(kind)) {
                return extension.get(kind);
            }
        }
        if (extension.has("valueBase64Binary")) {
            return json(extension.path("valueBase64Binary").asString(""))
                    .orElseThrow(() -> new IllegalArgumentException("not the JSON this program writes"));
        }
        var object = MAPPER.createObjectNode();
        read(extension.path("extension"), object);
        return object;
    }

    private static Optional<JsonNode> json(String base64) {
        try {
            return Optional.ofNullable(MAPPER.readTree(Base64.getDecoder().decode(base64)));
        } catch (JacksonException broken) {
            return Optional.empty();
        }
    }

    /** Moves a text from a part of an opinion to an element of FHIR, when FHIR can hold it; else it stays. */
    static void move(ObjectNode from, String name, ObjectNode to, String element) {
        var value = from.path(name);
        if (value.isString() && isFhirText(value.stringValue())) {
            to.set(element, value);
            from.remove(name);
        }
    }

    /** Takes a text back, if it is there. */
    static void take(ObjectNode into, String name, @Nullable JsonNode value) {
        if (value != null && value.isString()) {
            into.set(name, value);
        }
    }
}
