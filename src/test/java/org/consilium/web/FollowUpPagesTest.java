package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.consilium.access.People;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.Decisions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FollowUpPagesTest {
    private final TestSite site = TestSite.shared();
    private final Visitor me;
    private String home = "";

    FollowUpPagesTest() throws Exception {
        me = Visitor.in(site);
    }

    @BeforeEach
    void caseOfMine() throws Exception {
        me.get("/");
        home = me.post("/samples/breast", Map.of()).uri().getPath();
    }

    @Test
    void thereIsNothingToLookBackOnBeforeADecision() throws Exception {
        assertThat(me.get(home + "/follow-up").uri().getPath()).isEqualTo(home);
        assertThat(me.get(home + "/follow-up/30").statusCode()).isEqualTo(404);
        assertThat(me.get(home + "/follow-up/calendar.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsDueCanBeAnsweredAndAnsweredAgain() throws Exception {
        decided(40);
        assertThat(me.get(home).body()).contains("Look back on my decision");
        assertThat(me.get(home + "/follow-up").body()).contains("One month after the decision", home + "/follow-up/30");

        me.post(
                home + "/follow-up/30",
                Map.of("done", "as-decided", "again", "yes", "happened", "I can walk <b>again</b>"));
        var first = me.get(home + "/follow-up").body();
        me.post(home + "/follow-up/30", Map.of("done", "otherwise", "again", "no"));

        assertThat(first).contains("Yes, as I decided.", "I can walk &lt;b&gt;again");
        assertThat(me.get(home + "/follow-up").body())
                .contains("No, something else was done.", "You would not decide the same again.")
                .doesNotContain("I can walk");
    }

    @Test
    void whatIsNotYetDueOrNoSuchDayCannotBeAnswered() throws Exception {
        decided(40);

        assertThat(me.get(home + "/follow-up/90").statusCode()).isEqualTo(404);
        assertThat(me.post(home + "/follow-up/90", Map.of("done", "as-decided")).statusCode())
                .isEqualTo(404);
        assertThat(me.get(home + "/follow-up/31").statusCode()).isEqualTo(404);
    }

    @Test
    void anAnswerNeedsTheFirstQuestion() throws Exception {
        decided(40);

        var answer = me.post(home + "/follow-up/30", Map.of("done", "nonsense"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose an answer to the first question.");
    }

    @Test
    void theCalendarHoldsTheDaysAndNothingMedical() throws Exception {
        decided(40);
        me.post(home + "/follow-up/30", Map.of("done", "partly"));

        var file = me.get(home + "/follow-up/calendar.ics");

        assertThat(file.headers().firstValue("content-type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(file.body().split("BEGIN:VEVENT")).hasSize(3);
        assertThat(file.body()).contains("SUMMARY:Look back on a decision").doesNotContain("Exercise", "breast");
    }

    @Test
    void theCountsOverAllCasesHideSmallNumbers() throws Exception {
        decided(40);

        assertThat(me.get("/programme").body()).contains("Diagnosis: confirmed", "Out of");
        var table = me.get("/programme.csv");
        assertThat(table.headers().firstValue("content-type")).hasValue("text/csv;charset=UTF-8");
        assertThat(table.body().lines())
                .hasSize(11)
                .allMatch(line -> !line.matches("[a-z-]+,([1-9]|10),.*") || line.startsWith("turnaround"));
    }

    @Test
    void eachDoctorGetsALetterAndEarlierDecisionsAreKept() throws Exception {
        assertThat(me.get(home + "/decide/letters").uri().getPath()).isEqualTo(home + "/decide");
        assertThat(me.get(home + "/decide/letters/1.txt").statusCode()).isEqualTo(404);
        decided(3);
        me.post(home + "/decide/record", Map.of("option", "", "choice", "Ask once more", "why", "<i>Fear</i>"));

        var page = me.get(home + "/decide/letters").body();

        assertThat(page)
                .contains("This is what I have decided for now: Ask once more", "&lt;i&gt;Fear")
                .contains("What I decided before", "Exercise first");
        var first = me.get(home + "/decide/letters/1.txt");
        assertThat(first.headers().firstValue("content-type")).hasValue("text/plain;charset=UTF-8");
        assertThat(first.body()).contains("Dear ", "My reasons: <i>Fear</i>", "Please do not cancel any date");
        assertThat(me.get(home + "/decide/letters/3.txt").statusCode()).isEqualTo(404);
        assertThat(me.get(home + "/decide/letters/0.txt").statusCode()).isEqualTo(404);
    }

    private void decided(int daysAgo) {
        var id = UUID.fromString(home.substring(home.lastIndexOf('/') + 1));
        site.bean(Decisions.class)
                .decide(
                        site.bean(People.class).owner(),
                        id,
                        new DecisionRecord(
                                null,
                                "Exercise first",
                                "",
                                "",
                                "",
                                List.of(),
                                LocalDate.now(ZoneId.systemDefault()).minusDays(daysAgo),
                                null,
                                null));
    }
}
