package org.consilium.records.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.consilium.records.words.Proposals;

/** A document for people: kept with its words, so that they can be found and read. */
public final class Written {
    /** As many characters of one document are carried along. */
    public static final int LONGEST = 200_000;

    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\p{Cs}|[\\u202a-\\u202e\\u2066-\\u2069]");
    private static final Pattern GAPS = Pattern.compile("\\n[ \\t\\u00a0]*\\n(?:[ \\t\\u00a0]*\\n)+");

    private Written() {}

    /**
     * The reading of a document with these words. What they say of results, diagnoses and medicines is proposed for the person to
     * confirm; a document that says nothing of the kind is kept.
     *
     * @param warnings what more there is to say
     */
    public static Reading of(Content content, String words, List<Message> warnings) {
        var clean = clean(words);
        var carried = clean.length() > LONGEST ? cut(clean) : clean;
        var found = Proposals.of(content.label(), content.asDocument().text(), carried);
        var says = !found.proposals().isEmpty();
        var problems = new ArrayList<Problem>();
        if (!says) {
            problems.add(new Problem(Severity.WARNING, Message.of("records.kept.text"), ""));
        }
        warnings.forEach(warning -> problems.add(new Problem(Severity.WARNING, warning, "")));
        if (clean.length() > LONGEST) {
            problems.add(new Problem(Severity.INFORMATION, Message.of("archive.text.long"), ""));
        }
        var document = document(content, clean);
        if (!says) {
            return new Reading(Format.TEXT, Status.KEPT, List.of(document), problems, null);
        }
        var facts = new ArrayList<Fact>();
        facts.add(titled(found.document(), document));
        facts.addAll(found.proposals());
        return new Reading(
                Format.TEXT, warnings.isEmpty() ? Status.READ : Status.PARTLY, facts, problems, found.patient());
    }

    /** The document as it was understood, with its words as they were written. */
    private static Fact titled(Fact understood, Fact written) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.putAll(understood.details());
        details.putAll(written.details());
        return new Fact(
                understood.kind(),
                understood.codes(),
                understood.text(),
                understood.date(),
                understood.end(),
                understood.status(),
                understood.value(),
                details,
                understood.sources());
    }

    /** The document as a fact, with its words. */
    static Fact document(Content content, String clean) {
        var document = content.asDocument();
        if (clean.isBlank()) {
            return document;
        }
        var narrative = clean.length() > LONGEST ? cut(clean) : clean;
        return new Fact(
                document.kind(),
                document.codes(),
                document.text(),
                null,
                null,
                document.status(),
                null,
                Map.of(Detail.NARRATIVE, narrative),
                document.sources());
    }

    private static String cut(String text) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /** Without characters that are not seen, and without long gaps. */
    static String clean(String words) {
        var lines = words.replace("\r\n", "\n").replace('\r', '\n').replace('\u2028', '\n');
        return GAPS.matcher(UNSEEN.matcher(lines).replaceAll(""))
                .replaceAll("\n\n")
                .strip();
    }
}
