package org.consilium.sharing;

import static org.consilium.sharing.FhirDetails.move;

import java.util.ArrayList;
import java.util.List;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.OpinionJson;
import org.consilium.opinions.OpinionSignature;
import org.consilium.opinions.PeerCheck;
import org.consilium.opinions.SignatureCheck;
import org.consilium.sharing.Worded.Block;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A whole opinion as a FHIR R4 document: Composition, Patient (without a name), Practitioner, Condition, CarePlan,
 * RiskAssessment, ServiceRequest and, when it is signed, Provenance. {@link OpinionFromFhir} gives back the same opinion; what
 * stands where is listed in docs/FHIR.md.
 */
public final class OpinionFhir {
    private static final String NPI = "http://hl7.org/fhir/sid/us-npi";

    private final Opinion opinion;
    private final Draft whole;
    private final ObjectNode left;
    private final List<PeerCheck> checks;
    private final FhirDocument document;

    private OpinionFhir(Opinion opinion, Draft whole, List<PeerCheck> checks, Messages messages) {
        this.opinion = opinion;
        this.whole = whole;
        this.left = (ObjectNode) FhirDetails.MAPPER.readTree(whole.json());
        this.checks = checks;
        this.document = new FhirDocument(OpinionSignature.hash(whole), messages);
    }

    /**
     * The same opinion in the same language gives the same document. Titles and narrative are in the language of the messages,
     * what the doctor wrote stands as it was written.
     *
     * @param whole an opinion that {@link OpinionJson#read} accepts, signed or not
     * @param checks what second reviewers said of it; those who agree attest the document
     * @throws IllegalArgumentException when it is not whole
     */
    public static String write(Draft whole, List<PeerCheck> checks, Messages messages) {
        if (!(whole.finish() instanceof OpinionJson.Reading.Parsed(var opinion))) {
            throw new IllegalArgumentException("only a whole opinion is written as a document");
        }
        return new OpinionFhir(opinion, whole, checks, messages).write(messages);
    }

    private String write(Messages messages) {
        var composition = document.composition();
        composition.set("type", concept(FhirDocument.LOINC, "11488-4"));
        document.add("patient", "Patient", said("fhirdoc.nobody"));
        document.refer(composition, "subject", "patient");
        composition.put("date", opinion.date().toString());
        left.remove("date");
        composition.put(
                "title",
                FhirDetails.isFhirText(opinion.author().name())
                        ? messages.say("fhirdoc.titleOf", opinion.author().name())
                        : messages.say("fhirdoc.title"));
        if (isText(left, "id")) {
            move(left, "id", composition.putObject("identifier"), "value");
        }
        var author = author();
        composition.putArray("author").addObject().put("reference", document.urn(author));
        attesters(author);
        for (var part : OpinionInWords.parts(opinion)) {
            document.section(
                    part,
                    switch (part.id()) {
                        case "author" -> List.of(author);
                        case "diagnoses" -> each("diagnoses", this::condition);
                        case "treatments" -> new TreatmentsFhir(opinion, document, author).write(list("treatments"));
                        case "tests" -> each("testsRequested", (test, at) -> request(test, at, author));
                        default -> List.of();
                    });
        }
        document.section(OpinionInWords.signature(whole, checks), provenance(author));
        FhirDetails.put(composition, left);
        return document.write(opinion.date());
    }

    private static List<Block> said(String key) {
        return List.of(new Block(null, List.of(new Worded.Line(null, Message.of(key)))));
    }

    private static ObjectNode concept(String system, String code) {
        var concept = FhirDetails.MAPPER.createObjectNode();
        FhirDocument.coding(concept, system, code);
        return concept;
    }

    private interface Making {
        String make(ObjectNode part, int at);
    }

    /** The parts of this list, which is left to be written no more; an empty list stays. */
    private List<ObjectNode> list(String name) {
        var found = new ArrayList<ObjectNode>();
        if (left.get(name) instanceof ArrayNode parts && !parts.isEmpty()) {
            parts.forEach(part -> found.add((ObjectNode) part));
            left.remove(name);
        }
        return found;
    }

    private List<String> each(String name, Making making) {
        var made = new ArrayList<String>();
        for (var part : list(name)) {
            made.add(making.make(part, made.size()));
        }
        return made;
    }

    private String author() {
        var author = (ObjectNode) left.remove("author");
        var practitioner = document.add("author", "Practitioner", List.of(OpinionInWords.author(opinion)));
        if (FhirDetails.isFhirText(opinion.author().name())) {
            move(author, "name", practitioner.putArray("name").addObject(), "text");
        }
        if (isText(author, "npi")) {
            var identifier = practitioner.putArray("identifier").addObject().put("system", NPI);
            move(author, "npi", identifier, "value");
        }
        if (isText(author, "country")) {
            move(author, "country", practitioner.putArray("address").addObject(), "country");
        }
        var role = isText(author, "specialty") || isText(author, "nucc") || isText(author, "organisation")
                ? role(author)
                : "author";
        FhirDetails.put(practitioner, author);
        return role;
    }

    private String role(ObjectNode author) {
        var role = document.add("role", "PractitionerRole", List.of(OpinionInWords.author(opinion)));
        document.refer(role, "practitioner", "author");
        if (isText(author, "specialty") || isText(author, "nucc")) {
            var specialty = role.putArray("specialty").addObject();
            if (isText(author, "nucc") && FhirCodes.isCode(author.path("nucc").stringValue())) {
                FhirDocument.coding(
                        specialty,
                        "http://nucc.org/provider-taxonomy",
                        author.remove("nucc").stringValue());
            }
            move(author, "specialty", specialty, "text");
            if (specialty.isEmpty()) {
                role.remove("specialty");
            }
        }
        if (isText(author, "organisation")) {
            var organisation = document.add(
                    "organisation",
                    "Organization",
                    List.of(new Block(
                            Worded.asWritten(author.path("organisation").stringValue()), List.of())));
            move(author, "organisation", organisation, "name");
            document.refer(role, "organization", "organisation");
        }
        return "role";
    }

    private static boolean isText(ObjectNode part, String name) {
        return part.has(name) && FhirDetails.isFhirText(part.path(name).stringValue());
    }

    private String condition(ObjectNode diagnosis, int at) {
        var said = opinion.diagnoses().get(at);
        var condition = document.add("condition-" + at, "Condition", List.of(OpinionInWords.diagnosis(said)));
        FhirCodes.verification(said)
                .ifPresent(status -> condition.set("verificationStatus", concept(FhirCodes.VERIFICATION, status)));
        FhirCodes.concept(condition, diagnosis);
        document.refer(condition, "subject", "patient");
        condition.put("recordedDate", opinion.date().toString());
        if (isText(diagnosis, "bodySite")) {
            move(diagnosis, "bodySite", condition.putArray("bodySite").addObject(), "text");
        }
        FhirCodes.stage(condition, diagnosis);
        FhirDetails.put(condition, diagnosis);
        return "condition-" + at;
    }

    private String request(ObjectNode test, int at, String author) {
        var name = "test-" + at;
        var words = OpinionInWords.test(opinion.testsRequested().get(at));
        var request = document.add(name, "ServiceRequest", List.of(words));
        request.put("status", "active").put("intent", "proposal");
        FhirCodes.concept(request, test);
        document.refer(request, "subject", "patient");
        request.put("authoredOn", opinion.date().toString());
        document.refer(request, "requester", author);
        if (isText(test, "why")) {
            move(test, "why", request.putArray("reasonCode").addObject(), "text");
        }
        FhirDetails.put(request, test);
        return name;
    }

    private void attesters(String author) {
        var attesters = FhirDetails.MAPPER.createArrayNode();
        if (OpinionSignature.check(whole) instanceof SignatureCheck.Intact intact) {
            document.refer(
                    attesters
                            .addObject()
                            .put("mode", "professional")
                            .put("time", intact.signed().toString()),
                    "party",
                    author);
        }
        for (var check : checks) {
            if (check.agrees() && FhirDetails.isFhirText(check.name())) {
                var name = "peer-" + attesters.size();
                var peer = document.add(
                        name, "Practitioner", List.of(new Block(Worded.asWritten(check.name()), List.of())));
                peer.putArray("name").addObject().put("text", check.name());
                document.refer(
                        attesters
                                .addObject()
                                .put("mode", "professional")
                                .put("time", check.at().toString()),
                        "party",
                        name);
            }
        }
        if (!attesters.isEmpty()) {
            document.composition().set("attester", attesters);
        }
    }

    /** A signature of another shape stays with the rest, as it came. */
    private List<String> provenance(String author) {
        if (!(left.get("signature") instanceof ObjectNode signed) || !FhirCodes.isSignature(signed)) {
            return List.of();
        }
        left.remove("signature");
        var words = OpinionInWords.signature(whole, checks).blocks();
        var provenance = document.add("provenance", "Provenance", words);
        var when = signed.remove("signedAt").stringValue();
        provenance.putArray("target").addObject().put("reference", document.urn("composition"));
        provenance.put("recorded", when);
        document.refer(provenance.putArray("agent").addObject(), "who", author);
        var signature = provenance.putArray("signature").addObject();
        signature
                .putArray("type")
                .addObject()
                .put("system", "urn:iso-astm:E1762-95:2013")
                .put("code", "1.2.840.10065.1.12.1.1");
        signature.put("when", when);
        document.refer(signature, "who", author);
        signature.put("targetFormat", "application/json");
        signature.set("data", signed.remove("value"));
        FhirDetails.put(signature, signed);
        return List.of("provenance");
    }
}
