package org.consilium.sharing;

import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A sheet being written, as a tree: what people wrote can only become text in it, never markup. */
final class Paper {
    private final Document document;
    private final Messages messages;
    private final Letters letters;
    private boolean missing;

    Paper(Messages messages, Letters letters) {
        this.document = empty();
        this.messages = messages;
        this.letters = letters;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Document document() {
        return document;
    }

    /** Whether some letters could not be printed so far. */
    boolean missesLetters() {
        return missing;
    }

    Element root(String name) {
        var root = document.createElement(name);
        document.appendChild(root);
        return root;
    }

    Element add(Element parent, String name) {
        var element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }

    Element add(Element parent, String name, String className) {
        var element = add(parent, name);
        element.setAttribute("class", className);
        return element;
    }

    Element add(Element parent, String name, Message words) {
        var element = add(parent, name);
        words(element, words);
        return element;
    }

    Element add(Element parent, String name, String className, Message words) {
        var element = add(parent, name, className);
        words(element, words);
        return element;
    }

    /** A heading cell of a table; {@code scope} is {@code row} or {@code col}. */
    Element head(Element row, String scope, Message words) {
        var cell = add(row, "th", words);
        cell.setAttribute("scope", scope);
        return cell;
    }

    void words(Element parent, Message message) {
        words(parent, messages.say(message));
    }

    /** Text on one line. */
    void words(Element parent, String text) {
        parent.appendChild(document.createTextNode(say(text).replace('\n', ' ')));
    }

    /** Text of a person, a paragraph for each of its lines. */
    void paragraphs(Element parent, String text) {
        say(text)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> add(parent, "p").appendChild(document.createTextNode(line.strip())));
    }

    /** One paragraph, or a list when there are more. */
    void lines(Element parent, List<Message> lines) {
        if (lines.size() == 1) {
            add(parent, "p", lines.getFirst());
            return;
        }
        var list = lines.isEmpty() ? parent : add(parent, "ul");
        lines.forEach(line -> add(list, "li", line));
    }

    String say(Message message) {
        return say(messages.say(message));
    }

    String say(String text) {
        var whole = text.length() <= Letters.LONGEST
                ? text
                : text.substring(0, Letters.LONGEST) + " " + messages.say("sharing.cut");
        var printable = letters.printable(whole);
        missing |= printable.contains(Letters.MISSING);
        return printable;
    }
}
