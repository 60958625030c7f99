package org.consilium.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The resources of FHIR files as plain trees, gone through without any of the code that makes facts of them. */
final class PlainTrees {
    /** @param at the FHIRPath of the resource */
    record Resource(String at, String fullUrl, JsonNode tree, JsonNode within) {
        String type() {
            return tree.path("resourceType").asString("");
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Resource> resources = new ArrayList<>();

    private PlainTrees() {}

    /** Empty when the file is neither JSON nor XML to its end, or holds no resource. */
    static List<Resource> of(Path file) throws IOException {
        var trees = new PlainTrees();
        tree(file).ifPresent(tree -> trees.collect(tree, "", "", tree));
        return trees.resources;
    }

    private static Optional<JsonNode> tree(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        try {
            return Optional.of(JSON.readTree(bytes));
        } catch (JacksonException notJson) {
            return xml(bytes);
        }
    }

    private void collect(JsonNode node, String at, String fullUrl, JsonNode within) {
        var type = node.path("resourceType").asString("");
        if (!type.isEmpty()) {
            var here = at.isEmpty() ? type : at;
            if (!type.equals("Bundle") && !type.equals("Parameters")) {
                resources.add(new Resource(here, fullUrl, node, within));
            }
            children(node, here, node.path("fullUrl").asString(""), within);
        } else if (node.isObject()) {
            children(node, at, node.path("fullUrl").asString(""), within);
        }
    }

    private void children(JsonNode node, String at, String fullUrl, JsonNode within) {
        for (var child : node.properties()) {
            var path = at.isEmpty() ? child.getKey() : at + "." + child.getKey();
            var inner = child.getKey().equals("contained") ? node : within;
            if (child.getValue().isArray()) {
                var single = child.getValue().size() == 1 && !isListed(node, at);
                for (var index = 0; index < child.getValue().size(); index++) {
                    collect(child.getValue().get(index), single ? path : path + "[" + index + "]", fullUrl, inner);
                }
            } else {
                collect(child.getValue(), path, fullUrl, inner);
            }
        }
    }

    /** Inside a resource every array has its index; around one, a single member goes without. */
    private static boolean isListed(JsonNode node, String at) {
        return node.has("resourceType") || Character.isUpperCase(at.isEmpty() ? 'x' : at.charAt(0));
    }

    private static Optional<JsonNode> xml(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            var root = builder.parse(new java.io.ByteArrayInputStream(bytes)).getDocumentElement();
            return "http://hl7.org/fhir".equals(root.getNamespaceURI())
                    ? Optional.of(resource(root))
                    : Optional.empty();
        } catch (ParserConfigurationException | SAXException | IOException notXml) {
            return Optional.empty();
        }
    }

    private static ObjectNode resource(Element element) {
        var node = JSON.createObjectNode().put("resourceType", element.getLocalName());
        fill(node, element);
        return node;
    }

    private static void fill(ObjectNode node, Element element) {
        var byName = new LinkedHashMap<String, List<JsonNode>>();
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner && !inner.getLocalName().equals("div")) {
                byName.computeIfAbsent(inner.getLocalName(), name -> new ArrayList<>())
                        .add(node(inner));
            }
        }
        for (Map.Entry<String, List<JsonNode>> entry : byName.entrySet()) {
            if (entry.getValue().size() == 1 && !entry.getKey().equals("entry") && !isMany(entry.getKey())) {
                node.set(entry.getKey(), entry.getValue().getFirst());
            } else {
                ArrayNode all = node.putArray(entry.getKey());
                entry.getValue().forEach(all::add);
            }
        }
    }

    /** What is an array even when there is one of it, as far as paths show it. */
    private static boolean isMany(String name) {
        return name.equals("contained")
                || name.equals("component")
                || name.equals("coding")
                || name.equals("parameter");
    }

    private static JsonNode node(Element element) {
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner
                    && Character.isUpperCase(inner.getLocalName().charAt(0))) {
                return resource(inner);
            }
        }
        var node = JSON.createObjectNode();
        fill(node, element);
        var value = element.getAttribute("value");
        return node.isEmpty() ? JSON.getNodeFactory().stringNode(value) : node;
    }
}
