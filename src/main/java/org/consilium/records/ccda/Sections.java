package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.language.Message;
import org.consilium.records.Piles;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.jspecify.annotations.Nullable;

/** Reads every section of a body: its words as one fact, its entries as facts of their own, the rest as problems. */
final class Sections {
    /** LOINC sections whose words are a report when no entry says the same: results, imaging, pathology, findings. */
    private static final Set<String> REPORTS = Set.of(
            "30954-2", "11493-4", "18782-3", "19005-8", "18748-4", "59776-5", "22634-0", "22637-3", "22636-5",
            "60567-5", "11529-5", "33746-9", "121070");

    /** Why an entry gave no fact. */
    private enum Reason {
        NO_INFORMATION("ccda.entry.no-information", Severity.INFORMATION),
        PICTURE("ccda.entry.picture", Severity.WARNING),
        NOT_UNDERSTOOD("ccda.entry.not-understood", Severity.WARNING);

        private final String key;
        private final Severity severity;

        Reason(String key, Severity severity) {
            this.key = key;
            this.severity = severity;
        }
    }

    private final String file;
    private final @Nullable PartialDate written;
    private final boolean monthFirst;
    private final List<Fact> facts = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();

    /**
     * @param written when the document was made
     * @param monthFirst how its tables write dates in numbers
     */
    Sections(String file, @Nullable PartialDate written, boolean monthFirst) {
        this.file = file;
        this.written = written;
        this.monthFirst = monthFirst;
    }

    List<Fact> facts() {
        return facts;
    }

    List<Problem> problems() {
        return problems;
    }

    void read(Element element) {
        var section = Section.of(element, file);
        var entries = element.all("entry");
        List<Fact> rows = entries.isEmpty() && section.kind().coded() && !element.isNull()
                ? Tables.facts(section, monthFirst)
                : List.of();
        var heading = facts.size();
        var statements = new Statements(section);
        Map<Reason, List<Element>> silent = new EnumMap<>(Reason.class);
        for (var entry : entries) {
            var found = statements.entry(entry);
            facts.addAll(found);
            if (found.isEmpty() && !holdsFiles(entry)) {
                silent.computeIfAbsent(reason(entry), any -> new ArrayList<>()).add(entry);
            }
        }
        silent.forEach((reason, unread) -> problems.add(new Problem(
                reason.severity,
                Message.of(
                        reason.key,
                        unread.size(),
                        section.title(),
                        unread.getFirst().line()),
                element.path())));
        facts.addAll(rows);
        words(section, entries.isEmpty() && rows.isEmpty(), facts.size() > heading)
                .ifPresent(words -> facts.add(heading, words));
        if (!rows.isEmpty()) {
            problems.add(new Problem(
                    Severity.INFORMATION, Message.of("ccda.rows", section.title(), rows.size()), element.path()));
        }
        for (var inner : element.all("component", "section")) {
            read(inner);
        }
    }

    /**
     * The words of a section, as a report or a document.
     *
     * @param alone nothing but words stands in it
     * @param repeated the facts of the section say the same
     */
    private Optional<Fact> words(Section section, boolean alone, boolean repeated) {
        var plain = section.narrative().plain();
        if (plain.isBlank()) {
            return Optional.empty();
        }
        var element = section.element();
        if (alone && section.kind().coded() && !element.isNull() && !Tables.isNoNews(lastLine(plain))) {
            problems.add(
                    new Problem(Severity.WARNING, Message.of("ccda.kept-as-text", section.title()), element.path()));
        }
        if (plain.length() >= Narrative.MOST_CHARACTERS) {
            problems.add(
                    new Problem(Severity.INFORMATION, Message.of("ccda.text-cut", section.title()), element.path()));
        }
        var report = alone
                && !element.isNull()
                && section.loinc().filter(REPORTS::contains).isPresent();
        return Draft.of(report ? FactKind.REPORT : FactKind.DOCUMENT)
                .codes(Concept.of(element.first("code"), section).codes())
                .named(Optional.of(Section.shortened(section.title())))
                .status("current")
                .detail(Detail.CATEGORY, repeated ? Piles.REPEATED_WORDS : "section")
                .detail(Detail.NARRATIVE, plain)
                .detail(Detail.RECORDED, Optional.ofNullable(written).map(PartialDate::toString))
                .at(section.at(element));
    }

    private static String lastLine(String words) {
        return words.substring(words.lastIndexOf('\n') + 1);
    }

    /** Pictures that are in the file itself are read as files of their own. */
    private static boolean holdsFiles(Element entry) {
        return entry.all("observationMedia", "value").stream().anyMatch(value -> value.has("representation", "B64"));
    }

    private static Reason reason(Element entry) {
        var statements = Related.statementsIn(entry);
        if (statements.stream().anyMatch(each -> each.is("observationMedia") || each.is("regionOfInterest"))) {
            return Reason.PICTURE;
        }
        var silent = statements.stream().allMatch(Sections::saysNothing);
        return silent ? Reason.NO_INFORMATION : Reason.NOT_UNDERSTOOD;
    }

    /** No information: a null flavor on the statement, or nothing coded and no words anywhere in it. */
    private static boolean saysNothing(Element statement) {
        return statement.isNull() || !anyCode(statement, 0);
    }

    private static boolean anyCode(Element element, int level) {
        for (var child : element.elements()) {
            var named = Set.of("value", "translation", "playingEntity", "manufacturedMaterial")
                    .contains(child.name());
            var worded = child.is("originalText") && !child.text().isEmpty();
            if (worded || (named && child.attribute("code").isPresent())) {
                return true;
            }
            if (anyCode(child, level + 1)) {
                return true;
            }
        }
        return level == 0
                && element.first("code")
                        .flatMap(code -> code.attribute("displayName"))
                        .isPresent();
    }
}
