package org.consilium.sharing;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.consilium.language.Messages;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A FHIR R4 document while it is written: its Composition stands first, every resource carries its words as narrative, and the
 * Patient has no name.
 */
final class FhirDocument {
    static final String SECTIONS = "https://consilium.example/fhir/CodeSystem/document-section";
    static final String LOINC = "http://loinc.org";

    private final String made;
    private final Messages messages;
    private final List<ObjectNode> entries = new ArrayList<>();
    private final ObjectNode composition;
    private final ArrayNode sections = FhirDetails.MAPPER.createArrayNode();

    /** @param made hash of what the document is made from: the same gives the same document */
    FhirDocument(String made, Messages messages) {
        this.made = made;
        this.messages = messages;
        this.composition = add("composition", "Composition", List.of());
        composition.put("status", "final");
    }

    ObjectNode composition() {
        return composition;
    }

    /** A resource of this document; its name is unlike all others. */
    ObjectNode add(String name, String type, List<Worded.Block> words) {
        var resource = FhirDetails.MAPPER.createObjectNode().put("resourceType", type);
        resource.put("language", messages.locale().getLanguage());
        if (!words.isEmpty()) {
            FhirNarrative.put(resource, words, messages);
        }
        ObjectNode entry = FhirDetails.MAPPER.createObjectNode().put("fullUrl", urn(name));
        entry.set("resource", resource);
        entries.add(entry);
        return resource;
    }

    /** A section with its words and what it points to; one without words is left out. */
    void section(Worded part, Collection<String> names) {
        var section = sections.addObject();
        section.put("title", messages.say(part.title()));
        coding(section.putObject("code"), SECTIONS, part.id());
        FhirNarrative.put(section, part.blocks(), messages);
        if (!names.isEmpty()) {
            var entry = section.putArray("entry");
            names.forEach(name -> entry.addObject().put("reference", urn(name)));
        }
    }

    void refer(ObjectNode element, String member, String name) {
        element.putObject(member).put("reference", urn(name));
    }

    static void coding(ObjectNode concept, String system, String code) {
        var codings = concept.get("coding") instanceof ArrayNode there ? there : concept.putArray("coding");
        codings.addObject().put("system", system).put("code", code);
    }

    String write(LocalDate on) {
        composition.set("section", sections);
        var bundle = FhirDetails.MAPPER.createObjectNode().put("resourceType", "Bundle");
        bundle.put("language", messages.locale().getLanguage());
        bundle.putObject("identifier").put("system", "urn:ietf:rfc:3986").put("value", urn("bundle"));
        bundle.put("type", "document");
        bundle.put("timestamp", on + "T00:00:00Z");
        var all = bundle.putArray("entry");
        entries.forEach(all::add);
        return FhirDetails.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(bundle) + "\n";
    }

    String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes((made + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
