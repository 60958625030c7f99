package org.consilium.records.fhir;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.records.BoundedXml;
import org.consilium.records.Content;
import org.consilium.records.Parts;
import org.consilium.records.Reading;
import org.jspecify.annotations.Nullable;

/** Files inside of resources: their words, or, when they are more than words, the files themselves, read like any other. */
final class Attachments {
    /** A file to be read once it is certain that its resource is. */
    static final class Attached {
        private final String at;
        private final String name;
        private final byte[] bytes;

        Attached(String at, String name, byte[] bytes) {
            this.at = at;
            this.name = name;
            this.bytes = bytes;
        }
    }

    /** Where an attachment stands. */
    private record Found(Element attachment, String at) {}

    private static final int SEARCHED = 4_096;
    private static final int DEEPEST = 12;

    private final Content content;
    private final List<Reading> readings = new ArrayList<>();

    Attachments(Content content) {
        this.content = content;
    }

    List<Reading> readings() {
        return readings;
    }

    /** Reads these files and empties the list. */
    void read(List<Attached> attached) {
        for (var file : attached) {
            try (var bytes = new ByteArrayInputStream(file.bytes)) {
                readings.add(Parts.read(content, file.at, file.name, bytes));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        attached.clear();
    }

    /** How many characters of encoded files are in a resource, about. */
    static long size(Element resource) {
        return size(resource, 0);
    }

    private static long size(Element element, int depth) {
        var data = element.child("data").raw();
        var total = data == null ? 0L : data.length();
        if (depth == 0) {
            var formerly = element.child("content").raw();
            total += formerly == null ? 0 : formerly.length();
        }
        for (var name :
                depth > 2 ? List.<String>of() : List.of("content", "attachment", "presentedForm", "contained")) {
            for (var child : element.children(name)) {
                total += size(child, depth + 1);
            }
        }
        return total;
    }

    /**
     * The words of an attachment that holds only words. One that is a file of its own is handed on to be read by itself; one
     * that is elsewhere, or cannot be decoded, is counted, so that the person hears of it.
     *
     * @param at the FHIRPath of the attachment
     * @param title what to call it when it has no title itself
     */
    static @Nullable String words(Place place, Element attachment, String at, @Nullable String title) {
        if (!hasData(attachment)) {
            return elsewhere(place, attachment, at, title);
        }
        var contentType = attachment.string("contentType");
        var data = data(attachment);
        var bytes = data == null || data.indexOf(BoundedXml.CUT) >= 0 ? null : Texts.decoded(data);
        if (bytes == null || bytes.length == 0) {
            place.harvest().countAttachment(contentType, at);
            return null;
        }
        if (isWords(contentType, bytes)) {
            return Texts.ofAttachment(contentType, bytes);
        }
        place.harvest().attach(new Attached(at, name(attachment, title, at), bytes));
        return null;
    }

    private static String name(Element attachment, @Nullable String title, String at) {
        var own = attachment.string("title");
        var known = own != null ? own : title != null ? title : attachment.string("contentType");
        return known == null ? at : Texts.bounded(known, Texts.LONGEST_NAME);
    }

    private static boolean hasData(Element attachment) {
        return data(attachment) != null || attachment.has("dataLeftOut");
    }

    /** The base64; STU3 wrote that of a Binary as {@code content}. */
    private static @Nullable String data(Element attachment) {
        var data = attachment.child("data").raw();
        return data != null || !attachment.type().equals("Binary")
                ? data
                : attachment.child("content").raw();
    }

    /** An attachment that names a Binary of the same file, or something that is not in it. */
    private static @Nullable String elsewhere(Place place, Element attachment, String at, @Nullable String title) {
        var url = attachment.string("url");
        if (url == null) {
            return null;
        }
        if (url.startsWith("data:")) {
            return ofDataUrl(place, url, at, title);
        }
        var file = place.harvest().references().file(url, place);
        if (file == null || !hasData(file.resource())) {
            place.harvest().countLink(at);
            return null;
        }
        var called = attachment.string("title");
        return words(place, file.resource(), file.at(), called == null ? title : called);
    }

    private static @Nullable String ofDataUrl(Place place, String url, String at, @Nullable String title) {
        var comma = url.indexOf(',');
        if (comma < 0 || !url.substring(0, comma).endsWith(";base64")) {
            place.harvest().countAttachment(null, at);
            return null;
        }
        var growing = new Element.Growing();
        growing.add("contentType", Element.ofValue(url.substring("data:".length(), comma - ";base64".length())));
        growing.add("data", Element.ofValue(url.substring(comma + 1)));
        return words(place, growing.done(null), at, title);
    }

    /** True for plain text and web pages; false for what another reader understands better, whatever it is called. */
    private static boolean isWords(@Nullable String contentType, byte[] bytes) {
        if (!Texts.isText(contentType)) {
            return false;
        }
        var start = new String(bytes, 0, Math.min(bytes.length, SEARCHED), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^[\\s\u00ef\u00bb\u00bf\u00ff\u00fe]+", "");
        return !(start.contains("<ClinicalDocument")
                || start.contains(":ClinicalDocument")
                || start.contains("http://hl7.org/fhir\"")
                || start.startsWith("{\\rtf")
                || start.startsWith("%PDF")
                || start.startsWith("PK\3\4")
                || start.startsWith("MSH|")
                || (start.startsWith("{") && start.contains("\"resourceType\"")));
    }

    /** All attachments anywhere in a resource of a type that has no reading of its own. */
    static void anywhere(Place place) {
        var found = new ArrayList<Found>();
        collect(place.resource(), place.at(), 0, found);
        for (var one : found) {
            words(place, one.attachment, one.at, null);
        }
    }

    private static void collect(Element element, String at, int depth, List<Found> found) {
        if (depth > DEEPEST) {
            return;
        }
        for (var child : element.all()) {
            var all = child.getValue();
            for (var index = 0; index < all.size(); index++) {
                var one = all.get(index);
                var place = at + "." + child.getKey() + (all.size() > 1 ? "[" + index + "]" : "");
                if (one.has("contentType") && (hasData(one) || one.has("url"))) {
                    found.add(new Found(one, place));
                } else if (!child.getKey().toLowerCase(Locale.ROOT).equals("contained")) {
                    collect(one, place, depth + 1, found);
                }
            }
        }
    }
}
