package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.consilium.knowledge.Fingerprint;
import org.consilium.knowledge.Fingerprint.Side;
import org.consilium.knowledge.Fingerprints;
import org.consilium.knowledge.Holdings;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.KnowledgeHistory;
import org.consilium.knowledge.Statement;
import org.consilium.knowledge.Statement.Kind;
import org.consilium.knowledge.Words;
import org.consilium.language.Messages;
import org.junit.jupiter.api.Test;

class KnowledgePagesTest {
    private final TestSite site = TestSite.shared();
    private final Knowledge knowledge = site.bean(Knowledge.class);

    @Test
    void theCountsAreThoseOfTheKnowledgeBase() throws Exception {
        var page = page();
        var holdings = Holdings.of(knowledge);

        assertThat(page).contains("Version " + holdings.version());
        holdings.kinds()
                .forEach((kind, count) -> assertThat(page)
                        .contains("<dt>" + Messages.english().say("know.kind." + kind.word()) + "</dt><dd>" + count
                                + "</dd>"));
        holdings.tags()
                .forEach((tag, count) -> assertThat(page)
                        .contains("<dt>" + Messages.english().say(tag.wording()) + "</dt><dd>" + count + "</dd>"));
    }

    @Test
    void everyEntryStandsThereWithItsSource() throws Exception {
        var page = plain(page());

        for (var statement : Statement.all(knowledge)) {
            assertThat(page).contains(plain(statement.words().en()), ">" + statement.id() + "<");
            if (statement.provenance() != null) {
                assertThat(page).contains(plain(statement.provenance().source()));
            }
        }
    }

    @Test
    void itSaysThatNoDoctorHasCheckedItAndWhatIsFromMemory() throws Exception {
        assertThat(page())
                .contains("No doctor has checked any of these", "From memory of the guideline, being checked")
                .contains("What changed on November 23, 2026, since the version of November 22, 2026")
                .contains("New: Epilepsy: two well chosen drugs, or a year with seizures (FT-EPILEPSY)")
                .contains("./consilium load terminology FILE", "Nothing is loaded");
    }

    @Test
    void itSpeaksSpanish() throws Exception {
        var me = Visitor.in(site);
        me.get("/knowledge");

        assertThat(me.post("/language", Map.of("language", "es", "back", "/knowledge"))
                        .body())
                .contains("Lo que este programa sabe", "ningún médico ha revisado", "Cáncer de mama");
    }

    @Test
    void everyPageLeadsThere() throws Exception {
        var me = Visitor.in(site);

        assertThat(me.get("/").body()).contains("href=\"/knowledge\"");
        assertThat(me.get("/about").body()).contains("href=\"/knowledge\"");
    }

    @Test
    void aLaterVersionTellsWhatChanged() {
        var first = new Fingerprints(
                LocalDate.of(2026, 1, 1), questions("Q01", entry("Sure?", "a"), "Q02", entry("How long?", "b")));
        var second = new Fingerprints(
                LocalDate.of(2026, 2, 1), questions("Q02", entry("How long?", "c"), "Q03", entry("Why?", "d")));

        var steps = KnowledgePages.steps(new KnowledgeHistory(List.of(first, second)), Messages.english());

        assertThat(steps).singleElement().satisfies(step -> {
            assertThat(step.since()).isEqualTo("January 1, 2026");
            assertThat(step.date()).isEqualTo("February 1, 2026");
            assertThat(step.kinds()).singleElement().satisfies(kind -> {
                assertThat(kind.changes())
                        .extracting(change -> Messages.english().say(change))
                        .containsExactly(
                                "Taken away: Sure? (Q01)", "Changed: How long? (Q02): the words.", "New: Why? (Q03)");
                assertThat(kind.changes())
                        .extracting(change -> Messages.in(Locale.of("es")).say(change))
                        .containsExactly(
                                "Quitado: Sure?, español (Q01)",
                                "Cambiado: How long?, español (Q02): las palabras.",
                                "Nuevo: Why?, español (Q03)");
            });
        });
    }

    @Test
    void everyNumberOfChangedSidesHasItsSentence() {
        for (var count = 1; count <= Side.values().length; count++) {
            var key = "triagemore.changed." + count;
            Messages.SPOKEN.forEach(
                    locale -> assertThat(Messages.in(locale).has(key)).isTrue());
        }
    }

    private static Fingerprint entry(String name, String hash) {
        return new Fingerprint(new Words(name, name + ", español"), Map.of(Side.WORDS, hash));
    }

    private static Map<Kind, Map<String, Fingerprint>> questions(
            String id, Fingerprint one, String otherId, Fingerprint other) {
        return Map.of(Kind.QUESTION, Map.of(id, one, otherId, other));
    }

    private String page() throws Exception {
        return Objects.requireNonNull(Visitor.in(site).get("/knowledge").body());
    }

    private static String plain(String text) {
        return text.replaceAll("&#3[49];|&quot;|[\"']", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
