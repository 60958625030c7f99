package org.consilium.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.Sex;
import org.consilium.history.Medicine;
import org.consilium.history.OnePage;
import org.consilium.language.Messages;
import org.consilium.records.CaseFile;
import org.consilium.records.Conflicts;
import org.consilium.web.pages.Frame;
import org.consilium.web.pages.HistoryPage;
import org.consilium.web.pages.HistoryPage.Line;
import org.consilium.web.pages.HistoryPage.More;
import org.consilium.web.pages.HistoryPage.Section;
import org.jspecify.annotations.Nullable;

/** The history on one page in words of one language: short lists, with the rest a link away. */
final class HistoryView {
    private final UUID id;
    private final Messages messages;
    private final TrendWords trendWords;
    private final MedicineWords medicineWords;
    private final List<Section> sections = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    HistoryView(UUID id, Messages messages) {
        this.id = id;
        this.messages = messages;
        this.trendWords = new TrendWords(id, messages);
        this.medicineWords = new MedicineWords(id, messages);
    }

    HistoryPage page(Frame frame, String title, CaseFile file, OnePage page, LocalDate today) {
        entries("conditionsNow", page.conditionsNow(), 14, "kind=condition");
        entries("conditionsBefore", page.conditionsBefore(), 10, "kind=condition");
        entries("planned", page.planned(), 8, "kind=planned-procedure");
        allergies(page);
        medicines(page, Medicine.Taking.NOW, "medicinesNow", 16);
        medicines(page, Medicine.Taking.UNCLEAR, "medicinesUnclear", 8);
        medicines(page, Medicine.Taking.BEFORE, "medicinesBefore", 10);
        entries("operations", page.operations(), 12, "kind=procedure");
        results(page);
        entries("pathology", page.pathology(), 6, "pile=pathology");
        entries("imaging", page.imaging(), 8, "pile=imaging");
        entries("family", page.family(), 10, "kind=family-history");
        entries("social", page.social(), 8, "kind=social-history");
        entries("devices", page.devices(), 6, "kind=device");
        entries("vaccines", page.vaccines(), 8, "kind=immunization");
        return new HistoryPage(
                frame,
                id,
                title,
                person(file),
                messages.say("history.page.written", messages.day(today)),
                page.conflicts().stream().map(this::clash).toList(),
                sections,
                missing);
    }

    private String say(String key, Object... args) {
        return messages.say("history.page." + key, args);
    }

    private String person(CaseFile file) {
        var sex = file.sex();
        var known =
                sex == null || sex == Sex.UNKNOWN ? "" : say("sex." + sex.name().toLowerCase(Locale.ROOT));
        if (file.birthDate() == null) {
            return known;
        }
        var born = say("born", FactWords.when(file.birthDate(), messages));
        return known.isEmpty() ? born : born + ", " + known;
    }

    private void entries(String key, List<OnePage.Entry> entries, int most, String query) {
        section(key, "", entries, most, this::line, more("timeline?" + query, entries.size() - most));
    }

    private <T> void section(
            String key, String note, List<T> all, int most, Function<T, Line> line, @Nullable More more) {
        if (all.isEmpty() && note.isEmpty()) {
            if (messages.has("history.page." + key + ".missing")) {
                missing.add(say(key + ".missing"));
            }
            return;
        }
        var lines = all.stream().limit(most).map(line).toList();
        sections.add(new Section(say(key), note, lines, all.size() > most ? more : null));
    }

    private More more(String where, int left) {
        return new More("/cases/" + id + "/" + where, say("more", Math.max(0, left)));
    }

    private Line line(OnePage.Entry entry) {
        var newest = entry.newest();
        var count = entry.facts().size();
        var words = new ArrayList<String>();
        add(words, FactWords.value(newest));
        add(words, newest.detail(Detail.RELATIVE).orElse(""));
        add(words, newest.detail(Detail.REACTION).orElse(""));
        add(words, newest.detail(Detail.STAGE).map(stage -> say("stage", stage)).orElse(""));
        add(words, newest.detail(Detail.LATERALITY).map(this::side).orElse(""));
        if (newest.isProposed()
                || "unconfirmed".equals(newest.detail(Detail.VERIFICATION).orElse(""))) {
            add(words, say("notConfirmed"));
        }
        return new Line(
                name(entry),
                String.join(", ", words),
                count > 1 ? say("times", span(entry), count) : span(entry),
                FactWords.href(id, newest));
    }

    private String name(OnePage.Entry entry) {
        var newest = entry.newest();
        return entry.text().equals(newest.text()) ? FactNames.of(newest, messages.locale()) : entry.text();
    }

    private String side(String side) {
        return messages.has("history.page.side." + side) ? say("side." + side) : side;
    }

    private static void add(List<String> words, String word) {
        if (!word.isBlank()) {
            words.add(word);
        }
    }

    /** Undated things say nothing: the page is short. */
    private String span(OnePage.Entry entry) {
        var from = entry.oldest().date();
        var to = entry.newest().date();
        var end = entry.newest().end();
        if (to == null) {
            return "";
        }
        var first = from == null ? to : from;
        var last = end == null ? to : end;
        return first.year() == last.year() ? FactWords.when(last, messages) : first.year() + "–" + last.year();
    }

    private void allergies(OnePage page) {
        var note = page.noAllergies() ? say("noAllergies") : "";
        section(
                "allergies",
                note,
                page.allergies(),
                20,
                this::line,
                more("timeline?kind=allergy", page.allergies().size() - 20));
    }

    private void medicines(OnePage page, Medicine.Taking taking, String key, int most) {
        var medicines = page.medicines().stream()
                .filter(each -> each.taking() == taking)
                .toList();
        section(key, "", medicines, most, this::medicine, more("medicines", medicines.size() - most));
    }

    private Line medicine(Medicine medicine) {
        Fact newest = medicine.uses().getFirst();
        return new Line(
                medicine.name(), FactWords.value(newest), medicineWords.span(medicine), FactWords.href(id, newest));
    }

    private void results(OnePage page) {
        var note = page.tests() == 0 ? "" : page.results().isEmpty() ? say("resultsUsual", page.tests()) : "";
        section(
                "results",
                note,
                page.results(),
                10,
                trend -> new Line(
                        trend.name(),
                        trendWords.value(trend.last(), trend) + ", "
                                + trendWords.place(trend.last().place()),
                        FactWords.when(trend.last().fact().date(), messages),
                        FactWords.href(id, trend.last().fact())),
                more("trends", page.results().size() - 10));
    }

    private HistoryPage.Clash clash(Conflicts.Conflict conflict) {
        var kind = conflict.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new HistoryPage.Clash(
                say("clash." + kind),
                conflict.facts().stream()
                        .map(fact -> new Line(
                                FactNames.of(fact, messages.locale()),
                                fact.value() == null || kind.equals("allergy") || kind.equals("condition")
                                        ? FactWords.status(fact, messages)
                                        : FactWords.value(fact),
                                FactWords.when(fact.date(), messages),
                                FactWords.href(id, fact)))
                        .toList());
    }
}
