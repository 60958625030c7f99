package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An XML element with its line. Names are local names: prefixes and namespaces do not matter below the root. */
final class Element implements Node {
    private final @Nullable Element parent;
    private final String name;
    private final List<String> attributes;
    private final int line;
    private final List<Node> content = new ArrayList<>(4);
    private int ordinal;
    private boolean alone;

    /** @param attributes name, value, name, value and so on */
    Element(@Nullable Element parent, String name, List<String> attributes, int line) {
        this.parent = parent;
        this.name = name;
        this.attributes = attributes;
        this.line = line;
    }

    void add(Node node) {
        content.add(node);
    }

    void removeLast() {
        content.removeLast();
    }

    String name() {
        return name;
    }

    int line() {
        return line;
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    List<Node> content() {
        return content;
    }

    /** The attribute without surrounding blanks; empty when absent or blank. */
    Optional<String> attribute(String wanted) {
        for (var i = 0; i < attributes.size(); i += 2) {
            if (attributes.get(i).equals(wanted)) {
                return Optional.of(attributes.get(i + 1).strip()).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }

    boolean has(String attribute, String value) {
        return attribute(attribute).filter(value::equals).isPresent();
    }

    /** True for {@code nullFlavor}: the file says that it does not say. */
    boolean isNull() {
        return attribute("nullFlavor").isPresent();
    }

    List<Element> elements() {
        var found = new ArrayList<Element>(content.size());
        for (var node : content) {
            if (node instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    /** All elements reached by these steps from here. */
    List<Element> all(String... steps) {
        var reached = List.of(this);
        for (var step : steps) {
            var next = new ArrayList<Element>();
            for (var from : reached) {
                for (var node : from.content) {
                    if (node instanceof Element element && element.is(step)) {
                        next.add(element);
                    }
                }
            }
            reached = next;
        }
        return reached;
    }

    /** The first element reached by these steps from here. */
    Optional<Element> first(String... steps) {
        return first(steps, 0);
    }

    private Optional<Element> first(String[] steps, int from) {
        if (from == steps.length) {
            return Optional.of(this);
        }
        for (var node : content) {
            if (node instanceof Element element && element.is(steps[from])) {
                var reached = element.first(steps, from + 1);
                if (reached.isPresent()) {
                    return reached;
                }
            }
        }
        return Optional.empty();
    }

    /** True when one of its template ids is one of these. */
    boolean hasTemplate(java.util.Set<String> roots) {
        return all("templateId").stream()
                .anyMatch(template ->
                        template.attribute("root").filter(roots::contains).isPresent());
    }

    /** Its own text and that of everything in it, blanks collapsed. */
    String text() {
        var words = new StringBuilder();
        collect(words);
        return Words.collapsed(words.toString());
    }

    private void collect(StringBuilder words) {
        for (var node : content) {
            switch (node) {
                case Text text -> words.append(text.characters());
                case Element element -> {
                    words.append(' ');
                    element.collect(words);
                }
            }
        }
    }

    /** Where it stands, such as {@code /ClinicalDocument/component/structuredBody/component[3]/section/entry[2]}. */
    String path() {
        var steps = new ArrayList<String>();
        for (var element = this; element != null; element = element.parent) {
            steps.add(element.step());
        }
        return "/" + String.join("/", steps.reversed());
    }

    private String step() {
        if (parent == null) {
            return name;
        }
        if (ordinal == 0) {
            parent.number();
        }
        return alone ? name : name + "[" + ordinal + "]";
    }

    /** Tells each child its place among those of its name. */
    private void number() {
        var counts = new HashMap<String, Integer>();
        var children = elements();
        for (var child : children) {
            child.ordinal = counts.merge(child.name, 1, Integer::sum);
        }
        for (var child : children) {
            child.alone = counts.getOrDefault(child.name, 0) == 1;
        }
    }
}
