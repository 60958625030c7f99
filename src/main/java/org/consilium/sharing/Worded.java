package org.consilium.sharing;

import java.util.List;
import org.consilium.clinical.Code;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;

/** A part of a document in words, for paper and for the narrative of a FHIR resource alike. */
record Worded(String id, Message title, List<Block> blocks) {
    Worded {
        blocks = List.copyOf(blocks);
    }

    /** What belongs together, with a heading of its own or without. */
    record Block(@Nullable Message heading, List<Line> lines) {
        Block {
            lines = List.copyOf(lines);
        }
    }

    /** One thing that is said, with or without what it answers. */
    record Line(@Nullable Message label, Message words) {}

    /** A code as it is read out: its words, if any, then the code and the last word of its system. */
    static String code(Code code) {
        var system = code.system().replaceAll("/+$", "").replaceAll("^.*[/:]", "");
        var display = code.display();
        var bare = code.code() + " (" + system + ")";
        return display == null || display.isBlank() ? bare : display + " " + bare;
    }

    static Message asWritten(String words) {
        return Message.of("decision.asWritten", words);
    }
}
