package org.consilium.sharing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.consilium.decision.Samples;
import org.consilium.language.Messages;
import org.junit.jupiter.api.Test;

class SummaryPdfTest {
    @Test
    void tryOut() throws Exception {
        for (var lang : new String[] {"en", "es"}) {
            try (var out = Files.newOutputStream(Path.of("/tmp/dec/" + lang + ".pdf"))) {
                SummaryPdf.write(Samples.summary(), Messages.in(Locale.of(lang)), out);
            }
        }
    }
}
