package org.consilium.records.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Reading;
import org.consilium.records.text.Written;
import org.consilium.records.text.WrittenXml;

/** A document of a word processor, which is a ZIP file inside: its words, in their order. */
final class Office {
    private static final int LARGEST = 64 << 20;
    private static final Pattern WORDS = Pattern.compile(
            "word/(header\\d*|document|footnotes|endnotes|comments|footer\\d*)\\.xml|content\\.xml|styles\\.xml");

    private Office() {}

    private record Piece(int order, String name, String words) {}

    static Reading read(Content content, Container container) throws IOException {
        var pieces = new ArrayList<Piece>();
        var whole = true;
        for (var file = container.next(); file != null; file = container.next()) {
            var path = Names.clean(file.name());
            if (!file.plain() || !WORDS.matcher(path).matches()) {
                continue;
            }
            try (var bytes = Unpacked.open(file, content.unpacking())) {
                var words = WrittenXml.words(bytes.readNBytes(LARGEST));
                pieces.add(new Piece(order(path), path, words.text()));
                whole &= words.whole();
            } catch (IOException damaged) {
                whole = false;
            }
        }
        pieces.sort(java.util.Comparator.comparingInt(Piece::order).thenComparing(Piece::name));
        var text = String.join(
                "\n",
                pieces.stream()
                        .map(piece -> piece.words().strip())
                        .filter(words -> !words.isBlank())
                        .toList());
        return Written.of(content, text, whole ? List.of() : List.of(Message.of("archive.text.damaged")));
    }

    private static int order(String path) {
        if (path.contains("header") || path.equals("styles.xml")) {
            return 0;
        }
        return path.contains("document") || path.equals("content.xml") ? 1 : 2;
    }
}
