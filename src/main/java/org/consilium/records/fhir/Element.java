package org.consilium.records.fhir;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final Object[] NO_CHILDREN = {};

    static final Element NONE = new Element(null);

    private final @Nullable String value;

    /** A name, then its one element or the list of them, then the next name: an element has few, so this is small and quick. */
    private final Object[] children;

    private Element(@Nullable String value) {
        this(value, NO_CHILDREN);
    }

    private Element(@Nullable String value, Object[] children) {
        this.value = value;
        this.children = children;
    }

    static Element ofValue(String value) {
        return new Element(value);
    }

    static Element none() {
        return NONE;
    }

    boolean isPresent() {
        return value != null || children.length > 0;
    }

    boolean has(String name) {
        return found(name) != null;
    }

    private @Nullable Object found(String name) {
        for (var at = 0; at < children.length; at += 2) {
            if (children[at].equals(name)) {
                return children[at + 1];
            }
        }
        return null;
    }

    /** The first child of this name. */
    Element child(String name) {
        return switch (found(name)) {
            case Element only -> only;
            case List<?> all when !all.isEmpty() -> (Element) all.getFirst();
            case null, default -> NONE;
        };
    }

    /** The child down this path. */
    Element child(String name, String further) {
        return child(name).child(further);
    }

    /** All children of this name in their order; an array place that holds nothing is {@link #NONE}. */
    List<Element> children(String name) {
        var found = found(name);
        return found == null ? List.of() : listed(found);
    }

    /** All children whatever their name. */
    List<Map.Entry<String, List<Element>>> all() {
        var all = new ArrayList<Map.Entry<String, List<Element>>>(children.length / 2);
        for (var at = 0; at < children.length; at += 2) {
            all.add(Map.entry((String) children[at], listed(children[at + 1])));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // only lists of elements are put there
    private static List<Element> listed(Object found) {
        return found instanceof Element only ? List.of(only) : (List<Element>) found;
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
        private static final int USUAL = 16;
        private static final int FEW = 2 * 32;

        private Object[] children = new Object[USUAL];
        private int end;

        /** Where each name stands, once there are too many to look through. */
        private @Nullable Map<String, Integer> places;

        void put(String name, List<Element> elements) {
            putAny(name, elements);
        }

        void add(String name, Element element) {
            putAny(name, element);
        }

        private void putAny(String name, Object added) {
            var at = place(name);
            if (at < end) {
                children[at + 1] = joined(children[at + 1], added);
                return;
            }
            if (end == children.length) {
                children = Arrays.copyOf(children, 2 * end);
            }
            children[end] = name;
            children[end + 1] = added;
            end += 2;
        }

        /** Where the name stands, or the end. */
        private int place(String name) {
            if (end < FEW) {
                var at = 0;
                while (at < end && !children[at].equals(name)) {
                    at += 2;
                }
                return at;
            }
            var known = places;
            if (known == null) {
                known = new HashMap<>();
                for (var at = 0; at < end; at += 2) {
                    known.put((String) children[at], at);
                }
                places = known;
            }
            var before = known.putIfAbsent(name, end);
            return before == null ? end : before;
        }

        boolean isEmpty() {
            return end == 0;
        }

        Element done(@Nullable String value) {
            return end == 0 ? new Element(value) : new Element(value, Arrays.copyOf(children, end));
        }

        private static List<Element> joined(Object first, Object second) {
            var growing = first instanceof ArrayList<?> ? listed(first) : new ArrayList<>(listed(first));
            growing.addAll(listed(second));
            return growing;
        }
    }
}
