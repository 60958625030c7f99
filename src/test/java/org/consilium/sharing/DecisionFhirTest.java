package org.consilium.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.DecisionSummary;
import org.consilium.decision.Preferences;
import org.consilium.decision.Samples;
import org.consilium.language.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DecisionFhirTest {
    static DecisionSummary decided(String choice, String why, List<String> copies) {
        return decided(null, choice, why, copies);
    }

    private static DecisionSummary decided(@Nullable String option, String choice, String why, List<String> copies) {
        var comparison = Samples.back();
        var record = new DecisionRecord(
                option, choice, why, "my sister", "how long it lasts", copies, Samples.TODAY, null, null);
        return DecisionSummary.of(
                "My back", comparison, Samples.preferences(comparison), record, null, null, Samples.TODAY);
    }

    private static JsonNode written(DecisionSummary summary) {
        return FhirDetails.MAPPER.readTree(DecisionFhir.write(summary, Messages.english()));
    }

    private static List<JsonNode> all(JsonNode document, String type) {
        return document.path("entry")
                .valueStream()
                .map(entry -> entry.path("resource"))
                .filter(resource -> resource.path("resourceType").asString("").equals(type))
                .toList();
    }

    @Test
    void itSaysWhatWhyWhoHelpedAndWhatWasNotKnown() {
        var document = written(decided("Wait for six weeks", "I want to keep my work", List.of("Dr. Smith")));
        var words = document.at("/entry/0/resource/section/0/text/div").stringValue();
        assertThat(words)
                .contains(
                        "Wait for six weeks", "I want to keep my work", "my sister", "how long it lasts", "Dr. Smith");
        assertThat(document.at("/entry/0/resource/author/0/reference"))
                .isEqualTo(document.at("/entry/0/resource/subject/reference"));
    }

    @Test
    void optionsAreActivitiesAndWhatMattersAreGoals() {
        var chosen = Samples.summary().options().getFirst().id();
        var summary = decided(chosen, "The first one", "", List.of());
        var document = written(summary);
        assertThat(all(document, "Goal")).hasSameSizeAs(summary.matters().goals());
        var activities = all(document, "CarePlan").getFirst().path("activity");
        assertThat(activities).hasSameSizeAs(summary.options());
        assertThat(activities
                        .valueStream()
                        .map(activity -> activity.at("/detail/status").stringValue())
                        .toList())
                .startsWith("not-started")
                .containsOnlyOnce("not-started");
        assertThat(written(Samples.summary()).toString()).doesNotContain("not-started", "chose this");
        assertThat(activities.toString()).doesNotContain("doNotPerform", "\"cancelled\"");
    }

    @Test
    void neitherThePersonNorTheTitleOfTheCaseIsInIt() {
        assertThat(written(decided("Wait", "", List.of())).toString()).doesNotContain("My back");
        assertThat(all(written(Samples.summary()), "Patient").getFirst().propertyNames())
                .containsExactly("resourceType", "language", "text");
    }

    @Test
    void wordsOfThePersonAreNeverMarkup() {
        var document =
                DecisionFhir.write(decided("<script>x</script>", "</div><img src=y>", List.of()), Messages.english());
        FhirDetails.MAPPER
                .readTree(document)
                .findValuesAsString("div")
                .forEach(div -> assertThat(div).doesNotContain("<script", "<img"));
    }

    @Test
    void itIsNoOpinion() {
        var document = DecisionFhir.write(Samples.summary(), Messages.english());
        assertThat(OpinionDocument.read(document.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(OpinionDocument.Reading.Refused.class);
    }

    @Test
    void withoutADecisionThereIsNoDocument() {
        var open = DecisionSummary.of("My back", Samples.back(), Preferences.NONE, null, null, null, Samples.TODAY);
        assertThatThrownBy(() -> DecisionFhir.write(open, Messages.english()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
