package org.consilium.records.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jspecify.annotations.Nullable;

/** What was typed into the fields of a form, and onto a page, where it stands. */
final class Fields {
    private static final int MOST = 2_000;
    private static final int LONGEST = 20_000;
    private static final float LINE = 9;
    private static final int DEEPEST = 8;

    private Fields() {}

    static List<Word> of(PDPage page) {
        var words = new ArrayList<Word>();
        try {
            for (var annotation : page.getAnnotations()) {
                if (words.size() > MOST) {
                    break;
                }
                add(annotation, page, words);
            }
        } catch (IOException | RuntimeException damaged) {
            return words;
        }
        return words;
    }

    private static void add(PDAnnotation annotation, PDPage page, List<Word> words) {
        var text = switch (String.valueOf(annotation.getSubtype())) {
            case "Widget" -> value(annotation.getCOSObject());
            case "FreeText" -> annotation.getContents();
            default -> null;
        };
        var box = annotation.getRectangle();
        if (text == null || text.isBlank() || box == null || page.getRotation() != 0) {
            return;
        }
        var paper = page.getCropBox();
        var left = box.getLowerLeftX() - paper.getLowerLeftX();
        var top = paper.getUpperRightY() - box.getUpperRightY();
        var lines = (text.length() > LONGEST ? text.substring(0, LONGEST) : text)
                .strip()
                .split("[\\r\\n]+");
        var single = lines.length == 1;
        for (var index = 0; index < lines.length; index++) {
            var middle = single ? top + box.getHeight() / 2 : top + LINE * (index + 0.5f);
            var line = Letters.plain(lines[index]).strip();
            if (!line.isEmpty()) {
                words.add(new Word(
                        line,
                        left,
                        box.getUpperRightX() - paper.getLowerLeftX(),
                        middle - LINE / 2,
                        middle + LINE / 2,
                        true));
            }
        }
    }

    /** The value of a field of words; its name and value may stand with a parent. */
    private static @Nullable String value(COSDictionary field) {
        COSDictionary at = field;
        for (var step = 0; at != null && step < DEEPEST; step++) {
            var kind = at.getCOSName(COSName.FT);
            if (kind != null && !kind.equals(COSName.TX) && !kind.equals(COSName.CH)) {
                return null;
            }
            var value = at.getDictionaryObject(COSName.V);
            if (value instanceof COSString words) {
                return words.getString();
            }
            if (value instanceof COSStream stream) {
                return stream.getLength() > LONGEST ? null : stream.toTextString();
            }
            at = at.getCOSDictionary(COSName.PARENT);
        }
        return null;
    }
}
