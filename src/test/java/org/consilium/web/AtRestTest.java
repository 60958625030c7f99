package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.consilium.access.Cases;
import org.consilium.access.People;
import org.consilium.audit.Actor;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.Decisions;
import org.consilium.installation.TestDatabase;
import org.consilium.letters.Letters;
import org.consilium.preparation.Preparations;
import org.consilium.requests.Department;
import org.consilium.requests.Details;
import org.consilium.requests.Requests;
import org.consilium.requests.Wanted;
import org.consilium.triage.Answers;
import org.consilium.triage.AnswersJson;
import org.consilium.triage.Assessment.Presence;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Whoever copies the database reads no words of a patient in it. */
class AtRestTest {
    /** A word that stands nowhere else. */
    private static final String PHRASE = "Zinnoberrot";

    private static final String LETTER = """
            Date: 4 March 2026

            Assessment
            Rotator cuff tear of the right shoulder. Zinnoberrot is her favourite colour.

            Plan
            I recommend physical therapy for 12 weeks.

            Dr. Helen Zinnoberrot
            """;
    private static final Answers TOLD = new Answers(
            List.of(PHRASE + " pain"), List.of(), false, null, null, null, false, List.of(), null, "US", null);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase.Schemas database = TestDatabase.freshSchemas();
    private final JdbcClient owner = JdbcClient.create(database.owner());

    @Test
    void noWordOfAPatientStandsInTheDatabase() throws Exception {
        var data = TestSite.folder();
        try (var site = TestSite.on(database, data, Map.of())) {
            var me = Visitor.in(site);
            me.get("/");
            var home = me.post("/cases", Map.of("title", "At rest")).uri().getPath();
            var id = UUID.fromString(home.substring(home.lastIndexOf('/') + 1));
            var actor = owner(site);
            var letter = letter(me, home);
            tell(site, actor, id);

            assertThat(foundIn(database.owner())).isEmpty();
            assertThat(readBack(site, actor, id)).hasSize(5).allMatch(words -> words.contains(PHRASE));

            asAnEarlierProgramStoredIt(site, actor, id, letter);
            assertThat(foundIn(database.owner()))
                    .containsExactlyInAnyOrder(
                            "letters.letter.reading",
                            "letters.step.words",
                            "preparation.answers.content",
                            "decision.entry.content",
                            "requests.step.letter");
        }
        try (var again = TestSite.on(database, data, Map.of())) {
            var actor = owner(again);
            var id = again.bean(Cases.class).list(actor).getFirst().id();

            assertThat(foundIn(database.owner())).isEmpty();
            assertThat(readBack(again, actor, id)).hasSize(5).allMatch(words -> words.contains(PHRASE));
        }
    }

    private static Actor owner(TestSite site) {
        return site.bean(People.class).owner();
    }

    private static UUID letter(Visitor me, String home) throws Exception {
        me.get(home + "/opinions");
        var path = me.upload(home + "/letters", "letter", PHRASE + ".txt", LETTER.getBytes(StandardCharsets.UTF_8))
                .uri()
                .getPath();
        var page = me.get(path).body();
        var field = Pattern.compile("id=\"field-(\\d+)\" tabindex=\"-1\">\\s*<h3[^>]*>[^<]*Rotator")
                .matcher(page);
        assertThat(field.find()).isTrue();
        me.post(path + "/fields/" + field.group(1), Map.of("said", "corrected", "value", PHRASE + " of the shoulder"));
        me.post(path + "/form", Map.of());
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static void tell(TestSite site, Actor actor, UUID id) {
        site.bean(Preparations.class).save(actor, id, TOLD);
        site.bean(Decisions.class)
                .decide(
                        actor,
                        id,
                        new DecisionRecord(
                                null,
                                PHRASE,
                                "because",
                                "my sister",
                                "",
                                List.of("Dr A"),
                                LocalDate.of(2026, 11, 1),
                                null,
                                null));
        site.bean(Requests.class).begin(actor, id, List.of(details()));
    }

    private static Details details() {
        var images = new Wanted("images", Presence.MISSING, "", null, "");
        return new Details(
                PHRASE + " Hospital", Department.IMAGING, List.of(images), "hipaa", "", "", "", "", "", null, "en");
    }

    private static List<String> readBack(TestSite site, Actor actor, UUID id) {
        var letter = site.bean(Letters.class).list(actor, id).getFirst();
        return List.of(
                letter.reading().text().text(),
                letter.answers().toString(),
                site.bean(Preparations.class).answers(actor, id).toString(),
                site.bean(Decisions.class).decision(actor, id).toString(),
                site.bean(Requests.class).all(actor, id).toString());
    }

    private void asAnEarlierProgramStoredIt(TestSite site, Actor actor, UUID id, UUID letter) {
        var reading = site.bean(Letters.class).find(actor, id, letter).orElseThrow();
        owner.sql("update letters.letter set sealed = false, reading = :reading")
                .param("reading", JSON.writeValueAsBytes(reading.reading()))
                .update();
        owner.sql("update letters.step set sealed = false, words = :words where words is not null")
                .param("words", (PHRASE + " of the shoulder").getBytes(StandardCharsets.UTF_8))
                .update();
        plain("preparation.answers", "content", AnswersJson.write(TOLD));
        plain(
                "decision.entry",
                "content",
                JSON.writeValueAsString(
                        site.bean(Decisions.class).decision(actor, id).orElseThrow()));
        plain("requests.step", "letter", JSON.writeValueAsString(details()));
    }

    private void plain(String table, String column, String json) {
        owner.sql("update " + table + " set sealed = null, " + column + " = cast(:json as jsonb)")
                .param("json", json)
                .update();
    }

    /** Every column of every table whose bytes or words hold the phrase. */
    private static List<String> foundIn(DataSource database) throws SQLException {
        var jdbc = JdbcClient.create(database);
        var columns = jdbc.sql("""
                select table_schema || '.' || table_name || '.' || column_name || ' ' || data_type
                from information_schema.columns
                join information_schema.tables using (table_schema, table_name)
                where table_schema not in ('pg_catalog', 'information_schema')
                    and tables.table_type = 'BASE TABLE'
                    and data_type in ('text', 'character varying', 'jsonb', 'json', 'bytea')
                """).query(String.class).list();
        assertThat(columns).hasSizeGreaterThan(30);
        var found = new ArrayList<String>();
        for (var column : columns) {
            var name = column.substring(0, column.indexOf(' '));
            var table = name.substring(0, name.lastIndexOf('.'));
            var words = column.endsWith(" bytea") ? "encode(" + name + ", 'escape')" : "cast(" + name + " as text)";
            var count = jdbc.sql("select count(*) from " + table + " where " + words + " ilike '%' || :phrase || '%'")
                    .param("phrase", PHRASE)
                    .query(Long.class)
                    .single();
            if (count > 0) {
                found.add(name);
            }
        }
        return found;
    }
}
