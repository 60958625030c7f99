package org.consilium.records.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** Reports, documents and imaging studies, with their text where the file holds it as text. */
final class Reports {
    private static final Pattern UID = Pattern.compile("(?:urn:oid:)?[0-2](?:\\.\\d+){5,}");

    private Reports() {}

    static void report(Place place) {
        var report = place.resource();
        var named = Named.first(report, "code", "name");
        var name = named.words();
        var draft = place.draft(FactKind.REPORT)
                .named(named)
                .status(report.string("status"))
                .when(When.first(report, "effective", "diagnostic"))
                .recorded(When.of(report, "issued"))
                .detail(
                        Detail.CATEGORY,
                        Named.first(report, "category", "serviceCategory").word())
                .performers(report.children("performer"))
                .performers(report.children("resultsInterpreter"));
        var concluded = Named.first(report, "conclusionCode", "codedDiagnosis");
        var words = concluded.words();
        if (words != null) {
            draft.value(new Value.Coded(concluded.codes(), words));
        }
        narrative(
                draft,
                List.of(
                        Objects.requireNonNullElse(report.string("conclusion"), ""),
                        attachments(place, report.children("presentedForm"), "presentedForm[%d]", name)));
        draft.done();
    }

    static void documentReference(Place place) {
        var document = place.resource();
        var attachments = document.children("content").stream()
                .map(content -> content.child("attachment"))
                .toList();
        var title = attachments.stream()
                .map(attachment -> attachment.string("title"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(document.string("description"));
        var draft = place.draft(FactKind.DOCUMENT)
                .named(Named.of(document.child("type")).orElse(new Named(List.of(), title)))
                .status(document.string("status"))
                .when(When.first(document, "date", "created", "indexed"))
                .detail(Detail.CATEGORY, Named.of(document.child("category")).words())
                .performers(document.children("author"));
        narrative(draft, List.of(attachments(place, attachments, "content[%d].attachment", title)));
        draft.done();
    }

    static void composition(Place place) {
        var composition = place.resource();
        var title = new Named(List.of(), composition.string("title"));
        var type = Named.of(composition.child("type"));
        var draft = place.draft(FactKind.DOCUMENT)
                .named(new Named(type.codes(), title.orElse(type).words()))
                .status(composition.string("status"))
                .when(When.of(composition, "date"))
                .performers(composition.children("author"));
        narrative(draft, List.of(sections(composition, 0)));
        draft.done();
    }

    private static String sections(Element parent, int depth) {
        if (depth > 5) {
            return "";
        }
        return parent.children("section").stream()
                .flatMap(section -> Stream.of(
                        Objects.requireNonNullElse(section.string("title"), ""),
                        Objects.requireNonNullElse(
                                Texts.withoutMarkup(section.child("text").string("div")), ""),
                        sections(section, depth + 1)))
                .filter(words -> !words.isBlank())
                .collect(Collectors.joining("\n"));
    }

    /** A Binary, or a Media, that stands for itself. */
    static void binary(Place place) {
        var binary = place.resource();
        var content = binary.firstChild("content");
        var isInside = content.has("contentType") || content.has("data") || content.has("url");
        var attachment = isInside ? content : binary;
        var at = isInside ? place.at() + ".content" : place.at();
        var draft = place.draft(FactKind.DOCUMENT)
                .named(Named.first(binary, "type", "modality")
                        .orElse(new Named(List.of(), attachment.firstString("title", "contentType"))))
                .status(binary.string("status"))
                .when(When.of(binary, "created"))
                .bodySite(binary.children("bodySite"));
        var words = Attachments.words(place, attachment, at, attachment.string("title"));
        narrative(draft, List.of(Objects.requireNonNullElse(words, "")));
        draft.done();
    }

    /** ClinicalImpression: an assessment in words. */
    static void impression(Place place) {
        var impression = place.resource();
        var description = new Named(List.of(), impression.string("description"));
        var draft = place.draft(FactKind.DOCUMENT)
                .named(Named.of(impression.child("code")).orElse(description))
                .status(impression.string("status"))
                .when(When.first(impression, "effective", "date"))
                .performers(impression.children("assessor"));
        narrative(draft, List.of(Objects.requireNonNullElse(impression.string("summary"), "")));
        draft.done();
    }

    static void imagingStudy(Place place) {
        var study = place.resource();
        var series = study.child("series");
        var modality = Stream.of(study.child("modality"), study.child("modalityList"), series.child("modality"))
                .map(Named::of)
                .filter(Named::isSomething)
                .findFirst()
                .orElse(Named.NOTHING);
        var site = study.children("bodySite").isEmpty() ? series.children("bodySite") : study.children("bodySite");
        var named = Named.first(study, "procedureCode", "procedure")
                .orElse(new Named(List.of(), study.string("description")))
                .orElse(new Named(List.of(), series.string("description")))
                .orElse(new Named(List.of(), modality.words()));
        place.draft(FactKind.IMAGING)
                .named(named)
                .status(study.string("status"))
                .when(When.of(study, "started"))
                .recorded(When.of(series, "started"))
                .detail(Detail.MODALITY, modality.word())
                .detail(Detail.IMAGES, "yes")
                .detail(Detail.STUDY, studyUid(study))
                .detail(Detail.SERIES, count(study, "numberOfSeries"))
                .detail(Detail.INSTANCES, count(study, "numberOfInstances"))
                .bodySite(site)
                .detail(Detail.LATERALITY, Laterality.of(Named.of(series.child("laterality"))))
                .reasons(study.children("reasonCode"))
                .reasons(study.children("reasonReference"))
                .detail(Detail.NARRATIVE, study.child("note").string("text"))
                .done();
    }

    /** The DICOM Study Instance UID: an identifier {@code urn:oid:...}, or the element {@code uid} of versions before R4. */
    private static @Nullable String studyUid(Element study) {
        var earlier = study.string("uid");
        return Stream.concat(
                        study.children("identifier").stream().map(identifier -> identifier.string("value")),
                        Stream.ofNullable(earlier))
                .filter(Objects::nonNull)
                .filter(value -> UID.matcher(value).matches())
                .map(value -> value.replaceFirst("^urn:oid:", ""))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String count(Element study, String name) {
        var written = study.string(name);
        return written != null && written.matches("\\d{1,9}") && !written.matches("0+") ? written : null;
    }

    private static void narrative(Draft draft, List<String> parts) {
        var words = parts.stream().filter(part -> !part.isBlank()).distinct().collect(Collectors.joining("\n"));
        draft.detail(Detail.NARRATIVE, words);
    }

    /** The text of those that hold text; the others are handed on, or counted, so that the person hears of them. */
    private static String attachments(Place place, List<Element> attachments, String path, @Nullable String title) {
        var words = new ArrayList<String>();
        for (var index = 0; index < attachments.size(); index++) {
            if (attachments.get(index).isPresent()) {
                var at = place.at() + "." + path.replace("%d", String.valueOf(index));
                var text = Attachments.words(place, attachments.get(index), at, title);
                if (text != null) {
                    words.add(text);
                }
            }
        }
        return String.join("\n", words);
    }
}
