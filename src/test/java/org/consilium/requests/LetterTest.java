package org.consilium.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.language.Messages;
import org.consilium.triage.Assessment.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a letter says. */
class LetterTest {
    private static final Messages SPANISH = Messages.in(Locale.of("es"));

    @Test
    void imagesAreAskedForAsFilesAndTheKnownReportIsNamed() {
        assertThat(words(Samples.images(), Messages.english()))
                .contains(
                        "To: Harbor Clinic, Imaging department",
                        "My name is Ana Prueba. I was born on 1970-02-03.",
                        "the image files in full (DICOM), every series",
                        "The report alone is not enough.",
                        "(I have the report of March 5, 2026.)",
                        "45 CFR 164.524",
                        "within 30 days",
                        "Please send them to me: 1 Main Street");
    }

    @Test
    void inSpanishEverythingIsSpanish() {
        assertThat(words(Samples.images(), SPANISH))
                .contains("Departamento de imágenes", "todas las series", "5 de marzo de 2026", "en los 30 días")
                .doesNotContain("Please");
    }

    @ParameterizedTest
    @CsvSource({
        "RC02-SLIDES,the glass slides",
        "RC02-PATH,the full text",
        "CORE-OPNOTE,the full note of each operation",
        "CORE-LAB,its unit and its usual range",
        "CORE-MEDS,each name and dose",
        "CORE-DISCHARGE,the whole document",
        "RC02-SCOPE,the full report"
    })
    void eachThingIsAskedForExactly(String item, String words) {
        var details = Samples.details(Department.RECORDS, new Wanted(item, Presence.MISSING, "", null, ""));

        assertThat(words(details, Messages.english())).contains(words);
    }

    @Test
    void anOldTestAsksForTheNewest() {
        var details = Samples.details(
                Department.RECORDS, new Wanted("RC02-CEA", Presence.OUTDATED, "CEA", "2025-01", "Harbor Clinic"));

        assertThat(words(details, Messages.english()))
                .contains("(The one I have is of 2025-01. Please send the newest.)");
    }

    @Test
    void tissueIsPackedSafely() {
        var details = Samples.details(Department.PATHOLOGY, new Wanted("RC02-SLIDES", Presence.MISSING, "", null, ""));

        assertThat(words(details, Messages.english())).contains("pack slides safely");
        assertThat(words(Samples.images(), Messages.english())).doesNotContain("pack slides");
    }

    @Test
    void whatIsNotFilledInIsLeftToWriteByHandAndUnknownThingsAreLeftOut() {
        var blank = new Details(
                "",
                Department.RECORDS,
                java.util.List.of(new Wanted("GONE-ITEM", Presence.MISSING, "", null, "")),
                "AR-GONE",
                "",
                "",
                "",
                "",
                "Dr. Second, 2 Side Street",
                LocalDate.of(2026, 4, 2),
                "en");

        assertThat(Letter.of(blank, Samples.KNOWLEDGE, Samples.TODAY).items()).isEmpty();
        assertThat(words(blank, Messages.english()))
                .contains("To: " + Letter.BLANK)
                .contains("Please send them to this doctor: Dr. Second")
                .contains("I need them by April 2, 2026")
                .doesNotContain("45 CFR");
    }

    private static String words(Details details, Messages messages) {
        var letter = Letter.of(details, Samples.KNOWLEDGE, Samples.TODAY);
        return Stream.of(
                        Stream.of(letter.to()),
                        letter.opening().stream(),
                        letter.items().stream(),
                        letter.closing().stream())
                .flatMap(lines -> lines)
                .map(messages::say)
                .collect(Collectors.joining("\n"));
    }
}
