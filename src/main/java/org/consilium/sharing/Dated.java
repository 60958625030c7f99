package org.consilium.sharing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.consilium.decision.DecisionSummary;

/** Gives a document the day and the identity of its summary, so that the same summary gives the same file. */
final class Dated {
    private Dated() {}

    static void stamp(PDDocument document, DecisionSummary summary) throws IOException {
        var day = summary.on().atStartOfDay(ZoneOffset.UTC);
        var calendar = GregorianCalendar.from(day);
        document.getDocumentInformation().setCreationDate(calendar);
        document.getDocumentInformation().setModificationDate(calendar);
        document.setDocumentId(new BigInteger(summary.made().substring(0, 15), 16).longValueExact());
        var metadata = document.getDocumentCatalog().getMetadata();
        System.err.println(new String(metadata.toByteArray(), StandardCharsets.UTF_8));
    }
}
