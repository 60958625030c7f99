package org.consilium.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.web.pages.OpinionFormPage.Field;
import org.consilium.web.pages.OpinionFormPage.Kind;
import org.consilium.web.pages.OpinionFormPage.Section;
import org.consilium.web.pages.OpinionPage;
import org.consilium.web.pages.SituationPage.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** The pages of the form for an opinion, made from the shape of an opinion. */
final class OpinionForm {
    private static final Pattern NUMBERED = Pattern.compile("(diagnosis|treatment|benefits|harms|costs)-(\\d{1,2})");
    private static final int LONGEST_ANSWER = 10_000;

    private static final List<String> SAW = List.of(
            "pathology-report", "pathology-slides", "imaging-report", "images", "labs", "genetics", "operative-note",
            "clinic-note", "medication-list", "other");
    private static final List<String> SIDES = List.of("left", "right", "bilateral", "midline");
    private static final List<String> KINDS = List.of(
            "surgery", "procedure", "systemic", "radiation", "transplant", "device", "rehabilitation", "psychological",
            "monitoring", "supportive", "none");
    private static final List<String> SYSTEMS =
            List.of("http://hl7.org/fhir/sid/icd-10-cm", "http://snomed.info/sct");

    private final Draft draft;
    private final Messages messages;

    OpinionForm(Draft draft, Messages messages) {
        this.draft = draft;
        this.messages = messages;
    }

    /** The pages in their order, for what the draft holds so far. */
    List<String> steps() {
        var steps = new ArrayList<String>(List.of("author", "basis"));
        for (var i = 0; i < Math.max(1, draft.size("/diagnoses")); i++) {
            steps.add("diagnosis-" + i);
        }
        for (var i = 0; i < Math.max(1, draft.size("/treatments")); i++) {
            steps.addAll(List.of("treatment-" + i, "benefits-" + i, "harms-" + i, "costs-" + i));
        }
        steps.addAll(List.of("rest", "check"));
        return steps;
    }

    /** What a page is called, for example «Option 2: what could go wrong?». */
    static Message title(String step) {
        var numbered = NUMBERED.matcher(step);
        return numbered.matches()
                ? Message.of("web.opinion.title." + numbered.group(1), Integer.parseInt(numbered.group(2)) + 1)
                : Message.of("web.opinion.title." + step);
    }

    static String base(String step) {
        var numbered = NUMBERED.matcher(step);
        return numbered.matches() ? numbered.group(1) : step;
    }

    static int index(String step) {
        var numbered = NUMBERED.matcher(step);
        return numbered.matches() ? Integer.parseInt(numbered.group(2)) : 0;
    }

    /** The page on which a problem at this place can be put right. */
    static String stepOf(String pointer) {
        var parts = pointer.split("/");
        if (parts.length < 2) {
            return "author";
        }
        var index = parts.length > 2 && parts[2].matches("\\d+") ? parts[2] : "0";
        return switch (parts[1]) {
            case "author", "date" -> "author";
            case "basis" -> "basis";
            case "diagnoses" -> "diagnosis-" + index;
            case "treatments" -> treatmentPage(parts.length > 3 ? parts[3] : "") + "-" + index;
            default -> "rest";
        };
    }

    private static String treatmentPage(String part) {
        return switch (part) {
            case "benefits", "harms" -> part;
            case "cost", "convenience" -> "costs";
            default -> "treatment";
        };
    }

    List<Section> sections(String step) {
        var at = index(step);
        return switch (base(step)) {
            case "author" -> List.of(section(null,
                    text("/author/name"), text("/author/specialty"), text("/author/organisation"), text("/author/npi"),
                    date("/date")));
            case "basis" -> basis();
            case "diagnosis" -> diagnosis("/diagnoses/" + at);
            case "treatment" -> treatment("/treatments/" + at);
            case "benefits", "harms" -> measures("/treatments/" + at + "/" + base(step));
            case "costs" -> costs("/treatments/" + at);
            case "rest" -> rest();
            default -> throw new ErrorPages.NotThere();
        };
    }

    private List<Section> basis() {
        var sections = new ArrayList<Section>();
        sections.add(section(null,
                choice("/basis/examinedPatient", "yesno", List.of("true", "false")),
                choice("/basis/knewFirstOpinion", "yesno", List.of("true", "false"))));
        for (var i = 0; i <= draft.size("/basis/saw"); i++) {
            var row = "/basis/saw/" + i;
            sections.add(section(Message.of("web.opinion.saw", i + 1),
                    choice(row + "/kind", "seen", SAW), text(row + "/what"), date(row + "/date")));
        }
        return sections;
    }

    private List<Section> diagnosis(String at) {
        var sections = new ArrayList<Section>();
        sections.add(section(null,
                text(at + "/text"),
                choice(at + "/codes/0/system", "system", SYSTEMS), text(at + "/codes/0/code"),
                choice(at + "/role", "role", List.of("primary", "secondary", "differential", "ruled-out")),
                choice(at + "/certainty", "certainty", List.of("confirmed", "likely", "possible", "unlikely", "ruled-out")),
                text(at + "/bodySite"),
                choice(at + "/laterality", "laterality", SIDES),
                text(at + "/stage/group"), text(at + "/stage/t"), text(at + "/stage/n"), text(at + "/stage/m"),
                text(at + "/grade")));
        for (var i = 0; i <= draft.size(at + "/markers"); i++) {
            var row = at + "/markers/" + i;
            sections.add(section(Message.of("web.opinion.marker", i + 1),
                    text(row + "/name"),
                    choice(row + "/result", "result", List.of("positive", "negative", "equivocal", "not-tested", "value")),
                    text(row + "/value")));
        }
        return sections;
    }

    private List<Section> treatment(String at) {
        var sections = new ArrayList<Section>();
        sections.add(section(null,
                text(at + "/text"),
                choice(at + "/stance", "stance", List.of("recommended", "possible", "advised-against")),
                choice(at + "/kind", "kind", KINDS),
                choice(at + "/intent", "intent", List.of("cure", "control", "comfort", "prevent", "diagnose")),
                text(at + "/detail"),
                choice(at + "/laterality", "laterality", SIDES),
                number(at + "/timing/withinDays"), date(at + "/timing/startBy"), text(at + "/timing/text")));
        for (var i = 0; i <= draft.size(at + "/evidence"); i++) {
            var row = at + "/evidence/" + i;
            sections.add(section(Message.of("web.opinion.evidence", i + 1),
                    text(row + "/text"),
                    choice(row + "/level", "level",
                            List.of("guideline", "systematic-review", "trial", "cohort", "case-series", "expert")),
                    number(row + "/year"), text(row + "/reference")));
        }
        return sections;
    }

    private List<Section> measures(String list) {
        var sections = new ArrayList<Section>();
        for (var i = 0; i <= draft.size(list); i++) {
            var row = list + "/" + i;
            sections.add(section(Message.of("web.opinion.measure", i + 1),
                    text(row + "/what"), number(row + "/count"), number(row + "/of"), number(row + "/without"),
                    text(row + "/timeframe"),
                    choice(row + "/severity", "severity", List.of("mild", "moderate", "severe", "life-threatening")),
                    text(row + "/source")));
        }
        return sections;
    }

    private List<Section> costs(String at) {
        return List.of(
                section(Message.of("web.opinion.money"),
                        number(at + "/cost/total/amount"), text(at + "/cost/total/currency"),
                        number(at + "/cost/patientShare/amount"), text(at + "/cost/patientShare/currency")),
                section(Message.of("web.opinion.daily"),
                        number(at + "/convenience/visits"), number(at + "/convenience/nights"),
                        number(at + "/convenience/daysOffWork"), number(at + "/convenience/travelKm"),
                        text(at + "/convenience/recovery")));
    }

    private List<Section> rest() {
        var sections = new ArrayList<Section>();
        for (var i = 0; i <= draft.size("/testsRequested"); i++) {
            var row = "/testsRequested/" + i;
            sections.add(section(Message.of("web.opinion.test", i + 1), text(row + "/text"), text(row + "/why")));
        }
        sections.add(section(Message.of("web.opinion.urgencyHeading"),
                choice("/urgency/class", "urgency", List.of("U0", "U1", "U2", "U3", "U4", "U5", "U6")),
                date("/urgency/startBy"), text("/urgency/text")));
        sections.add(section(Message.of("web.opinion.more"),
                text("/certaintyStatement"), text("/wouldChangeMind"), text("/conflictOfInterest"),
                field("/narrative", Kind.LONG_TEXT, List.of())));
        return sections;
    }

    /** Everything answered so far, page by page, for reading through. */
    List<OpinionPage.Part> parts() {
        return steps().stream()
                .filter(step -> !step.equals("check"))
                .map(step -> new OpinionPage.Part(step, messages.say(title(step)), answers(step)))
                .toList();
    }

    private List<OpinionPage.Answer> answers(String step) {
        return sections(step).stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> !field.value().isEmpty())
                .map(field -> new OpinionPage.Answer(messages.say(field.label()), said(field)))
                .toList();
    }

    private static String said(Field field) {
        return field.choices().stream()
                .filter(Choice::chosen)
                .map(Choice::label)
                .findFirst()
                .orElse(field.value());
    }

    /**
     * The draft with the answers of one page. Rows are taken from the last to the first, so that emptying one moves none
     * that is still to come; a row whose every answer is blank goes.
     */
    Draft apply(String step, MultiValueMap<String, String> form) {
        var result = draft;
        for (var section : sections(step).reversed()) {
            var row = rowOf(section);
            var blank = section.fields().stream().allMatch(field -> answer(form, field).isEmpty());
            if (row != null && blank) {
                result = result.without(row);
                continue;
            }
            for (var field : section.fields()) {
                if (!answer(form, field).isEmpty()) {
                    result = result.with(field.pointer(), answer(form, field));
                }
            }
            for (var field : section.fields()) {
                if (answer(form, field).isEmpty() && result.answer(field.pointer()).isPresent()) {
                    result = result.without(field.pointer());
                }
            }
        }
        return result;
    }

    private static @Nullable String rowOf(Section section) {
        var pointer = section.fields().getFirst().pointer();
        var parent = pointer.substring(0, pointer.lastIndexOf('/'));
        return parent.matches(".*/\\d+") ? parent : null;
    }

    private static String answer(MultiValueMap<String, String> form, Field field) {
        var given = form.getFirst(field.pointer());
        var stripped = given == null ? "" : given.strip();
        return stripped.length() > LONGEST_ANSWER ? stripped.substring(0, LONGEST_ANSWER) : stripped;
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
                .map(value -> new Choice(value, messages.say("web.opinion." + words + "." + key(value)), value.equals(now)))
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
