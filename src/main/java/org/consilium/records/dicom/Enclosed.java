package org.consilium.records.dicom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.records.Content;
import org.consilium.records.Part;
import org.consilium.records.Parts;
import org.consilium.records.Reading;

/** A file of another format in a DICOM envelope (PS3.3 section A.45): unpacked and itself read. */
final class Enclosed {
    private static final Map<String, String> ENDINGS = Map.of(
            "application/pdf",
            ".pdf",
            "text/xml",
            ".xml",
            "model/stl",
            ".stl",
            "model/obj",
            ".obj",
            "model/mtl",
            ".mtl");

    private Enclosed() {}

    /** What the file inside says; documents that give no date or code of their own have those of the envelope. */
    static Reading read(DicomFile file, DicomFile.Opener opener, Content content) throws IOException {
        var dataset = file.dataset();
        try (var bytes = bytes(file, opener)) {
            var inner = Parts.read(content, Tag.text(Tag.EncapsulatedDocument), name(dataset), bytes);
            var facts = inner.facts().stream().map(fact -> dated(fact, dataset)).toList();
            return new Reading(
                    inner.format(),
                    inner.status(),
                    facts,
                    inner.problems(),
                    inner.patient(),
                    List.<Part>copyOf(inner.parts()));
        }
    }

    private static InputStream bytes(DicomFile file, DicomFile.Opener opener) throws IOException {
        var length = file.dataset().decimal(Tag.EncapsulatedDocumentLength).map(Double::longValue);
        return switch (file.dataset().element(Tag.EncapsulatedDocument).orElse(null)) {
            case Element.Value value -> {
                var most = length.filter(stated -> stated > 0 && stated < value.bytes().length)
                        .map(Long::intValue)
                        .orElse(value.bytes().length);
                yield new ByteArrayInputStream(value.bytes(), 0, most);
            }
            case Element.Bulk bulk ->
                new Stretch(
                        file.bytes(opener),
                        bulk.offset(),
                        length.filter(stated -> stated > 0 && stated < bulk.length())
                                .orElse(bulk.length()));
            case Element.Items items -> InputStream.nullInputStream();
            case null -> InputStream.nullInputStream();
        };
    }

    private static String name(Dataset dataset) {
        var title = Words.first(dataset, Tag.DocumentTitle)
                .or(() -> Concept.first(dataset, Tag.ConceptNameCodeSequence).map(Concept::meaning))
                .or(() -> Words.first(dataset, Tag.SeriesDescription, Tag.StudyDescription))
                .orElse("document");
        var type = dataset.string(Tag.MIMETypeOfEncapsulatedDocument).toLowerCase(Locale.ROOT);
        var ending = ENDINGS.getOrDefault(type, "");
        return title.toLowerCase(Locale.ROOT).endsWith(ending) ? title : title + ending;
    }

    private static Fact dated(Fact fact, Dataset dataset) {
        if (fact.kind() != FactKind.DOCUMENT
                || fact.date() != null
                || !fact.codes().isEmpty()) {
            return fact;
        }
        var draft = new Draft(fact.kind())
                .named(java.util.Optional.of(fact.text()))
                .coded(Concept.all(dataset, Tag.ConceptNameCodeSequence))
                .when(Words.moment(dataset, Tag.ContentDate, Tag.ContentTime))
                .when(Imaging.date(dataset))
                .status(fact.status())
                .value(fact.value())
                .detail(Detail.STUDY, Words.first(dataset, Tag.StudyInstanceUID));
        fact.details().forEach(draft::detail);
        var source = fact.sources().getFirst();
        return draft.at(source.file(), source.at());
    }
}
