package org.consilium.records.dicom;

import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A data set in the DICOM JSON Model (PS3.18 section F.2). Values that were left in the file are left out here too. */
final class DicomJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> NAME_GROUPS = List.of("Alphabetic", "Ideographic", "Phonetic");

    private DicomJson() {}

    static ObjectNode of(Dataset dataset) {
        var json = JSON.createObjectNode();
        for (var element : dataset.elements()) {
            var attribute = json.putObject("%08X".formatted(element.tag()))
                    .put("vr", element.vr().name());
            switch (element) {
                case Element.Value value when value.bytes().length > 0 -> value(attribute, dataset, value);
                case Element.Items items
                when !items.items().isEmpty() -> {
                    var values = attribute.putArray("Value");
                    items.items().forEach(item -> values.add(of(item)));
                }
                case Element.Value none -> {}
                case Element.Items none -> {}
                case Element.Bulk leftOut -> {}
            }
        }
        return json;
    }

    private static void value(ObjectNode attribute, Dataset dataset, Element.Value value) {
        switch (value.vr().form()) {
            case BYTES -> attribute.put("InlineBinary", Base64.getEncoder().encodeToString(value.bytes()));
            case TAGS -> {
                var values = attribute.putArray("Value");
                dataset.numbers(value).forEach(tag -> values.add("%08X".formatted(tag.intValue())));
            }
            case SIGNED, UNSIGNED, FLOAT -> {
                var values = attribute.putArray("Value");
                dataset.numbers(value).forEach(number -> number(values, number.toString()));
            }
            case TEXT, WORDS, PROSE, ITEMS -> {
                var values = attribute.putArray("Value");
                dataset.strings(value.tag()).forEach(text -> text(values, value.vr(), text));
            }
        }
    }

    private static void text(ArrayNode values, Vr vr, String text) {
        if (text.isEmpty()) {
            values.addNull();
        } else if (vr == Vr.PN) {
            var name = values.addObject();
            var groups = text.split("=", -1);
            for (var index = 0; index < Math.min(groups.length, NAME_GROUPS.size()); index++) {
                if (!groups[index].isEmpty()) {
                    name.put(NAME_GROUPS.get(index), groups[index]);
                }
            }
        } else if (vr == Vr.DS || vr == Vr.IS) {
            number(values, text);
        } else {
            values.add(text);
        }
    }

    /** What is no number stays as it is written; JSON has no infinity. */
    private static void number(ArrayNode values, String written) {
        if (written.length() <= 40 && written.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
            values.add(new java.math.BigDecimal(written));
        } else {
            values.add(written);
        }
    }
}
