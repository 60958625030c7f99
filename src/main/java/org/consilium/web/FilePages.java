package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.audit.Actor;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.Source;
import org.consilium.language.Message;
import org.consilium.records.Excerpts;
import org.consilium.records.Format;
import org.consilium.records.PartBytes;
import org.consilium.records.PartFiles;
import org.consilium.records.Previews;
import org.consilium.records.Problem;
import org.consilium.records.Records;
import org.consilium.records.StoredFile;
import org.consilium.web.pages.FilePage;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A source file opened at a place, in a file inside of it too, and its very bytes. */
@Controller
class FilePages {
    /** Of larger files only the beginning is looked at. */
    private static final int LARGEST = 64 << 20;

    private final Templates templates;
    private final Records records;
    private final Previews previews;
    private final PartFiles parts;
    private final Desk desk;

    FilePages(Templates templates, Records records, Previews previews, PartFiles parts, Desk desk) {
        this.templates = templates;
        this.records = records;
        this.previews = previews;
        this.parts = parts;
        this.desk = desk;
    }

    /** Where the source of a fact by hand leads: to what was changed by hand. */
    @GetMapping("/cases/{id}/files/by-hand")
    String byHand(Actor actor, @PathVariable UUID id) {
        desk.open(actor, id);
        return "redirect:/cases/" + id + "/changes";
    }

    @GetMapping("/cases/{id}/files/{hash}")
    Page file(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String hash,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request)
            throws IOException {
        var open = desk.open(actor, id);
        var file = stored(actor, id, hash);
        var shown = PartBytes.isInside(at) ? inside(actor, id, file, at) : whole(actor, id, file, at);
        var rows = FactRows.of(actor, id, records, Frames.messages(request));
        var here = at.isEmpty()
                ? List.<Fact>of()
                : Stream.concat(open.file().facts().stream(), open.file().proposals().stream())
                        .filter(fact -> fact.sources().contains(new Source(hash, at)))
                        .toList();
        var readable = here.stream()
                .flatMap(fact -> fact.detail(Detail.NARRATIVE).stream())
                .findFirst()
                .orElse(null);
        return Page.of(templates.file(new FilePage(
                desk.frame(request, open, Message.of("web.file.title"), open.path() + "/records"),
                id,
                hash,
                file.name(),
                Message.of("web.format." + file.format().word()),
                here.stream().map(rows::row).toList(),
                at,
                readable,
                shown.excerpt().orElse(null),
                isForExperts(shown.format()),
                FilePictures.page(id, file, at),
                shown.format() == Format.DICOM && shown.noPreview().isEmpty()
                        ? FilePictures.address(id, file, at)
                                .map(address -> address + "/preview")
                                .orElse(null)
                        : null,
                Stream.concat(shown.problems().stream().map(Problem::message), shown.noPreview().stream())
                        .toList())));
    }

    /**
     * What there is to see at a place.
     *
     * @param noPreview why there is no small picture of a medical image
     */
    private record Shown(
            Format format, Optional<String> excerpt, Optional<Message> noPreview, List<Problem> problems) {}

    private Shown whole(Actor actor, UUID id, StoredFile file, String at) throws IOException {
        return switch (file.format()) {
            case DICOM ->
                new Shown(Format.DICOM, Optional.empty(), previews.whyNone(actor, id, file.hash()), file.problems());
            case ARCHIVE -> new Shown(Format.ARCHIVE, Optional.empty(), Optional.empty(), file.problems());
            case FHIR_R4, FHIR_OTHER, CCDA, HL7V2, PDF, IMAGE, APPLE_HEALTH, HEALTH_CARD, TEXT, UNKNOWN -> {
                try (var opened = records.open(actor, id, file.hash()).orElseThrow(ErrorPages.NotThere::new)) {
                    var excerpt = Excerpts.at(opened.bytes().readNBytes(LARGEST), file.format(), at);
                    yield new Shown(file.format(), excerpt, Optional.empty(), file.problems());
                }
            }
        };
    }

    /** A file inside of another: of an archive only the file that is shown is opened. */
    private Shown inside(Actor actor, UUID id, StoredFile file, String at) {
        var number = file.part(at);
        var problems = number.isPresent() ? file.parts().get(number.getAsInt()).problems() : file.problems();
        var opened = parts.open(actor, id, file.hash(), at);
        if (opened.isEmpty()) {
            return new Shown(Format.UNKNOWN, Optional.empty(), Optional.empty(), problems);
        }
        var part = opened.get();
        var format = number.isPresent() ? file.parts().get(number.getAsInt()).format() : part.format();
        return format == Format.DICOM
                ? new Shown(format, Optional.empty(), Previews.whyNone(part), problems)
                : new Shown(format, Excerpts.at(part.bytes(), part.format(), part.place()), Optional.empty(), problems);
    }

    /** What was written for people is for everybody; the rest is how programs write. */
    private static boolean isForExperts(Format format) {
        return switch (format) {
            case TEXT, PDF, IMAGE -> false;
            case FHIR_R4, FHIR_OTHER, CCDA, DICOM, HL7V2, APPLE_HEALTH, HEALTH_CARD, ARCHIVE, UNKNOWN -> true;
        };
    }

    /** The very bytes that were handed in, always as a download: nothing of them runs here. */
    @GetMapping("/cases/{id}/files/{hash}/original")
    ResponseEntity<InputStreamResource> original(Actor actor, @PathVariable UUID id, @PathVariable String hash)
            throws IOException {
        var file = stored(actor, id, hash);
        var opened = records.open(actor, id, hash).orElseThrow(ErrorPages.NotThere::new);
        var disposition = ContentDisposition.attachment()
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(new InputStreamResource(opened.bytes()));
    }

    private StoredFile stored(Actor actor, UUID id, String hash) {
        return records.file(actor, id, hash).orElseThrow(ErrorPages.NotThere::new);
    }
}
