package org.consilium.sharing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.requests.Letter;
import org.w3c.dom.Document;

/** A letter for records as a PDF to print, sign and send, like {@link SummaryPdf}. */
public final class LetterPdf {
    private LetterPdf() {}

    /** Writes the file and leaves the stream open; what cannot be printed is marked. */
    public static void write(Letter letter, Messages messages, OutputStream out) throws IOException {
        Printing.write(sheet(letter, messages), letter.on(), made(letter, messages), out);
    }

    private static Document sheet(Letter letter, Messages messages) {
        var paper = new Paper(messages, Letters.builtIn());
        var html = paper.root("html");
        html.setAttribute("lang", messages.locale().getLanguage());
        var head = paper.add(html, "head");
        paper.add(head, "title", Message.of("requests.letter.title"));
        for (var name : new String[] {"subject", "description"}) {
            var meta = paper.add(head, "meta");
            meta.setAttribute("name", name);
            meta.setAttribute("content", messages.say("requests.letter.title"));
        }
        paper.add(head, "style").setTextContent(Printing.style());
        var body = paper.add(html, "body");
        paper.add(body, "p", Message.of("sharing.day", letter.on()));
        paper.add(body, "p", "strong", letter.to());
        paper.add(body, "h1", Message.of("requests.letter.title"));
        letter.opening().forEach(line -> paper.add(body, "p", line));
        paper.add(body, "h2", Message.of("requests.letter.please"));
        var list = paper.add(body, "ol");
        letter.items().forEach(line -> paper.add(list, "li", line));
        letter.closing().forEach(line -> paper.paragraphs(body, messages.say(line)));
        paper.add(body, "p", Message.of("requests.letter.sign"));
        return paper.document();
    }

    private static String made(Letter letter, Messages messages) {
        try {
            var words = letter + "|" + messages.locale();
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
