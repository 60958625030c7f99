package org.consilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Action;
import org.consilium.audit.Actor;
import org.consilium.audit.AuditTrail;
import org.consilium.audit.Entry;
import org.consilium.clinical.FactKind;
import org.consilium.records.ByHand;
import org.consilium.records.Corrections;
import org.consilium.records.FactKey;
import org.consilium.records.NoteChange;
import org.consilium.records.Records;
import org.consilium.samples.SamplePeople;
import org.junit.jupiter.api.Test;

/** What a person does by hand with what was read. */
class CorrectionPagesTest {
    private final TestSite site = TestSite.shared();

    @Test
    void aFactCanBeCorrectedAndTheCorrectionTakenBack() throws Exception {
        var me = Visitor.in(site);
        var path = caseWithRecords(me);
        var page = me.get(path + "/records/labs").body();
        var fact = found(page, "href=\"(" + path + "/facts/[0-9a-f]{32})\"");
        var name = found(page, path + "/facts/[0-9a-f]{32}\"><strong>([^<]+)<");

        var form = me.get(fact + "/correct").body();
        var corrected = me.post(
                fact + "/correct",
                Map.of("text", "My own name", "year", "2024", "month", "3", "value", "12,5", "unit", "g/L"));

        assertThat(form).contains("value=\"" + name + "\"");
        assertThat(corrected.statusCode()).isEqualTo(200);
        assertThat(corrected.body())
                .contains(
                        "Your correction is saved",
                        "Undo",
                        "My own name",
                        "12.5 g/L",
                        "2024-03",
                        "As it was read",
                        name)
                .contains("You wrote this on");
        assertThat(me.get(path + "/records/labs").body()).contains("My own name");
        var undone = me.post(address(corrected.body(), "/changes/[^\"]+/undo"), Map.of());
        assertThat(undone.body()).contains("The change is taken back", "This was taken back");
        assertThat(me.get(path + "/records/labs").body()).doesNotContain("My own name");
    }

    @Test
    void aFactCanBeHiddenAnnotatedAndAdded() throws Exception {
        var me = Visitor.in(site);
        var path = caseWithRecords(me);
        var page = me.get(path + "/records/labs").body();
        var fact = found(page, "href=\"(" + path + "/facts/[0-9a-f]{32})\"");

        var empty = me.post(fact + "/note", Map.of("words", " "));
        var noted = me.post(fact + "/note", Map.of("words", "Taken <b>after</b> lunch"));
        var hidden = me.post(fact + "/hide", Map.of());

        assertThat(empty.body()).contains("There is a problem", "Write your note");
        assertThat(noted.body()).contains("Your note is saved", "Taken &lt;b&gt;after");
        assertThat(hidden.body()).contains("no longer counts", "Undo");
        assertThat(me.get(fact).body()).contains("This entry is hidden", "As it was read");
        assertThat(me.get(path + "/records/labs").body()).doesNotContain(fact);
        me.post(address(hidden.body(), "/changes/[^\"]+/undo"), Map.of());
        assertThat(me.get(path + "/records/labs").body()).contains(fact, "Taken &lt;b&gt;after");

        var wrong = me.post(path + "/add-fact", Map.of("text", "", "day", "31", "month", "2", "year", "2024"));
        var future = me.post(path + "/add-fact", Map.of("kind", "allergy", "text", "Nuts", "year", "2999"));
        var added = me.post(path + "/add-fact", Map.of("kind", "allergy", "text", "Penicillin", "year", "1999"));

        assertThat(wrong.body())
                .contains("There is a problem", "Choose what kind", "Write a name", "not a date we can read");
        assertThat(future.body()).contains("in the future", "value=\"Nuts\"");
        assertThat(added.body()).contains("The entry is added");
        assertThat(me.get(path + "/records/history").body()).contains("Penicillin", "You wrote this on");
        assertThat(me.get(path + "/files/by-hand?at=x").body()).contains("What was changed by hand", "Penicillin");
    }

    @Test
    void everyChangeIsOnTheTrailAndClosedToOthers() {
        var records = site.bean(Records.class);
        var corrections = site.bean(Corrections.class);
        var me = site.bean(People.class).add();
        var other = site.bean(People.class).add();
        var caseId = site.bean(Cases.class)
                .open(me, new NewCase("Mine", Whose.SELF, null, "en"))
                .id();
        var added =
                (NoteChange.Noted) corrections.add(me, caseId, new ByHand(FactKind.ALLERGY, "Penicillin", null, null));
        var key = FactKey.of(records.caseFile(me, caseId).facts().getFirst());

        assertThat(corrections.hide(other, caseId, key)).isEqualTo(new NoteChange.NotFound());
        assertThat(corrections.undo(other, caseId, added.note().id())).isEqualTo(new NoteChange.NotFound());
        assertThat(corrections.add(other, caseId, new ByHand(FactKind.ALLERGY, "Nuts", null, null)))
                .isEqualTo(new NoteChange.NotFound());
        assertThat(corrections.account(other, caseId, key)).isEmpty();
        assertThat(records.notes(other, caseId)).isEmpty();
        assertThat(corrections.confirm(me, caseId, key)).isEqualTo(new NoteChange.NotFound());
        assertThat(corrections.undo(me, caseId, UUID.randomUUID())).isEqualTo(new NoteChange.NotFound());

        corrections.annotate(me, caseId, key, "as a child");
        corrections.correct(me, caseId, key, new ByHand(FactKind.ALLERGY, "Amoxicillin", null, null));
        assertThat(records.caseFile(me, caseId).facts())
                .extracting(fact -> fact.text())
                .containsExactly("Amoxicillin");
        var now = FactKey.of(records.caseFile(me, caseId).facts().getFirst());
        assertThat(corrections.account(me, caseId, now).orElseThrow().notes()).hasSize(3);
        corrections.undo(me, caseId, added.note().id());
        assertThat(records.caseFile(me, caseId).facts()).isEmpty();
        assertThat(actions(me, caseId))
                .containsExactly(
                        Action.FACT_CHANGE_UNDONE,
                        Action.FACT_CORRECTED,
                        Action.FACT_ANNOTATED,
                        Action.FACT_ADDED,
                        Action.CASE_OPENED);
    }

    @Test
    void acceptingAFileCanBeUndone() throws Exception {
        var me = Visitor.in(site);
        var path = caseWithRecords(me);
        var received = hand(me, path, "missing", "synthetic-portal-export.json");

        var accepted =
                me.post(address(received, "/files/[^\"]+/accept"), Map.of()).body();
        var held = me.post(address(accepted, "/files/[^\"]+/hold"), Map.of()).body();

        assertThat(accepted).contains("now part of the case", "Undo");
        assertThat(held).contains("The file waits again", "Please check", "Yes, it belongs to this case");
        assertThat(me.get(path + "/records/timeline").body()).doesNotContain("synthetic-portal-export.json");
    }

    private List<Action> actions(Actor actor, UUID caseId) {
        return site.bean(AuditTrail.class).of(actor, caseId, 100, Long.MAX_VALUE).stream()
                .map(Entry::action)
                .toList();
    }

    private static String caseWithRecords(Visitor me) throws Exception {
        me.get("/");
        var path = me.post("/cases", Map.of("title", "By hand")).uri().getPath();
        hand(me, path, "breast", "synthetic-oncology-records.json");
        return path;
    }

    private static String hand(Visitor me, String path, String person, String name) throws Exception {
        var file = SamplePeople.one(person, LocalDate.now(ZoneId.systemDefault())).files().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return me.upload(path + "/records", "files", file.name(), file.bytes()).body();
    }

    private static String address(String page, String pattern) {
        return found(page, "(/cases/[^\"/]+" + pattern + ")");
    }

    private static String found(String page, String pattern) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern + " in " + page).isTrue();
        return found.group(1);
    }
}
