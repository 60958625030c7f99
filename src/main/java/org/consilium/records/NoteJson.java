package org.consilium.records;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.consilium.clinical.Fact;
import org.consilium.clinical.Source;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form in which the acts of notes are stored: what is written is read back equal. */
final class NoteJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private NoteJson() {}

    /** The word of the act, as the database has it. */
    static String word(Note.Act act) {
        return switch (act) {
            case Note.Act.Correct correct -> "correct";
            case Note.Act.Hide hide -> "hide";
            case Note.Act.Annotate annotate -> "annotate";
            case Note.Act.Add add -> "add";
            case Note.Act.Confirm confirm -> "confirm";
            case Note.Act.Reject reject -> "reject";
            case Note.Act.Undo undo -> "undo";
        };
    }

    static byte[] write(Note.Act act) {
        var json = JSON.createObjectNode();
        json.put("fact", act.about());
        var original = act.original();
        if (original != null) {
            json.set("before", tree(original));
        }
        var now = switch (act) {
            case Note.Act.Correct correct -> correct.now();
            case Note.Act.Add add -> add.now();
            case Note.Act.Confirm confirm -> confirm.now();
            case Note.Act.Hide hide -> null;
            case Note.Act.Annotate annotate -> null;
            case Note.Act.Reject reject -> null;
            case Note.Act.Undo undo -> null;
        };
        if (now != null) {
            json.set("now", tree(plain(now)));
        }
        if (act instanceof Note.Act.Annotate annotate) {
            json.put("words", annotate.words());
        }
        if (act instanceof Note.Act.Undo undo) {
            json.put("note", undo.note().toString());
        }
        return JSON.writeValueAsBytes(json);
    }

    static Note.Act read(String word, byte[] bytes) {
        var json = JSON.readTree(bytes);
        return switch (word) {
            case "correct" -> new Note.Act.Correct(key(json), before(json), Objects.requireNonNull(now(json)));
            case "hide" -> new Note.Act.Hide(key(json), before(json));
            case "annotate" ->
                new Note.Act.Annotate(
                        key(json), before(json), json.path("words").stringValue());
            case "add" -> new Note.Act.Add(Objects.requireNonNull(now(json)));
            case "confirm" -> new Note.Act.Confirm(key(json), before(json), now(json));
            case "reject" -> new Note.Act.Reject(key(json), before(json));
            case "undo" -> new Note.Act.Undo(UUID.fromString(json.path("note").stringValue()));
            default -> throw new IllegalStateException("no such note: " + word);
        };
    }

    private static String key(JsonNode json) {
        return json.path("fact").stringValue();
    }

    private static Fact before(JsonNode json) {
        return fact(json.path("before"));
    }

    private static @Nullable ByHand now(JsonNode json) {
        if (!json.has("now")) {
            return null;
        }
        var fact = fact(json.path("now"));
        return new ByHand(fact.kind(), fact.text(), fact.date(), fact.value());
    }

    private static Fact plain(ByHand now) {
        return new Fact(
                now.kind(),
                List.of(),
                now.text(),
                now.date(),
                null,
                ByHand.status(now.kind()),
                now.value(),
                Map.of(),
                List.of(new Source(ByHand.FILE, "")));
    }

    private static JsonNode tree(Fact fact) {
        var out = new ByteArrayOutputStream();
        FactJson.write(List.of(fact), out);
        return JSON.readTree(out.toByteArray());
    }

    private static Fact fact(JsonNode tree) {
        return FactJson.read(new ByteArrayInputStream(JSON.writeValueAsBytes(tree)))
                .getFirst();
    }
}
