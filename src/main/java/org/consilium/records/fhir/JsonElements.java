package org.consilium.records.fhir;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON into elements, the entries of a bundle one at a time. Nesting, number and string lengths are bounded: beyond
 * them Jackson's {@link tools.jackson.core.exc.StreamConstraintsException} stops the reading.
 */
final class JsonElements {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(400)
                    .maxStringLength(24_000_000)
                    .maxNameLength(10_000)
                    .build())
            .build();

    /** Of a bill only what names it and tells its version is looked at; its many lines are passed over. */
    private static final Set<String> READ_OF_A_BILL = Set.of("meta", "type", "code", "class", "context");

    /** Takes what is found at the top of a file. */
    interface Listener {
        /** One entry of a bundle, as soon as it is read. */
        void entry(Element entry, int index);

        /** One whole value at the top of the file, without the entries given before; {@code index} counts from 0. */
        void root(Element root, int index, int line);
    }

    private final boolean skippingData;

    /** @param skippingData leaves out the value of every {@code data} element: for attachments too long to hold */
    JsonElements(boolean skippingData) {
        this.skippingData = skippingData;
    }

    /**
     * @param onlyFirst stops before a second value, unless the first begins an array of them
     * @return true when it stopped
     * @throws tools.jackson.core.JacksonException when the file is not JSON to its end, after what stands before was given
     */
    boolean read(InputStream in, Listener listener, boolean onlyFirst) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            return roots(parser, listener, onlyFirst);
        }
    }

    /** The values of one line. */
    void readLine(byte[] line, Listener listener) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            roots(parser, listener, false);
        }
    }

    /** The same for a line that is not in a Unicode encoding. */
    void readWesternLine(byte[] line, Listener listener) {
        readWestern(new ByteArrayInputStream(line), listener);
    }

    /** The same for a file that is not in a Unicode encoding. */
    void readWestern(InputStream in, Listener listener) {
        var reader = new InputStreamReader(in, Charset.forName("windows-1252"));
        try (var parser = JSON.createParser(ObjectReadContext.empty(), reader)) {
            roots(parser, listener, false);
        }
    }

    /** One value held in a string. */
    static Element parse(byte[] json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), new String(json, StandardCharsets.UTF_8))) {
            parser.nextToken();
            return new JsonElements(false).element(parser);
        }
    }

    private boolean roots(JsonParser parser, Listener listener, boolean onlyFirst) {
        var index = 0;
        var inArray = false;
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY && index == 0) {
                inArray = true;
                continue;
            }
            if (onlyFirst && index == 1 && !inArray) {
                return true;
            }
            if (token == JsonToken.END_ARRAY) {
                continue;
            }
            var line = parser.currentTokenLocation().getLineNr();
            listener.root(token == JsonToken.START_OBJECT ? top(parser, listener) : element(parser), index, line);
            index++;
        }
        return false;
    }

    private Element top(JsonParser parser, Listener listener) {
        var growing = new Element.Growing();
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var token = parser.nextToken();
            if (name.equals("entry") && token == JsonToken.START_ARRAY) {
                growing.put("entry", entries(parser, listener));
            } else {
                add(growing, name, parser);
            }
        }
        return growing.done(null);
    }

    /** Gives entries with a resource to the listener and returns the others, such as those of a List. */
    private List<Element> entries(JsonParser parser, Listener listener) {
        var others = new ArrayList<Element>();
        var index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            var entry = element(parser);
            if (entry.has("resource") || !entry.type().isEmpty()) {
                listener.entry(entry, index);
            } else {
                others.add(entry);
            }
            index++;
        }
        return others;
    }

    private Element element(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                var all = array(parser);
                yield all.isEmpty() ? Element.NONE : all.getFirst();
            }
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                Element.ofValue(parser.getString());
            case VALUE_NULL, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME -> Element.NONE;
        };
    }

    private Element object(JsonParser parser) {
        var growing = new Element.Growing();
        var isBill = false;
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var token = parser.nextToken();
            if (isBill && token.isStructStart() && !READ_OF_A_BILL.contains(name)) {
                parser.skipChildren();
                growing.add(name, Element.NONE);
                continue;
            }
            add(growing, name, parser);
            isBill |= token == JsonToken.VALUE_STRING
                    && name.equals("resourceType")
                    && Resources.isOnlyAboutMoney(parser.getString());
        }
        return growing.isEmpty() ? Element.NONE : growing.done(null);
    }

    private void add(Element.Growing growing, String name, JsonParser parser) {
        var token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            growing.put(name, array(parser));
            return;
        }
        if (skippingData && name.equals("data") && token == JsonToken.VALUE_STRING) {
            growing.add("dataLeftOut", Element.ofValue("true"));
            return;
        }
        growing.add(name, element(parser));
    }

    private List<Element> array(JsonParser parser) {
        var all = new ArrayList<Element>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            all.add(element(parser));
        }
        return all;
    }
}
