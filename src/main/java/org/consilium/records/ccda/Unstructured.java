package org.consilium.records.ccda;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.language.Message;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;

/**
 * A body that is not XML (C-CDA Unstructured Document): plain text becomes narrative, anything else is a file of its own.
 *
 * @param fact the body as a document
 * @param problem what there is to say about it
 * @param attached the element that holds another file
 */
record Unstructured(Optional<Fact> fact, Optional<Problem> problem, Optional<Element> attached) {
    private static final Set<String> WORDS = Set.of("text/plain", "text/csv");

    static Unstructured read(Element body, Element root, String file) {
        var section = new Section(root, SectionKind.OTHER, new Narrative(null), file);
        var text = body.first("text");
        var type = text.flatMap(each -> each.attribute("mediaType"))
                .map(each -> each.toLowerCase(Locale.ROOT))
                .orElse("text/plain");
        var attached = text.filter(each -> isFile(each, type));
        var words = attached.isPresent() ? Optional.<String>empty() : text.flatMap(Unstructured::plain);
        var code = Concept.of(root.first("code"), section);
        var fact = Draft.of(FactKind.DOCUMENT)
                .codes(code.codes())
                .named(root.first("title").map(Element::text), code.name(), Optional.of(type))
                .when(new Span(new Header(root, file).written().orElse(null), null, false))
                .status("current")
                .detail(Detail.CATEGORY, type)
                .detail(Detail.NARRATIVE, words)
                .at(section.at(body));
        return new Unstructured(
                fact, attached.isPresent() ? Optional.empty() : Optional.of(problem(words, body.path())), attached);
    }

    private static boolean isFile(Element text, String type) {
        if (text.has("representation", "B64")) {
            return !WORDS.contains(type) || text.attribute("compression").isPresent();
        }
        return !WORDS.contains(type)
                && text.elements().isEmpty()
                && !text.text().isEmpty();
    }

    private static Problem problem(Optional<String> words, String at) {
        return words.isPresent()
                ? new Problem(Severity.INFORMATION, Message.of("ccda.body.text"), at)
                : new Problem(Severity.WARNING, Message.of("ccda.body.elsewhere"), at);
    }

    private static Optional<String> plain(Element text) {
        var own = text.has("representation", "B64") ? decoded(text.text()) : Optional.of(Narrative.plain(text));
        return own.map(String::strip)
                .filter(words -> !words.isEmpty())
                .map(words -> words.length() > Narrative.MOST_CHARACTERS
                        ? words.substring(0, Narrative.MOST_CHARACTERS)
                        : words);
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }
}
