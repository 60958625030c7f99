package org.consilium.sharing;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether a resource still says all that this program wrote in it. Pure. */
final class FhirMatch {
    /**
     * What depends on the language, on who checked it, or on how another program names its entries; and the extensions, from
     * which the opinion was read.
     */
    private static final Set<String> FREE =
            Set.of("language", "title", "display", "reference", "attester", "section", "extension");

    private FhirMatch() {}

    /** True when every element that was written is there with its value; narrative is left out, and more may have been added. */
    static boolean covers(JsonNode written, JsonNode given) {
        if (written.isObject()) {
            return given.isObject()
                    && written.properties().stream()
                            .filter(member -> !FREE.contains(member.getKey()))
                            .filter(member -> !member.getValue().has("div"))
                            .allMatch(member -> covers(member.getValue(), given.path(member.getKey())));
        }
        if (written.isArray()) {
            if (!given.isArray() || given.size() < written.size()) {
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
}
