package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.letters.Letters;
import org.consilium.opinions.Filed;
import org.consilium.opinions.OpinionJson;
import org.consilium.opinions.OpinionJson.Problem;
import org.consilium.opinions.OpinionSignature;
import org.consilium.opinions.Opinions;
import org.consilium.opinions.Receipt;
import org.consilium.opinions.SignatureCheck;
import org.consilium.records.DocumentWords;
import org.consilium.records.Format;
import org.consilium.records.Records;
import org.consilium.records.StoredFile;
import org.consilium.sharing.OpinionDocument;
import org.consilium.web.pages.OpinionPage;
import org.consilium.web.pages.OpinionsPage;
import org.consilium.web.pages.SituationPage.Choice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The opinions of a case: the list, one to read, and files that hold one. */
@Controller
class OpinionPages {
    private static final Set<Format> LETTERS =
            Set.of(Format.PDF, Format.IMAGE, Format.TEXT, Format.ARCHIVE, Format.FHIR_R4, Format.CCDA);
    private static final int MOST_FILES = 200;

    private final Templates templates;
    private final Opinions opinions;
    private final Letters letters;
    private final Records records;
    private final Desk desk;

    OpinionPages(Templates templates, Opinions opinions, Letters letters, Records records, Desk desk) {
        this.templates = templates;
        this.opinions = opinions;
        this.letters = letters;
        this.records = records;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/opinions")
    Page list(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        return list(actor, desk.open(actor, id), List.of(), request);
    }

    private Page list(Actor actor, Desk.OpenCase open, List<Problem> problems, HttpServletRequest request) {
        var frame = desk.frame(request, open, Message.of("web.opinions.title"));
        var all = opinions.list(actor, open.id());
        return new Page(
                templates.opinions(new OpinionsPage(
                        frame,
                        open.id(),
                        rows(all, filed -> filed.finished() && !filed.removed(), frame::day),
                        rows(all, filed -> !filed.finished() && !filed.removed(), frame::day),
                        rows(all, Filed::removed, frame::day),
                        problems,
                        letters(actor, open.id()),
                        files(actor, open.id()))),
                problems.isEmpty() ? 200 : 422);
    }

    /** Letters that a person is still checking. */
    private List<OpinionsPage.Letter> letters(Actor actor, UUID id) {
        return letters.list(actor, id).stream()
                .filter(letter -> letter.opinion() == null)
                .map(letter -> {
                    var all = letter.reading().proposals().size();
                    var name = records.file(actor, id, letter.fileHash())
                            .map(StoredFile::name)
                            .orElse("");
                    return new OpinionsPage.Letter(
                            letter.id(),
                            Message.of("letters.row", name, all - letter.open().size(), all));
                })
                .toList();
    }

    private List<Choice> files(Actor actor, UUID id) {
        return records.files(actor, id).stream()
                .filter(file -> file.state() == StoredFile.State.FILED && file.size() <= DocumentWords.LARGEST)
                .filter(file -> LETTERS.contains(file.format()))
                .limit(MOST_FILES)
                .map(file -> new Choice(file.hash(), file.name(), false))
                .toList();
    }

    private static List<OpinionsPage.Row> rows(
            List<Filed> all, Predicate<Filed> wanted, Function<LocalDate, String> day) {
        return all.stream()
                .filter(wanted)
                .map(stored -> new OpinionsPage.Row(stored.id(), author(stored), about(stored, day)))
                .toList();
    }

    private static String author(Filed stored) {
        return stored.draft().answer("/author/name").orElse("");
    }

    private static String about(Filed stored, Function<LocalDate, String> day) {
        var specialty = stored.draft().answer("/author/specialty");
        var date = stored.opinion().map(opinion -> day.apply(opinion.date())).orElse("");
        return specialty.map(words -> words + ", " + date).orElse(date);
    }

    /** Loads one or more opinions from JSON files or FHIR documents. */
    @PostMapping("/cases/{id}/opinions")
    Object load(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam("file") List<MultipartFile> files,
            HttpServletRequest request,
            RedirectAttributes next)
            throws IOException {
        var open = desk.open(actor, id);
        var chosen = files.stream().filter(file -> !file.isEmpty()).toList();
        for (var file : chosen) {
            if (receive(actor, id, readBounded(file)) instanceof Receipt.Rejected(var problems)) {
                return list(actor, open, problems, request);
            }
        }
        Frames.flash(next, Message.of(chosen.isEmpty() ? "web.opinions.nothingChosen" : "web.opinions.loaded"));
        return "redirect:" + open.path() + "/opinions";
    }

    private static byte[] readBounded(MultipartFile file) throws IOException {
        try (var bytes = file.getInputStream()) {
            return bytes.readNBytes(OpinionDocument.LARGEST + 1);
        }
    }

    private Receipt receive(Actor actor, UUID id, byte[] file) {
        return switch (OpinionDocument.read(file)) {
            case OpinionDocument.Reading.Whole(var draft) ->
                opinions.receive(actor, id, draft.json().getBytes(StandardCharsets.UTF_8));
            case OpinionDocument.Reading.Refused(var why) -> new Receipt.Rejected(List.of(new Problem("", why)));
            case OpinionDocument.Reading.NotFhir other -> opinions.receive(actor, id, file);
        };
    }

    @GetMapping("/cases/{id}/opinions/{opinion}")
    Object read(Actor actor, @PathVariable UUID id, @PathVariable UUID opinion, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var stored = opinions.find(actor, id, opinion).orElseThrow(ErrorPages.NotThere::new);
        if (stored.opinion().isEmpty()) {
            return "redirect:" + open.path() + "/opinions/" + opinion + "/edit/check";
        }
        var frame = desk.frame(
                request, open, Message.of("web.opinion.readTitle", author(stored)), open.path() + "/opinions");
        var letter = letters.list(actor, id).stream()
                .filter(each -> opinion.equals(each.opinion()))
                .findFirst();
        var href = letter.map(each -> open.path() + "/letters/" + each.id());
        var parts = new OpinionForm(stored.draft(), frame.messages())
                .parts(letter.map(each -> OpinionLetterView.quotes(each, stored.draft(), href.orElseThrow()))
                        .orElse(Map.of()));
        return Page.of(templates.opinion(new OpinionPage(
                frame,
                id,
                opinion,
                false,
                parts,
                List.of(),
                SignatureWords.of(stored.draft(), frame.messages()),
                versions(actor, id, opinion),
                href.orElse(null))));
    }

    @GetMapping("/cases/{id}/opinions/{opinion}/download")
    ResponseEntity<byte[]> download(Actor actor, @PathVariable UUID id, @PathVariable UUID opinion) {
        desk.open(actor, id);
        var stored = opinions.find(actor, id, opinion)
                .filter(filed -> filed.opinion().isPresent())
                .orElseThrow(ErrorPages.NotThere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"opinion.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(document(stored).getBytes(StandardCharsets.UTF_8));
    }

    /** A signed opinion goes out as it was signed: in another order of words its signature would be harder to check. */
    private static String document(Filed stored) {
        return OpinionSignature.check(stored.draft()) instanceof SignatureCheck.Unsigned
                ? OpinionJson.write(stored.opinion().orElseThrow())
                : stored.draft().json();
    }

    private int versions(Actor actor, UUID id, UUID opinion) {
        return (int) opinions.history(actor, id, opinion).stream()
                .filter(Filed::finished)
                .count();
    }

    @PostMapping("/cases/{id}/opinions/{opinion}/remove")
    String remove(Actor actor, @PathVariable UUID id, @PathVariable UUID opinion, RedirectAttributes next) {
        desk.open(actor, id);
        opinions.remove(actor, id, opinion);
        Frames.flash(next, Message.of("web.opinions.removedNow"), "/cases/" + id + "/opinions/" + opinion + "/restore");
        return "redirect:/cases/" + id + "/opinions";
    }

    @PostMapping("/cases/{id}/opinions/{opinion}/restore")
    String restore(Actor actor, @PathVariable UUID id, @PathVariable UUID opinion, RedirectAttributes next) {
        desk.open(actor, id);
        opinions.restore(actor, id, opinion);
        Frames.flash(next, Message.of("web.opinions.restoredNow"));
        return "redirect:/cases/" + id + "/opinions";
    }
}
