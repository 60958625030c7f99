package org.consilium.sharing;

import static org.consilium.sharing.FhirDetails.take;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.opinions.OpinionJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads back what {@link OpinionFhir} wrote, without loss: a signature that was intact is intact again. It follows the
 * references from the Composition, so the order of the entries is of no matter.
 */
final class OpinionFromFhir {
    private final ObjectNode opinion = FhirDetails.MAPPER.createObjectNode();
    private final Map<String, JsonNode> entries = new HashMap<>();

    /** The resources the opinion was read from, in the order of the opinion. */
    private final List<JsonNode> read = new ArrayList<>();

    private final Set<JsonNode> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    private OpinionFromFhir() {}

    /** Never throws on bad input. */
    static OpinionDocument.Reading read(byte[] json) {
        try {
            var bundle = Objects.requireNonNull(FhirDetails.MAPPER.readTree(json));
            var reading = new OpinionFromFhir();
            if (!reading.follow(bundle)) {
                return refused("fhirdoc.problem.notOurs");
            }
            var whole = reading.opinion.toString();
            if (whole.length() > OpinionJson.LARGEST) {
                return refused("fhirdoc.problem.tooLarge");
            }
            var draft = new Draft(whole);
            if (!(draft.finish() instanceof OpinionJson.Reading.Parsed)) {
                return refused("fhirdoc.problem.changed");
            }
            return reading.isAsWritten(draft)
                    ? new OpinionDocument.Reading.Whole(draft)
                    : refused("fhirdoc.problem.changed");
        } catch (JacksonException broken) {
            return refused("fhirdoc.problem.broken");
        } catch (IllegalArgumentException changed) {
            return refused("fhirdoc.problem.changed");
        }
    }

    private static OpinionDocument.Reading refused(String key) {
        return new OpinionDocument.Reading.Refused(Message.of(key));
    }

    /** What FHIR's own elements say must be what this program would write of the opinion read: else one of the two was changed. */
    private boolean isAsWritten(Draft draft) {
        var messages = Messages.in(
                Locale.forLanguageTag(read.getFirst().path("language").asString("en")));
        var again = new OpinionFromFhir();
        again.follow(FhirDetails.MAPPER.readTree(OpinionFhir.write(draft, List.of(), messages)));
        if (again.read.size() != read.size()) {
            return false;
        }
        for (var i = 0; i < read.size(); i++) {
            if (!FhirMatch.covers(again.read.get(i), read.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** False when this is no document of this program. */
    private boolean follow(JsonNode bundle) {
        var composition = bundle.path("entry").path(0).path("resource");
        if (!bundle.path("type").asString("").equals("document")
                || !composition.path("resourceType").asString("").equals("Composition")
                || !composition.path("date").isString()) {
            return false;
        }
        for (var entry : bundle.path("entry")) {
            entries.put(entry.path("fullUrl").asString(""), entry.path("resource"));
        }
        var sections = new HashMap<String, JsonNode>();
        for (var section : composition.path("section")) {
            var coding = section.path("code").path("coding").path(0);
            if (coding.path("system").asString("").equals(FhirDocument.SECTIONS)) {
                sections.put(coding.path("code").asString(""), section);
            }
        }
        if (!sections.containsKey("author")) {
            return false;
        }
        took(composition);
        opinion.setAll(FhirDetails.of(composition));
        opinion.set("date", composition.path("date"));
        take(opinion, "id", composition.path("identifier").get("value"));
        opinion.set("author", author(resource(composition.path("author").path(0))));
        of(sections, "diagnoses", "Condition").forEach(this::condition);
        of(sections, "treatments", "CarePlan")
                .forEach(plan -> plan.path("activity").forEach(this::activity));
        of(sections, "tests", "ServiceRequest").forEach(this::request);
        of(sections, "signature", "Provenance").forEach(this::provenance);
        return true;
    }

    /** Nothing is said twice: a resource that many point to would make a small file a huge opinion. */
    private void took(JsonNode resource) {
        if (!taken.add(resource)) {
            throw new IllegalArgumentException("a resource is used twice");
        }
        read.add(resource);
    }

    private JsonNode resource(JsonNode reference) {
        var found = entries.get(reference.path("reference").asString(""));
        return found == null ? FhirDetails.MAPPER.createObjectNode() : found;
    }

    private List<JsonNode> of(Map<String, JsonNode> sections, String id, String type) {
        var found = new ArrayList<JsonNode>();
        var section = sections.get(id);
        if (section != null) {
            for (var reference : section.path("entry")) {
                var resource = resource(reference);
                if (resource.path("resourceType").asString("").equals(type)) {
                    found.add(resource);
                    took(resource);
                }
            }
        }
        return found;
    }

    private ObjectNode author(JsonNode given) {
        var isRole = given.path("resourceType").asString("").equals("PractitionerRole");
        var practitioner = isRole ? resource(given.path("practitioner")) : given;
        took(practitioner);
        var author = FhirDetails.of(practitioner);
        take(author, "name", practitioner.path("name").path(0).get("text"));
        take(author, "npi", practitioner.path("identifier").path(0).get("value"));
        take(author, "country", practitioner.path("address").path(0).get("country"));
        if (isRole) {
            took(given);
            var specialty = given.path("specialty").path(0);
            take(author, "specialty", specialty.get("text"));
            take(author, "nucc", specialty.path("coding").path(0).get("code"));
            if (given.has("organization")) {
                var organisation = resource(given.path("organization"));
                took(organisation);
                take(author, "organisation", organisation.get("name"));
            }
        }
        return author;
    }

    private void condition(JsonNode condition) {
        var diagnosis = FhirDetails.of(condition);
        FhirCodes.takeConcept(diagnosis, condition.path("code"));
        take(diagnosis, "bodySite", condition.path("bodySite").path(0).get("text"));
        into(opinion, "diagnoses").add(diagnosis);
    }

    private void activity(JsonNode activity) {
        var detail = activity.path("detail");
        var treatment = FhirDetails.of(detail);
        FhirCodes.takeConcept(treatment, detail.path("code"));
        take(treatment, "detail", detail.get("description"));
        if (detail.path("scheduledString").isString()) {
            var timing = treatment.get("timing") instanceof ObjectNode there ? there : treatment.putObject("timing");
            take(timing, "text", detail.get("scheduledString"));
        }
        for (var kind : TreatmentsFhir.EXPECTED.entrySet()) {
            for (var extension : activity.path("extension")) {
                if (extension.path("url").asString("").equals(kind.getValue())) {
                    into(treatment, kind.getKey()).add(measure(resource(extension.path("valueReference"))));
                }
            }
        }
        into(opinion, "treatments").add(treatment);
    }

    private ObjectNode measure(JsonNode risk) {
        took(risk);
        var prediction = risk.path("prediction").path(0);
        var measure = FhirDetails.of(prediction);
        take(measure, "what", prediction.path("outcome").get("text"));
        return measure;
    }

    private void request(JsonNode request) {
        var test = FhirDetails.of(request);
        FhirCodes.takeConcept(test, request.path("code"));
        take(test, "why", request.path("reasonCode").path(0).get("text"));
        into(opinion, "testsRequested").add(test);
    }

    private void provenance(JsonNode provenance) {
        var given = provenance.path("signature").path(0);
        var signature = FhirDetails.of(given);
        take(signature, "value", given.get("data"));
        take(signature, "signedAt", given.get("when"));
        opinion.set("signature", signature);
    }

    private static ArrayNode into(ObjectNode part, String list) {
        return part.get(list) instanceof ArrayNode there ? there : part.putArray(list);
    }
}
