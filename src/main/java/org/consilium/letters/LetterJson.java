package org.consilium.letters;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A reading as JSON: for keeping it, and for other programs. */
public final class LetterJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LetterJson() {}

    static byte[] write(LetterReading reading) {
        return MAPPER.writeValueAsBytes(reading);
    }

    static LetterReading read(byte[] json) {
        return MAPPER.readValue(json, LetterReading.class);
    }

    /**
     * {@code {"fields": [{"path", "value", "codes"?, "confidence", "sentence", "at", "start", "end"}]}}; places count the
     * characters of the letter's text, which is not part of it.
     */
    public static String fields(LetterReading reading) {
        var root = MAPPER.createObjectNode();
        var fields = root.putArray("fields");
        for (var proposal : reading.proposals()) {
            var field = fields.addObject();
            field.put("path", proposal.path());
            field.put("value", proposal.value());
            codes(proposal, field);
            field.put("confidence", word(proposal.confidence()));
            field.put("sentence", reading.sentence(proposal));
            field.put("at", proposal.at());
            field.put("start", proposal.start());
            field.put("end", proposal.end());
        }
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void codes(Proposal proposal, ObjectNode field) {
        if (proposal.codes().isEmpty()) {
            return;
        }
        var codes = field.putArray("codes");
        for (var code : proposal.codes()) {
            var each = codes.addObject();
            each.put("system", code.system());
            each.put("code", code.code());
            if (code.display() != null) {
                each.put("display", code.display());
            }
        }
    }

    private static String word(Confidence confidence) {
        return switch (confidence) {
            case SAID -> "said";
            case IMPLIED -> "implied";
            case UNSURE -> "unsure";
        };
    }
}
