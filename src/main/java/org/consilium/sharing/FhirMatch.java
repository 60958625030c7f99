package org.consilium.sharing;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether a resource still says all that this program wrote in it, and nothing else. Pure. */
final class FhirMatch {
    /** What depends on who checked it, or on how another program names its entries; and the extensions, which were read. */
    private static final Set<String> FREE = Set.of("language", "display", "reference", "attester", "extension");

    /** What another program may add without changing what is said; a negation or a modifier is not among them. */
    private static final Set<String> MAY_BE_ADDED = Set.of("id", "meta");

    private FhirMatch() {}

    /**
     * True when every element that was written is there with its value, and no other. Narrative may be gone; where it stands it
     * is what was written, but that of a signature: it also says what second reviewers think, which nobody signed.
     */
    static boolean covers(JsonNode written, JsonNode given) {
        if (written.isObject()) {
            return given.isObject()
                    && given.properties().stream()
                            .allMatch(member -> written.has(member.getKey())
                                    || FREE.contains(member.getKey())
                                    || MAY_BE_ADDED.contains(member.getKey()))
                    && written.properties().stream()
                            .filter(member -> !FREE.contains(member.getKey()))
                            .allMatch(member -> member.getValue().has("div")
                                    ? isOfSignature(written) || tells(member.getValue(), given.path(member.getKey()))
                                    : covers(member.getValue(), given.path(member.getKey())));
        }
        if (written.isArray()) {
            if (!given.isArray() || given.size() != written.size()) {
                return false;
            }
            for (var i = 0; i < written.size(); i++) {
                if (!covers(written.get(i), given.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (written.isNumber() && given.isNumber()) {
            return written.decimalValue().compareTo(given.decimalValue()) == 0;
        }
        return written.equals(given);
    }

    private static boolean isOfSignature(JsonNode part) {
        return part.path("resourceType").asString("").equals("Provenance")
                || part.at("/code/coding/0/code").asString("").equals("signature");
    }

    private static boolean tells(JsonNode written, JsonNode given) {
        return given.isMissingNode() || markup(written).equals(markup(given));
    }

    /** Without what programs write in different ways. */
    private static String markup(JsonNode narrative) {
        return narrative
                .path("div")
                .asString("")
                .replace("&quot;", "\"")
                .replace("&#160;", "\u00a0")
                .replace("&nbsp;", "\u00a0")
                .replace(" />", "/>");
    }
}
