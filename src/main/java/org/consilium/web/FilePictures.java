package org.consilium.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.records.Format;
import org.consilium.records.PageImages;
import org.consilium.records.PartBytes;
import org.consilium.records.PartFiles;
import org.consilium.records.Records;
import org.consilium.records.StoredFile;
import org.consilium.web.pages.FilePage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Pictures of the pages of stored files, drawn here so that nothing of the file reaches the browser as it is. */
@Controller
class FilePictures {
    private final Records records;
    private final PartFiles parts;

    FilePictures(Records records, PartFiles parts) {
        this.records = records;
        this.parts = parts;
    }

    /** Where the pictures of a file are, or of the file inside of it in which the place lies; a number stands for its name. */
    static Optional<String> address(UUID id, StoredFile file, String place) {
        var base = "/cases/" + id + "/files/" + file.hash();
        if (!PartBytes.isInside(place)) {
            return Optional.of(base);
        }
        var number = file.part(place);
        return number.isEmpty() ? Optional.empty() : Optional.of(base + "/parts/" + number.getAsInt());
    }

    /** The picture of the page on which a place is; absent when nothing is drawn of such a file. */
    static FilePage.@Nullable Picture page(UUID id, StoredFile file, String place) {
        var number = file.part(place);
        var format = number.isPresent() ? file.parts().get(number.getAsInt()).format() : file.format();
        if (format != Format.PDF && format != Format.IMAGE) {
            return null;
        }
        var page = PageImages.page(place.substring(place.lastIndexOf('!') + 1));
        return address(id, file, place)
                .map(address -> new FilePage.Picture(address + "/pages/" + page + ".png", page))
                .orElse(null);
    }

    /** A file's hash names its bytes, so a picture of its page may be kept by the browser of the one who may see it. */
    @GetMapping("/cases/{id}/files/{hash}/pages/{number}.png")
    ResponseEntity<byte[]> page(Actor actor, @PathVariable UUID id, @PathVariable String hash, @PathVariable int number)
            throws IOException {
        var file = records.file(actor, id, hash).orElseThrow(ErrorPages.NotThere::new);
        byte[] bytes;
        try (var opened = records.open(actor, id, hash).orElseThrow(ErrorPages.NotThere::new)) {
            bytes = opened.bytes().readNBytes(PageImages.MOST_BYTES + 1);
        }
        if (bytes.length > PageImages.MOST_BYTES) {
            throw new ErrorPages.NotThere();
        }
        return drawn(PageImages.png(bytes, file.format(), number));
    }

    /** A page of a file inside of another, for example of a letter in a ZIP. */
    @GetMapping("/cases/{id}/files/{hash}/parts/{part}/pages/{number}.png")
    ResponseEntity<byte[]> pageOfPart(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String hash,
            @PathVariable int part,
            @PathVariable int number) {
        var opened = parts.open(actor, id, hash, part).orElseThrow(ErrorPages.NotThere::new);
        return drawn(PageImages.png(opened.bytes(), opened.format(), number));
    }

    private static ResponseEntity<byte[]> drawn(Optional<byte[]> picture) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(picture.orElseThrow(ErrorPages.NotThere::new));
    }
}
