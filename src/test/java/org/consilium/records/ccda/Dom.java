package org.consilium.records.ccda;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A second, plain way to read XML, for tests that must not trust the reader under test. Prefixes are dropped. */
record Dom(org.w3c.dom.Element element) {

    /** The root; of a piece with several roots, an element around them called {@code piece}. Empty when it is no XML. */
    static Optional<Dom> of(Path file) throws IOException {
        var bytes = Files.readAllBytes(file);
        return parsed(new InputSource(new ByteArrayInputStream(bytes))).or(() -> {
            var words = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF?\\s*<\\?xml[^>]*\\?>", "");
            return parsed(new InputSource(new StringReader("<piece>" + words + "</piece>")));
        });
    }

    private static Optional<Dom> parsed(InputSource source) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return Optional.of(new Dom(builder.parse(source).getDocumentElement()));
        } catch (SAXException | IOException | ParserConfigurationException noXml) {
            return Optional.empty();
        }
    }

    String name() {
        return local(element.getTagName());
    }

    boolean is(String wanted) {
        return name().equals(wanted);
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    String attribute(String wanted) {
        var all = element.getAttributes();
        for (var i = 0; i < all.getLength(); i++) {
            if (local(all.item(i).getNodeName()).equals(wanted)) {
                return all.item(i).getNodeValue().strip();
            }
        }
        return "";
    }

    List<Dom> children() {
        var found = new ArrayList<Dom>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof org.w3c.dom.Element child) {
                found.add(new Dom(child));
            }
        }
        return found;
    }

    Stream<Dom> all(String... steps) {
        var reached = Stream.of(this);
        for (var step : steps) {
            reached = reached.flatMap(from -> from.children().stream().filter(each -> each.is(step)));
        }
        return reached;
    }

    Optional<Dom> first(String... steps) {
        return all(steps).findFirst();
    }

    Optional<Dom> parent() {
        return element.getParentNode() instanceof org.w3c.dom.Element parent
                ? Optional.of(new Dom(parent))
                : Optional.empty();
    }

    boolean hasTemplate(List<String> roots) {
        return all("templateId").anyMatch(each -> roots.contains(each.attribute("root")));
    }

    String words() {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    String path() {
        var above = parent();
        if (above.isEmpty()) {
            return "/" + name();
        }
        var alike = above.get().children().stream()
                .filter(each -> each.is(name()))
                .map(Dom::element)
                .toList();
        return above.get().path() + "/" + name() + (alike.size() == 1 ? "" : "[" + (alike.indexOf(element) + 1) + "]");
    }
}
