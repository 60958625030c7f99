package org.consilium.records.pdf;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.consilium.records.pdf.Extract.Attached;
import org.jspecify.annotations.Nullable;

/** Takes out the files attached to a PDF, within bounds. */
final class Attachments {
    private static final int MOST_FILES = 200;
    private static final int MOST_NODES = 5_000;
    private static final long MOST_BYTES = 64L << 20;

    private final List<Attached> files = new ArrayList<>();
    private final java.util.Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private long left = MOST_BYTES;
    private boolean missed;

    List<Attached> files() {
        return files;
    }

    /** True when some were there that could not be taken out within the bounds. */
    boolean missed() {
        return missed;
    }

    /** The files that the document names. */
    void ofDocument(PDDocument document) throws IOException {
        var names = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.NAMES);
        var root = names == null ? null : names.getCOSDictionary(COSName.EMBEDDED_FILES);
        var waiting = new ArrayDeque<COSDictionary>();
        if (root != null) {
            waiting.add(root);
        }
        while (!waiting.isEmpty() && seen.size() < MOST_NODES) {
            var node = waiting.poll();
            if (!seen.add(node)) {
                continue;
            }
            each(node.getCOSArray(COSName.NAMES), this::add);
            each(node.getCOSArray(COSName.KIDS), waiting::add);
        }
    }

    /** The files pinned to a page. */
    void ofPage(PDPage page) throws IOException {
        var pins = page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray array ? array : null;
        each(pins, pin -> {
            if ("FileAttachment".equals(pin.getNameAsString(COSName.SUBTYPE))) {
                var file = pin.getCOSDictionary(COSName.FS);
                if (file != null) {
                    add(file);
                }
            }
        });
    }

    private interface Taking {
        void take(COSDictionary each) throws IOException;
    }

    private static void each(@Nullable COSArray array, Taking taking) throws IOException {
        for (var index = 0; array != null && index < Math.min(array.size(), MOST_NODES); index++) {
            if (array.getObject(index) instanceof COSDictionary dictionary) {
                taking.take(dictionary);
            }
        }
    }

    private void add(COSDictionary file) throws IOException {
        var embedded = file.getCOSDictionary(COSName.EF);
        if (embedded == null || !seen.add(file)) {
            return;
        }
        var stream = embedded.getDictionaryObject(COSName.UF) instanceof COSStream unicode
                ? unicode
                : embedded.getDictionaryObject(COSName.F);
        if (!(stream instanceof COSStream bytes) || !seen.add(bytes)) {
            return;
        }
        if (files.size() >= MOST_FILES || Streams.isLargerThan(bytes, left)) {
            missed = true;
            return;
        }
        try (var in = bytes.createInputStream()) {
            var taken = in.readNBytes((int) Math.min(left, Integer.MAX_VALUE - 16));
            left -= taken.length;
            files.add(new Attached(name(file), taken));
        } catch (IOException damaged) {
            missed = true;
        }
    }

    private String name(COSDictionary file) {
        var name = file.getString(COSName.UF, file.getString(COSName.F, ""));
        var clean = name.replaceAll("\\p{Cntrl}|\\p{Cs}", "").strip();
        return clean.isEmpty() ? "attachment " + (files.size() + 1) : clean;
    }
}
