package org.consilium.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.web.pages.OpinionFormPage.Field;
import org.consilium.web.pages.OpinionFormPage.Kind;
import org.consilium.web.pages.OpinionFormPage.Section;
import org.consilium.web.pages.SituationPage.Choice;
import org.jspecify.annotations.Nullable;

/** The fields of the form for an opinion, made from its schema; lists always end with an empty row. */
final class OpinionFields {
    private static final List<String> SAW = List.of(
            "pathology-report",
            "pathology-slides",
            "imaging-report",
            "images",
            "labs",
            "genetics",
            "operative-note",
            "clinic-note",
            "medication-list",
            "other");
    private static final List<String> SIDES = List.of("left", "right", "bilateral", "midline");
    private static final List<String> KINDS = List.of(
            "surgery",
            "procedure",
            "systemic",
            "radiation",
            "transplant",
            "device",
            "rehabilitation",
            "psychological",
            "monitoring",
            "supportive",
            "none");
    private static final List<String> SYSTEMS = List.of("http://hl7.org/fhir/sid/icd-10-cm", "http://snomed.info/sct");

    private final Draft draft;
    private final Messages messages;

    OpinionFields(Draft draft, Messages messages) {
        this.draft = draft;
        this.messages = messages;
    }

    /** The fields of one page: its base word and, for diagnoses and options, which one. */
    List<Section> sections(String base, int at) {
        return switch (base) {
            case "author" ->
                List.of(section(
                        null,
                        text("/author/name"),
                        text("/author/specialty"),
                        text("/author/organisation"),
                        text("/author/npi"),
                        date("/date")));
            case "basis" -> basis();
            case "diagnosis" -> diagnosis("/diagnoses/" + at);
            case "treatment" -> treatment("/treatments/" + at);
            case "benefits", "harms" -> measures("/treatments/" + at + "/" + base);
            case "costs" -> costs("/treatments/" + at);
            case "rest" -> rest();
            default -> throw new ErrorPages.NotThere();
        };
    }

    private List<Section> basis() {
        var sections = new ArrayList<Section>();
        sections.add(section(
                null,
                choice("/basis/examinedPatient", "yesno", List.of("true", "false")),
                choice("/basis/knewFirstOpinion", "yesno", List.of("true", "false"))));
        for (var i = 0; i <= draft.size("/basis/saw"); i++) {
            var row = "/basis/saw/" + i;
            sections.add(section(
                    Message.of("web.opinion.saw", i + 1),
                    choice(row + "/kind", "seen", SAW),
                    text(row + "/what"),
                    date(row + "/date")));
        }
        return sections;
    }

    private List<Section> diagnosis(String at) {
        var sections = new ArrayList<Section>();
        sections.add(section(
                null,
                text(at + "/text"),
                choice(at + "/codes/0/system", "system", SYSTEMS),
                text(at + "/codes/0/code"),
                choice(at + "/role", "role", List.of("primary", "secondary", "differential", "ruled-out")),
                choice(
                        at + "/certainty",
                        "certainty",
                        List.of("confirmed", "likely", "possible", "unlikely", "ruled-out")),
                text(at + "/bodySite"),
                choice(at + "/laterality", "laterality", SIDES),
                text(at + "/stage/group"),
                text(at + "/stage/t"),
                text(at + "/stage/n"),
                text(at + "/stage/m"),
                text(at + "/grade")));
        for (var i = 0; i <= draft.size(at + "/markers"); i++) {
            var row = at + "/markers/" + i;
            sections.add(section(
                    Message.of("web.opinion.marker", i + 1),
                    text(row + "/name"),
                    choice(
                            row + "/result",
                            "result",
                            List.of("positive", "negative", "equivocal", "not-tested", "value")),
                    text(row + "/value")));
        }
        return sections;
    }

    private List<Section> treatment(String at) {
        var sections = new ArrayList<Section>();
        sections.add(section(
                null,
                text(at + "/text"),
                choice(at + "/stance", "stance", List.of("recommended", "possible", "advised-against")),
                choice(at + "/kind", "kind", KINDS),
                choice(at + "/intent", "intent", List.of("cure", "control", "comfort", "prevent", "diagnose")),
                text(at + "/detail"),
                choice(at + "/laterality", "laterality", SIDES),
                number(at + "/timing/withinDays"),
                date(at + "/timing/startBy"),
                text(at + "/timing/text")));
        for (var i = 0; i <= draft.size(at + "/evidence"); i++) {
            var row = at + "/evidence/" + i;
            sections.add(section(
                    Message.of("web.opinion.evidence", i + 1),
                    text(row + "/text"),
                    choice(
                            row + "/level",
                            "level",
                            List.of("guideline", "systematic-review", "trial", "cohort", "case-series", "expert")),
                    number(row + "/year"),
                    text(row + "/reference")));
        }
        return sections;
    }

    private List<Section> measures(String list) {
        var sections = new ArrayList<Section>();
        for (var i = 0; i <= draft.size(list); i++) {
            var row = list + "/" + i;
            sections.add(section(
                    Message.of("web.opinion.measure", i + 1),
                    text(row + "/what"),
                    number(row + "/count"),
                    number(row + "/low"),
                    number(row + "/high"),
                    number(row + "/of"),
                    number(row + "/without"),
                    text(row + "/timeframe"),
                    choice(row + "/severity", "severity", List.of("mild", "moderate", "severe", "life-threatening")),
                    choice(row + "/lasting", "yesno", List.of("true", "false")),
                    text(row + "/source")));
        }
        return sections;
    }

    private List<Section> costs(String at) {
        return List.of(
                section(
                        Message.of("web.opinion.money"),
                        number(at + "/cost/total/amount"),
                        text(at + "/cost/total/currency"),
                        number(at + "/cost/patientShare/amount"),
                        text(at + "/cost/patientShare/currency")),
                section(
                        Message.of("web.opinion.daily"),
                        number(at + "/convenience/visits"),
                        number(at + "/convenience/nights"),
                        number(at + "/convenience/daysOffWork"),
                        number(at + "/convenience/travelKm"),
                        text(at + "/convenience/recovery")));
    }

    private List<Section> rest() {
        var sections = new ArrayList<Section>();
        for (var i = 0; i <= draft.size("/testsRequested"); i++) {
            var row = "/testsRequested/" + i;
            sections.add(section(Message.of("web.opinion.test", i + 1), text(row + "/text"), text(row + "/why")));
        }
        sections.add(section(
                Message.of("web.opinion.urgencyHeading"),
                choice("/urgency/class", "urgency", List.of("U0", "U1", "U2", "U3", "U4", "U5", "U6")),
                date("/urgency/startBy"),
                text("/urgency/text")));
        sections.add(section(
                Message.of("web.opinion.more"),
                text("/certaintyStatement"),
                text("/wouldChangeMind"),
                text("/conflictOfInterest"),
                field("/narrative", Kind.LONG_TEXT, List.of())));
        return sections;
    }

    private static Section section(@Nullable Message heading, Field... fields) {
        return new Section(heading, List.of(fields));
    }

    private Field text(String pointer) {
        return field(pointer, Kind.TEXT, List.of());
    }

    private Field date(String pointer) {
        return field(pointer, Kind.DATE, List.of());
    }

    private Field number(String pointer) {
        return field(pointer, Kind.NUMBER, List.of());
    }

    private Field choice(String pointer, String words, List<String> values) {
        var now = draft.answer(pointer).orElse("");
        var choices = values.stream()
                .map(value ->
                        new Choice(value, messages.say("web.opinion." + words + "." + key(value)), value.equals(now)))
                .toList();
        return field(pointer, Kind.CHOICE, choices);
    }

    private static String key(String value) {
        return switch (value) {
            case "http://hl7.org/fhir/sid/icd-10-cm" -> "icd";
            case "http://snomed.info/sct" -> "snomed";
            default -> value;
        };
    }

    private Field field(String pointer, Kind kind, List<Choice> choices) {
        var words = pointer.replaceAll("/\\d+", "").substring(1).replace('/', '.');
        return new Field(
                pointer,
                "f" + pointer.replace('/', '-').toLowerCase(Locale.ROOT),
                Message.of("web.opinion.field." + words),
                kind,
                choices,
                draft.answer(pointer).orElse(""));
    }
}
