package org.consilium.web;

import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.records.PartFiles;
import org.consilium.records.Preview;
import org.consilium.records.Previews;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Small pictures of medical images: drawn anew by the program, so nothing of the file itself reaches the browser. */
@Controller
class PreviewPages {
    private final Previews previews;
    private final PartFiles parts;

    PreviewPages(Previews previews, PartFiles parts) {
        this.previews = previews;
        this.parts = parts;
    }

    @GetMapping("/cases/{id}/files/{hash}/preview")
    ResponseEntity<byte[]> preview(Actor actor, @PathVariable UUID id, @PathVariable String hash) {
        return answer(previews.draw(actor, id, hash));
    }

    /** The same for an image inside of another file, for example of a disc in a ZIP. */
    @GetMapping("/cases/{id}/files/{hash}/parts/{part}/preview")
    ResponseEntity<byte[]> ofPart(
            Actor actor, @PathVariable UUID id, @PathVariable String hash, @PathVariable int part) {
        return answer(previews.draw(parts.open(actor, id, hash, part).orElseThrow(ErrorPages.NotThere::new)));
    }

    private static ResponseEntity<byte[]> answer(Preview drawn) {
        return switch (drawn) {
            case Preview.Shown shown ->
                ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .header(HttpHeaders.CACHE_CONTROL, "private, max-age=600")
                        .body(shown.bytes());
            case Preview.None none -> throw new ErrorPages.NotThere();
        };
    }
}
