package org.consilium.sharing;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Gives a document its day and its identity, so that the same content gives the same file. */
final class Dated {
    private static final Pattern CREATED = Pattern.compile("(<xmp:CreateDate>)[^<]*(</xmp:CreateDate>)");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'");

    private Dated() {}

    static void stamp(PDDocument document, LocalDate on, String made) throws IOException {
        var day = on.atStartOfDay(ZoneOffset.UTC);
        var calendar = GregorianCalendar.from(day);
        document.getDocumentInformation().setCreationDate(calendar);
        document.getDocumentInformation().setModificationDate(null);
        document.setDocumentId(new BigInteger(made.substring(0, 15), 16).longValueExact());
        var metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null) {
            throw new IllegalStateException("a PDF/A file describes itself");
        }
        var description = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        var dated = CREATED.matcher(description)
                .replaceFirst("$1" + day.toOffsetDateTime().format(SECONDS) + "$2");
        metadata.importXMPMetadata(dated.getBytes(StandardCharsets.UTF_8));
    }
}
