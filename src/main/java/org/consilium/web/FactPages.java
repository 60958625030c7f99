package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.consilium.audit.Actor;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.Source;
import org.consilium.language.Message;
import org.consilium.records.Excerpts;
import org.consilium.records.Format;
import org.consilium.records.PageImages;
import org.consilium.records.PartBytes;
import org.consilium.records.PartFiles;
import org.consilium.records.Piles;
import org.consilium.records.Previews;
import org.consilium.records.Records;
import org.consilium.records.StoredFile;
import org.consilium.web.pages.FactsPage;
import org.consilium.web.pages.FilePage;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The facts of a case, pile by pile or along time, and the source behind each. */
@Controller
class FactPages {
    private static final int PAGE = 200;
    /** Of larger files only the beginning is looked at. */
    private static final int LARGEST = 64 << 20;

    private final Templates templates;
    private final Records records;
    private final Previews previews;
    private final PartFiles parts;
    private final Desk desk;

    FactPages(Templates templates, Records records, Previews previews, PartFiles parts, Desk desk) {
        this.templates = templates;
        this.records = records;
        this.previews = previews;
        this.parts = parts;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/records/{pile}")
    Page facts(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String pile,
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request) {
        return page(actor, id, pile, "", from, request);
    }

    /** Searching is a POST: what the person looks for never stands in an address. */
    @PostMapping("/cases/{id}/records/{pile}")
    Page search(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String pile,
            @RequestParam(defaultValue = "") String search,
            HttpServletRequest request) {
        return page(actor, id, pile, search.strip(), 0, request);
    }

    private Page page(Actor actor, UUID id, String pile, String search, int from, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var piles = Piles.of(open.file().facts());
        var chosen = pile.equals("timeline")
                ? open.file().facts()
                : piles.entrySet().stream()
                        .filter(each -> RecordsPages.word(each.getKey()).equals(pile))
                        .findFirst()
                        .orElseThrow(ErrorPages.NotThere::new)
                        .getValue();
        var wanted = search.toLowerCase(Locale.ROOT);
        var locale = Frames.messages(request).locale();
        var found = chosen.stream()
                .filter(fact ->
                        FactNames.of(fact, locale).toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(FactPages::day).reversed())
                .toList();
        var rows = FactRows.of(actor, id, records, Frames.messages(request));
        var start = Math.clamp(from, 0, found.size());
        var end = Math.min(found.size(), search.isEmpty() ? start + PAGE : found.size());
        var years = new TreeMap<Integer, List<FactsPage.Row>>(Comparator.reverseOrder());
        for (var fact : found.subList(start, end)) {
            years.computeIfAbsent(fact.date() == null ? 0 : fact.date().year(), year -> new java.util.ArrayList<>())
                    .add(rows.row(fact));
        }
        var base = open.path() + "/records";
        return Page.of(templates.facts(new FactsPage(
                desk.frame(
                        request,
                        open,
                        Message.of(pile.equals("timeline") ? "web.timeline.title" : "web.pile." + pile),
                        base),
                id,
                pile,
                search,
                found.size(),
                years.entrySet().stream()
                        .map(year -> new FactsPage.Year(year.getKey(), year.getValue()))
                        .toList(),
                end < found.size() ? base + "/" + pile + "?from=" + end : null)));
    }

    private static String day(Fact fact) {
        return fact.date() == null ? "" : fact.date().toString();
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
        var isImage = file.format() == Format.DICOM;
        var noPreview = isImage ? previews.whyNone(actor, id, hash) : Optional.<Message>empty();
        var excerpt = isImage ? Optional.<String>empty() : excerpt(actor, id, file, at);
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
                excerpt.orElse(null),
                isForExperts(file.format()),
                picture(id, file, at),
                isImage && noPreview.isEmpty(),
                Stream.concat(file.problems().stream().map(problem -> problem.message()), noPreview.stream())
                        .toList())));
    }

    private static FilePage.@Nullable Picture picture(UUID id, StoredFile file, String at) {
        if (file.format() != Format.PDF && file.format() != Format.IMAGE) {
            return null;
        }
        var page = PageImages.page(at);
        return new FilePage.Picture("/cases/" + id + "/files/" + file.hash() + "/pages/" + page + ".png", page);
    }

    /** What stands at a place, inside of other files too; of an archive only the file that is shown is opened. */
    private Optional<String> excerpt(Actor actor, UUID id, StoredFile file, String at) throws IOException {
        if (PartBytes.isInside(at)) {
            return parts.open(actor, id, file.hash(), at)
                    .flatMap(part -> Excerpts.at(part.bytes(), part.format(), part.place()));
        }
        if (file.format() == Format.ARCHIVE) {
            return Optional.empty();
        }
        try (var opened = records.open(actor, id, file.hash()).orElseThrow(ErrorPages.NotThere::new)) {
            return Excerpts.at(opened.bytes().readNBytes(LARGEST), file.format(), at);
        }
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
