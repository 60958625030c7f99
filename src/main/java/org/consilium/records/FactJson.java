package org.consilium.records;

import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** The form in which facts are stored: what is written is read back equal. */
final class FactJson {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxDocumentLength(-1)
                    .build())
            // half a surrogate pair is bad text, yet no reason to lose a record: escaped, it survives
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    /** The same few systems and file names come again and again: one copy of each. */
    private final Map<String, String> words = new HashMap<>();

    private FactJson() {}

    static void write(List<Fact> facts, OutputStream out) {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartArray();
            for (var fact : facts) {
                write(fact, json);
            }
            json.writeEndArray();
        }
    }

    /** @throws tools.jackson.core.JacksonException when this is not what {@link #write} wrote */
    static List<Fact> read(InputStream in) {
        var facts = new ArrayList<Fact>();
        var form = new FactJson();
        try (var json = JSON.createParser(ObjectReadContext.empty(), in)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                facts.add(form.fact(json));
            }
        }
        return facts;
    }

    private static void write(Fact fact, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("kind", fact.kind().word());
        write("codes", fact.codes(), json);
        json.writeStringProperty("text", fact.text());
        writeText("date", fact.date(), json);
        writeText("end", fact.end(), json);
        json.writeStringProperty("status", fact.status());
        if (fact.value() != null) {
            write(fact.value(), json);
        }
        if (!fact.details().isEmpty()) {
            json.writeObjectPropertyStart("details");
            fact.details().forEach((detail, words) -> json.writeStringProperty(detail.name(), words));
            json.writeEndObject();
        }
        json.writeArrayPropertyStart("sources");
        for (var source : fact.sources()) {
            json.writeString(source.file());
            json.writeString(source.at());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeText(String name, @Nullable Object value, JsonGenerator json) {
        if (value != null) {
            json.writeStringProperty(name, value.toString());
        }
    }

    private static void write(String name, List<Code> codes, JsonGenerator json) {
        if (codes.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart(name);
        for (var code : codes) {
            json.writeString(code.system());
            json.writeString(code.code());
            if (code.display() == null) {
                json.writeNull();
            } else {
                json.writeString(code.display());
            }
        }
        json.writeEndArray();
    }

    private static void write(Value value, JsonGenerator json) {
        json.writeObjectPropertyStart("value");
        switch (value) {
            case Value.Quantity quantity -> {
                json.writeStringProperty("number", quantity.number().toString());
                writeText("comparator", quantity.comparator(), json);
                writeText("unit", quantity.unit(), json);
            }
            case Value.Coded coded -> {
                json.writeStringProperty("coded", coded.text());
                write("codes", coded.codes(), json);
            }
            case Value.Words words -> json.writeStringProperty("words", words.text());
        }
        json.writeEndObject();
    }

    private Fact fact(JsonParser json) {
        var kind = FactKind.DOCUMENT;
        var codes = List.<Code>of();
        var text = "";
        var status = "unknown";
        PartialDate date = null;
        PartialDate end = null;
        Value value = null;
        var details = Map.<Detail, String>of();
        var sources = List.<Source>of();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "kind" -> kind = FactKind.ofWord(json.getString());
                case "codes" -> codes = codes(json);
                case "text" -> text = json.getString();
                case "date" -> date = date(json);
                case "end" -> end = date(json);
                case "status" -> status = word(json);
                case "value" -> value = value(json);
                case "details" -> details = details(json);
                case "sources" -> sources = sources(json);
                default -> json.skipChildren();
            }
        }
        return new Fact(kind, codes, text, date, end, status, value, details, sources);
    }

    private Value value(JsonParser json) {
        BigDecimal number = null;
        String comparator = null;
        String unit = null;
        String coded = null;
        String words = null;
        var codes = List.<Code>of();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "number" -> number = new BigDecimal(json.getString());
                case "comparator" -> comparator = word(json);
                case "unit" -> unit = word(json);
                case "coded" -> coded = json.getString();
                case "codes" -> codes = codes(json);
                case "words" -> words = json.getString();
                default -> json.skipChildren();
            }
        }
        if (number != null) {
            return new Value.Quantity(number, comparator, unit);
        }
        return coded != null ? new Value.Coded(codes, coded) : new Value.Words(Objects.requireNonNull(words));
    }

    private List<Code> codes(JsonParser json) {
        var codes = new ArrayList<Code>(2);
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            var system = word(json);
            json.nextToken();
            var code = word(json);
            var display = json.nextToken() == JsonToken.VALUE_NULL ? null : word(json);
            codes.add(new Code(system, code, display));
        }
        return codes;
    }

    private Map<Detail, String> details(JsonParser json) {
        var details = new EnumMap<Detail, String>(Detail.class);
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var detail = Detail.valueOf(json.currentName());
            json.nextToken();
            details.put(detail, detail == Detail.NARRATIVE ? json.getString() : word(json));
        }
        return details;
    }

    private List<Source> sources(JsonParser json) {
        var sources = new ArrayList<Source>(1);
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            var file = word(json);
            json.nextToken();
            sources.add(new Source(file, json.getString()));
        }
        return sources;
    }

    private static PartialDate date(JsonParser json) {
        var iso = json.getString();
        return PartialDate.parse(iso).orElseThrow(() -> new IllegalStateException("a stored date does not read back"));
    }

    private String word(JsonParser json) {
        var read = json.getString();
        var known = words.putIfAbsent(read, read);
        return known == null ? read : known;
    }
}
