package org.consilium.records.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** Tells whether a PDF would run a script or start something. Nothing of it is run here: it is only said. */
final class Programs {
    private static final int MOST = 20_000;
    private static final Set<String> ACTIONS =
            Set.of("JavaScript", "Launch", "ImportData", "SubmitForm", "GoToE", "Rendition", "RichMediaExecute");
    private static final COSName JS = COSName.getPDFName("JS");

    private Programs() {}

    static boolean inDocument(PDDocument document) {
        var catalog = document.getDocumentCatalog().getCOSObject();
        var names = catalog.getCOSDictionary(COSName.NAMES);
        if (names != null && names.containsKey(COSName.JAVA_SCRIPT)) {
            return true;
        }
        return acts(catalog.getDictionaryObject(COSName.OPEN_ACTION))
                || acts(catalog.getDictionaryObject(COSName.AA))
                || acts(catalog.getDictionaryObject(COSName.ACRO_FORM));
    }

    static boolean onPage(PDPage page) {
        return acts(page.getCOSObject().getDictionaryObject(COSName.AA))
                || acts(page.getCOSObject().getDictionaryObject(COSName.ANNOTS));
    }

    /** Follows what hangs below, but not back to pages. */
    private static boolean acts(COSBase start) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<COSBase, Boolean>());
        var waiting = new ArrayDeque<COSBase>();
        if (start != null) {
            waiting.add(start);
        }
        while (!waiting.isEmpty() && seen.size() < MOST) {
            var next = waiting.poll();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof COSDictionary dictionary) {
                if (ACTIONS.contains(String.valueOf(dictionary.getNameAsString(COSName.S)))
                        || dictionary.containsKey(JS)) {
                    return true;
                }
                dictionary.keySet().stream()
                        .filter(key -> !key.equals(COSName.P)
                                && !key.equals(COSName.PARENT)
                                && !key.equals(COSName.AP)
                                && !key.equals(COSName.D)
                                && !key.equals(COSName.DEST))
                        .map(dictionary::getDictionaryObject)
                        .filter(each -> each instanceof COSDictionary || each instanceof COSArray)
                        .forEach(waiting::add);
            } else if (next instanceof COSArray array) {
                for (var index = 0; index < array.size(); index++) {
                    var each = array.getObject(index);
                    if (each instanceof COSDictionary || each instanceof COSArray) {
                        waiting.add(each);
                    }
                }
            }
        }
        return false;
    }
}
