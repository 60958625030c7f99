package org.consilium.web;

import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.records.PageImages;
import org.consilium.records.Records;
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

    FilePictures(Records records) {
        this.records = records;
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
        var picture = PageImages.png(bytes, file.format(), number).orElseThrow(ErrorPages.NotThere::new);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePrivate())
                .body(picture);
    }
}
