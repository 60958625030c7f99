package org.consilium.sharing;

import java.util.List;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import tools.jackson.databind.node.ObjectNode;

/** Words as the XHTML of a FHIR narrative: what people wrote can only become text in it, never markup. */
final class FhirNarrative {
    private final StringBuilder out = new StringBuilder();
    private final Messages messages;

    private FhirNarrative(Messages messages) {
        this.messages = messages;
    }

    /** Sets the narrative of a resource or a section. */
    static void put(ObjectNode element, List<Worded.Block> blocks, Messages messages) {
        var text = element.putObject("text");
        text.put("status", "generated");
        text.put("div", new FhirNarrative(messages).div(blocks));
    }

    private String div(List<Worded.Block> blocks) {
        var language = messages.locale().getLanguage();
        out.append("<div xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(language)
                .append("\" xml:lang=\"")
                .append(language)
                .append("\">");
        for (var block : blocks) {
            var heading = block.heading();
            if (heading != null) {
                element("p", () -> element("b", () -> words(heading)));
            }
            if (!block.lines().isEmpty()) {
                element("ul", () -> block.lines().forEach(line -> element("li", () -> line(line))));
            }
        }
        return out.append("</div>").toString();
    }

    private void line(Worded.Line line) {
        if (line.label() != null) {
            words(line.label());
            out.append(": ");
        }
        words(line.words());
    }

    private void element(String name, Runnable content) {
        out.append('<').append(name).append('>');
        content.run();
        out.append("</").append(name).append('>');
    }

    /** A narrative is never without words: for none stands a dash. */
    private void words(Message message) {
        var words = messages.say(message);
        (words.codePoints().allMatch(FhirDetails::isSpace) ? "–" : words)
                .codePoints()
                .forEach(this::letter);
    }

    private void letter(int sign) {
        switch (sign) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\n' -> out.append("<br/>");
            default -> out.appendCodePoint(FhirDetails.isXml(sign) ? sign : '\uFFFD');
        }
    }
}
