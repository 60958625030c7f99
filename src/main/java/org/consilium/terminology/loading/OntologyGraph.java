package org.consilium.terminology.loading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Optional;
import org.consilium.clinical.Code;
import org.consilium.terminology.Concept;
import org.consilium.terminology.ConceptSink;
import org.consilium.terminology.loading.VocabularyFile.Broken;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OBO graphs in JSON (github.com/geneontology/obographs): nodes and is-a edges, one at a time. */
final class OntologyGraph {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private OntologyGraph() {}

    static void read(InputStream in, ConceptSink sink) throws IOException {
        try (var parser = JSON.createParser(in)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
                    switch (parser.currentName()) {
                        case "nodes" -> each(parser, node -> node(node, sink));
                        case "edges" -> each(parser, edge -> edge(edge, sink));
                        case "meta", "equivalentNodesSets", "logicalDefinitionAxioms" -> {
                            parser.nextToken();
                            parser.skipChildren();
                        }
                        default -> {
                            // the graph itself
                        }
                    }
                }
            }
        } catch (JacksonException broken) {
            var place = broken.getLocation();
            throw new Broken("terminology.load.line", place == null ? 1 : Math.max(1, place.getLineNr()));
        }
    }

    private interface Each {
        void take(JsonNode node);
    }

    private static void each(JsonParser parser, Each each) {
        if (parser.nextToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            each.take(JSON.readTree(parser));
        }
    }

    private static Optional<Code> code(JsonNode iri) {
        return iri.isString() ? Systems.ofIri(iri.stringValue()) : Optional.empty();
    }

    private static void node(JsonNode node, ConceptSink sink) {
        var label = node.path("lbl").asString("");
        var meta = node.path("meta");
        var code = code(node.path("id"));
        if (code.isEmpty()
                || label.isBlank()
                || !node.path("type").asString("CLASS").equals("CLASS")
                || meta.path("deprecated").booleanValue(false)) {
            return;
        }
        var names = new ArrayList<String>();
        names.add(label);
        meta.path("synonyms").forEach(synonym -> names.add(synonym.path("val").asString("")));
        sink.concept(Concept.of(code.get().system(), code.get().code(), names));
        for (var property : meta.path("basicPropertyValues")) {
            if (property.path("pred").asString("").endsWith("exactMatch")) {
                code(property.path("val")).ifPresent(to -> sink.mapping(code.get(), to, true));
            }
        }
    }

    private static void edge(JsonNode edge, ConceptSink sink) {
        if (edge.path("pred").asString("").equals("is_a")) {
            code(edge.path("sub"))
                    .ifPresent(child -> code(edge.path("obj")).ifPresent(parent -> sink.parent(child, parent)));
        }
    }
}
