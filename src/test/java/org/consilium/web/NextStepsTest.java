package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.consilium.access.People;
import org.consilium.comparison.Comparison.Step;
import org.consilium.opinions.Opinions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the comparison a third opinion is one step away, and so are the letters that can come before it. */
class NextStepsTest {
    private final TestSite site = TestSite.shared();
    private Visitor visitor = Visitor.stranger(site);
    private String home = "";

    @BeforeEach
    void twoOpinionsThatDiffer() throws Exception {
        visitor = Visitor.in(site);
        visitor.get("/");
        home = visitor.post("/samples/fusion", Map.of()).uri().getPath();
    }

    @Test
    void oneLinkOpensTheInvitationWithTheOpenQuestionsFilledIn() throws Exception {
        var compare = visitor.get(home + "/compare").body();
        assertThat(compare)
                .contains(
                        "Ask for a third opinion",
                        "href=\"" + home + "/reviews?further=yes\"",
                        "about 7 days at least");

        var form = visitor.get(home + "/reviews?further=yes").body();

        assertThat(between(form, "id=\"afterwards\"", "</textarea>"))
                .contains("What is the latest safe date", "What do you think of it in my case?");
        assertThat(between(form, "id=\"question\"", "</textarea>")).doesNotContainIgnoringCase("fusion");
        assertThat(form).contains("could sway the first view", "value=\"yes\" checked");
        assertThat(between(visitor.get(home + "/reviews").body(), "id=\"afterwards\"", "</textarea>"))
                .doesNotContain("?");
    }

    @Test
    void eachStepButTheQuestionsHasALetterForEachDoctor() throws Exception {
        for (var step : Step.values()) {
            var page = visitor.get(home + "/compare/letters/" + step.word());
            if (step == Step.EVIDENCE) {
                assertThat(page.uri().getPath()).isEqualTo(home + "/compare");
            } else {
                assertThat(page.body()).contains("Your opinions are not the same on these points");
                var first = visitor.get(home + "/compare/letters/" + step.word() + "/1.txt");
                assertThat(first.statusCode()).isEqualTo(200);
                assertThat(first.body()).contains("Dear ", "must not wait");
                assertThat(visitor.get(home + "/compare/letters/" + step.word() + "/3.txt")
                                .statusCode())
                        .isEqualTo(404);
            }
        }
        assertThat(visitor.get(home + "/compare/letters/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void withoutTwoOpinionsThereIsNoLetter() throws Exception {
        var owner = site.bean(People.class).owner();
        var id = UUID.fromString(home.substring("/cases/".length()));
        var opinions = site.bean(Opinions.class);
        opinions.remove(owner, id, opinions.list(owner, id).getFirst().id());

        assertThat(visitor.get(home + "/compare/letters/board").uri().getPath()).isEqualTo(home);
        assertThat(visitor.get(home + "/compare/letters/board/1.txt").statusCode())
                .isEqualTo(404);
        assertThat(between(visitor.get(home + "/reviews?further=yes").body(), "id=\"afterwards\"", "</textarea>"))
                .doesNotContain("?");
    }

    private static String between(String page, String from, String to) {
        var start = page.indexOf(from);
        assertThat(start).as(from).isPositive();
        return page.substring(start, page.indexOf(to, start));
    }
}
