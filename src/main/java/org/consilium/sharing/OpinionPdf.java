package org.consilium.sharing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.opinions.OpinionJson;
import org.consilium.opinions.OpinionSignature;
import org.consilium.opinions.PeerCheck;

/** One opinion as a PDF to read, keep and hand on, like {@link SummaryPdf}. */
public final class OpinionPdf {
    private OpinionPdf() {}

    /**
     * Writes the file and leaves the stream open; what cannot be printed is marked. Labels are in the language of the messages,
     * what the doctor wrote stands as it was written. The same opinion in the same language gives the same bytes.
     *
     * @param checks what second reviewers said of it
     * @throws IllegalArgumentException when the opinion is not whole
     */
    public static void write(Draft whole, List<PeerCheck> checks, Messages messages, OutputStream out)
            throws IOException {
        if (!(whole.finish() instanceof OpinionJson.Reading.Parsed(var opinion))) {
            throw new IllegalArgumentException("only a whole opinion is printed");
        }
        var made = OpinionSignature.hash(whole);
        var sheet = OpinionSheet.of(opinion, OpinionInWords.signature(whole, checks), made, messages);
        Printing.write(sheet, opinion.date(), made, out);
    }
}
