package org.consilium.records.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One element of a FHIR resource, the same for JSON and XML: a value, children by name, or both. Reading a child that is
 * not there, or that has another shape than FHIR says, gives {@link #NONE} or an empty list and never fails.
 */
final class Element {
    static final Element NONE = new Element(null);

    private final @Nullable String value;
    private final Map<String, List<Element>> children;

    private Element(@Nullable String value) {
        this.value = value;
        this.children = Map.of();
    }

    private Element(@Nullable String value, Map<String, List<Element>> children) {
        this.value = value;
        this.children = children;
    }

    static Element ofValue(String value) {
        return new Element(value);
    }

    static Element of(@Nullable String value, Map<String, List<Element>> children) {
        return new Element(value, children);
    }

    static Element none() {
        return NONE;
    }

    boolean isPresent() {
        return value != null || !children.isEmpty();
    }

    boolean has(String name) {
        return children.containsKey(name);
    }

    /** The first child of this name. */
    Element child(String name) {
        var all = children.get(name);
        return all == null || all.isEmpty() ? NONE : all.getFirst();
    }

    /** The child down this path. */
    Element child(String name, String further) {
        return child(name).child(further);
    }

    /** All children of this name in their order; an array place that holds nothing is {@link #NONE}. */
    List<Element> children(String name) {
        return children.getOrDefault(name, List.of());
    }

    /** All children whatever their name. */
    List<Map.Entry<String, List<Element>>> all() {
        return List.copyOf(children.entrySet());
    }

    /** The value of the first child of this name, cleaned; null when there is none or it is blank. */
    @Nullable
    String string(String name) {
        return child(name).value();
    }

    /** The first of these names that has a value. */
    @Nullable
    String firstString(String... names) {
        for (var name : names) {
            var found = string(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** The first of these names that is there. */
    Element firstChild(String... names) {
        for (var name : names) {
            var found = child(name);
            if (found.isPresent()) {
                return found;
            }
        }
        return NONE;
    }

    boolean isTrue(String name) {
        return "true".equals(string(name));
    }

    /** This element's own value, cleaned; null when there is none or it is blank. */
    @Nullable
    String value() {
        if (value == null) {
            return null;
        }
        var clean = Texts.clean(value);
        return clean.isBlank() ? null : clean;
    }

    /** This element's own value as written: for long encoded content. */
    @Nullable
    String raw() {
        return value;
    }

    /** The type of resource this is; empty when it is none. */
    String type() {
        return Objects.requireNonNullElse(string("resourceType"), "");
    }

    /** Collects children while a file is read. */
    static final class Growing {
        private final Map<String, List<Element>> children = new HashMap<>();

        void put(String name, List<Element> elements) {
            children.merge(name, elements, Growing::joined);
        }

        void add(String name, Element element) {
            put(name, List.of(element));
        }

        boolean isEmpty() {
            return children.isEmpty();
        }

        Element done(@Nullable String value) {
            return new Element(value, children);
        }

        private static List<Element> joined(List<Element> first, List<Element> second) {
            if (first instanceof ArrayList<Element> growing) {
                growing.addAll(second);
                return growing;
            }
            var growing = new ArrayList<>(first);
            growing.addAll(second);
            return growing;
        }
    }
}
