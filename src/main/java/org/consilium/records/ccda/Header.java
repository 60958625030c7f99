package org.consilium.records.ccda;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.records.Identity;
import org.consilium.terminology.Oids;

/** The head of a document: whose it is, what it is, when it was written and about which visit. */
final class Header {
    /** LOINC document types that are one report as a whole: imaging, pathology, operation. */
    private static final Set<String> REPORTS = Set.of("18748-4", "11526-1", "11504-8", "28570-0", "34122-2");

    private final Element root;
    private final Section section;

    Header(Element root, String file) {
        this.root = root;
        this.section = new Section(root, SectionKind.OTHER, new Narrative(null), file);
    }

    Optional<PartialDate> written() {
        return root.first("effectiveTime").flatMap(time -> Span.date(time, "value"));
    }

    /** True for the United States, where dates in numbers begin with the month. */
    boolean isAmerican() {
        return root.all("realmCode").stream().anyMatch(realm -> realm.has("code", "US"))
                || root.first("languageCode")
                        .filter(language -> language.has("code", "en-US"))
                        .isPresent();
    }

    /** How many people the document says it is about. */
    int patients() {
        return root.all("recordTarget", "patientRole").size();
    }

    Identity patient() {
        var role = root.first("recordTarget", "patientRole");
        var patient = role.flatMap(each -> each.first("patient"));
        var names = patient.stream()
                .flatMap(each -> each.all("name").stream())
                .map(Header::name)
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
        var birth = patient.flatMap(each -> each.first("birthTime")).flatMap(time -> Span.date(time, "value"));
        var sex = patient.flatMap(each -> each.first("administrativeGenderCode"))
                .flatMap(code -> code.attribute("code"))
                .map(Header::sex);
        var identifiers = role.stream()
                .flatMap(each -> each.all("id").stream())
                .flatMap(id -> identifier(id).stream())
                .distinct()
                .toList();
        return new Identity(names, birth.map(PartialDate::withoutTime).orElse(null), sex.orElse(null), identifiers);
    }

    private static String name(Element name) {
        var parts = Stream.of("given", "family")
                .flatMap(part -> name.all(part).stream())
                .map(Element::text)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
        return parts.isEmpty() ? name.text() : parts;
    }

    private static Sex sex(String code) {
        return switch (code) {
            case "F" -> Sex.FEMALE;
            case "M" -> Sex.MALE;
            case "UN" -> Sex.OTHER;
            default -> Sex.UNKNOWN;
        };
    }

    private static Optional<String> identifier(Element id) {
        return id.attribute("root")
                .map(Oids::uri)
                .flatMap(system -> id.isNull()
                        ? Optional.empty()
                        : Optional.of(system + "|" + id.attribute("extension").orElse("")));
    }

    /** The document itself and the visit it is about. */
    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        document().ifPresent(facts::add);
        root.first("componentOf", "encompassingEncounter")
                .filter(encounter -> !encounter.isNull())
                .flatMap(encounter -> Encounters.read(encounter, section))
                .ifPresent(facts::add);
        return facts;
    }

    private Optional<Fact> document() {
        var code = Concept.of(root.first("code"), section);
        var report = code.isOneOf(REPORTS);
        var event = root.first("documentationOf", "serviceEvent").map(Span::of).orElse(Span.UNKNOWN);
        var written = new Span(written().orElse(null), null, false);
        var title = root.first("title").map(Element::text).filter(words -> !words.isEmpty());
        return Draft.of(report ? FactKind.REPORT : FactKind.DOCUMENT)
                .codes(code.codes())
                .named(title, code.name(), Optional.of(root.name()))
                .when(report && event.start() != null ? new Span(event.start(), null, false) : written)
                .status("current")
                .detail(Detail.PERFORMER, author())
                .detail(Detail.RECORDED, written().map(PartialDate::toString))
                .detail(Detail.NARRATIVE, report ? wholeText() : Optional.empty())
                .at(section.at(root));
    }

    private Optional<String> author() {
        var author = root.first("author", "assignedAuthor");
        return author.flatMap(each -> each.first("assignedPerson", "name"))
                .map(Header::name)
                .filter(words -> !words.isBlank())
                .or(() -> author.flatMap(each -> each.first("representedOrganization", "name"))
                        .map(Element::text));
    }

    private Optional<String> wholeText() {
        var words = root.all("component", "structuredBody", "component", "section").stream()
                .flatMap(each -> each.all("text").stream())
                .map(Narrative::plain)
                .filter(plain -> !plain.isBlank())
                .collect(Collectors.joining("\n\n"));
        return words.isBlank() ? Optional.empty() : Optional.of(words);
    }
}
