package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.letters.Forms;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A letter from its upload to an opinion, over HTTP and without script. */
class OpinionLetterPagesTest {
    private static final String LETTER = """
            Riverside Clinic

            Date: 4 March 2026

            Assessment
            Rotator cuff tear of the right shoulder. Possible adhesive capsulitis.

            Plan
            I recommend physical therapy for 12 weeks.
            I advise against a steroid injection.

            Dr. Helen Ward
            Orthopaedic surgeon
            """;
    private static final Pattern FIELD =
            Pattern.compile("id=\"field-(\\d+)\" tabindex=\"-1\">\\s*<h3[^>]*>([^<]*)</h3>");

    private Visitor me;
    private String home;

    @BeforeEach
    void aCase() throws Exception {
        me = Visitor.in(TestSite.shared());
        me.get("/");
        home = me.post("/cases", Map.of("title", "Letters")).uri().getPath();
    }

    private String letter(String text) throws Exception {
        me.get(home + "/opinions");
        return me.upload(home + "/letters", "letter", "letter.txt", text.getBytes(StandardCharsets.UTF_8))
                .uri()
                .getPath();
    }

    private String number(String page, String words) {
        return FIELD.matcher(page)
                .results()
                .filter(field -> field.group(2).contains(words))
                .map(field -> field.group(1))
                .findFirst()
                .orElseThrow();
    }

    private String say(String path, String words, String said, String value) throws Exception {
        var number = number(me.get(path).body(), words);
        return me.post(path + "/fields/" + number, Map.of("said", said, "value", value))
                .body();
    }

    @Test
    void aLetterIsShownWithEachFieldBesideItsSentence() throws Exception {
        var path = letter(LETTER);

        var page = me.get(path).body();

        assertThat(page)
                .contains("You have checked 0 of", "Rotator cuff tear of the right shoulder", "Found at: line 6")
                .containsPattern("<mark id=\"s\\d+\" tabindex=\"-1\">Rotator cuff tear of the right shoulder.</mark>")
                .containsPattern("<a href=\"#s\\d+\">Rotator cuff tear of the right shoulder.</a>");
        assertThat(me.get(home + "/compare").body()).doesNotContain("Helen Ward");
    }

    @Test
    void onlyWhatIsConfirmedOrCorrectedBecomesAnOpinion() throws Exception {
        var path = letter(LETTER);
        say(path, "Name of the doctor", "confirmed", "");
        say(path, "Date of the opinion", "confirmed", "");
        say(path, "Rotator cuff tear", "corrected", "Full tear of the rotator cuff");
        say(path, "adhesive capsulitis", "rejected", "");

        var opinion = me.post(path + "/finish", Map.of());

        assertThat(opinion.uri().getPath()).contains("/opinions/");
        assertThat(opinion.body())
                .contains("Helen Ward", "Full tear of the rotator cuff", "holds only what you confirmed")
                .doesNotContain("capsulitis")
                .doesNotContain("steroid")
                .doesNotContain("Orthopaedic surgeon");
    }

    @Test
    void whatIsMissingIsNamedAndLinked() throws Exception {
        var path = letter(LETTER);
        say(path, "Name of the doctor", "confirmed", "");
        say(path, "physical therapy", "confirmed", "");

        var refused = me.post(path + "/finish", Map.of());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("This is not a whole opinion yet")
                .containsPattern("<a href=\"#field-\\d+\">");
        assertThat(me.get(home + "/opinions").body()).contains("Letters you are checking", "letter.txt: 2 of");
    }

    @Test
    void aCorrectionThatTheFieldCannotTakeNamesTheField() throws Exception {
        var path = letter(LETTER);

        var blank = say(path, "Date of the opinion", "corrected", " ");
        var wrong = say(path, "Date of the opinion", "corrected", "next week");

        assertThat(blank).contains("Date of the opinion: write what is right");
        assertThat(wrong).contains("Date of the opinion: write the date as year, month and day");
        assertThat(me.get(path).body()).contains("You have checked 0 of");
    }

    @Test
    void theLastStepCanBeTakenBackAndTheSameFileGoesOnWhereItWasLeft() throws Exception {
        var path = letter(LETTER);
        say(path, "Name of the doctor", "confirmed", "");
        say(path, "Date of the opinion", "confirmed", "");

        me.post(path + "/undo", Map.of());

        assertThat(me.get(path).body()).contains("You have checked 1 of");
        assertThat(letter(LETTER)).isEqualTo(path);
        assertThat(me.get(path).body()).contains("You have checked 1 of");
    }

    @Test
    void theRestIsFilledInByHand() throws Exception {
        var path = letter(LETTER);
        say(path, "physical therapy", "confirmed", "");

        var form = me.post(path + "/form", Map.of());

        assertThat(form.uri().getPath()).endsWith("/edit/check");
        assertThat(form.body()).contains("physical therapy").doesNotContain("Helen Ward");
    }

    @Test
    void aFileWithoutWordsIsRefusedInASentence() throws Exception {
        me.get(home + "/opinions");

        var answer = me.upload(home + "/letters", "letter", "empty.txt", "   \n".getBytes(StandardCharsets.UTF_8));
        var nothing = me.upload(home + "/letters", "letter", "none.txt", new byte[0]);

        assertThat(answer.body()).doesNotContain("Check what the letter says");
        assertThat(nothing.body()).contains("Choose a letter first");
    }

    @Test
    void aFileOfTheCaseIsPicked() throws Exception {
        me.get(home + "/records");
        me.upload(home + "/records", "files", "dr-ward.txt", LETTER.getBytes(StandardCharsets.UTF_8));
        var hash = Pattern.compile("<option value=\"([0-9a-f]{64})\">dr-ward.txt")
                .matcher(me.get(home + "/opinions").body());
        assertThat(hash.find()).isTrue();

        var page = me.post(home + "/letters/read", Map.of("hash", hash.group(1)));

        assertThat(page.body()).contains("Check what the letter says", "Rotator cuff tear");
    }

    @Test
    void somebodyElseSeesNothingOfALetter() throws Exception {
        var path = letter(LETTER);

        assertThat(Visitor.stranger(TestSite.shared()).get(path).statusCode()).isIn(401, 403);
    }

    @Test
    void aLetterAboutSomebodyElseIsNotReadBeforeThePersonSaysWhoseItIs() throws Exception {
        me.get(home + "/records");
        me.upload(home + "/records", "files", "portal.json", HistoryRecords.portal());
        me.get(home + "/opinions");
        var other = LETTER.replace("Date: 4", "Patient: Bruno Other\nDate of birth: 3 May 1950\nDate: 4");

        var words = me.upload(home + "/letters", "letter", "other.txt", other.getBytes(StandardCharsets.UTF_8));
        me.get(home + "/opinions");
        var structured = me.upload(home + "/letters", "letter", "other.json", Forms.composition());

        assertThat(words.body())
                .contains("This file may be about someone else")
                .doesNotContain("Check what the letter says");
        assertThat(structured.body())
                .contains("This file may be about someone else")
                .doesNotContain("Check what the letter says");
    }

    @Test
    void aFileThatCannotBeReadSaysWhy() throws Exception {
        me.get(home + "/opinions");

        var locked = me.upload(home + "/letters", "letter", "locked.pdf", Forms.pdf(LETTER, "secret"));

        assertThat(locked.body()).contains("locked with a password").doesNotContain("Check what the letter says");
    }
}
