package org.consilium.web;

import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.language.Message;
import org.consilium.records.FileChange;
import org.consilium.records.Intake;
import org.consilium.records.StoredFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person says about a file, or about all files that raise the same question: it is mine, or take it away. */
@Controller
class FileChangePages {
    private final Intake intake;
    private final Desk desk;

    FileChangePages(Intake intake, Desk desk) {
        this.intake = intake;
        this.desk = desk;
    }

    @PostMapping("/cases/{id}/files/{hash}/accept")
    String accept(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String hash,
            @RequestParam(defaultValue = "false") boolean alike,
            RedirectAttributes next) {
        desk.open(actor, id);
        if (alike) {
            var files = intake.alike(actor, id, hash, StoredFile.State.WAITING, Intake::accept);
            Frames.flash(next, Message.of("webrecords.alike.accepted", files), undo(id, hash, "hold?alike=true"));
        } else {
            intake.accept(actor, id, hash);
            Frames.flash(next, Message.of("web.records.accepted"), undo(id, hash, "hold"));
        }
        return records(id);
    }

    /** Takes acceptance back. */
    @PostMapping("/cases/{id}/files/{hash}/hold")
    String hold(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String hash,
            @RequestParam(defaultValue = "false") boolean alike,
            RedirectAttributes next) {
        desk.open(actor, id);
        if (alike) {
            var files = intake.alike(actor, id, hash, StoredFile.State.FILED, Intake::hold);
            Frames.flash(next, Message.of("webrecords.alike.held", files));
        } else {
            intake.hold(actor, id, hash);
            Frames.flash(next, Message.of("webrecords.held"));
        }
        return records(id);
    }

    @PostMapping("/cases/{id}/files/{hash}/remove")
    String remove(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String hash,
            @RequestParam(defaultValue = "false") boolean alike,
            RedirectAttributes next) {
        desk.open(actor, id);
        if (alike) {
            var files = intake.alike(actor, id, hash, StoredFile.State.WAITING, Intake::remove);
            Frames.flash(next, Message.of("webrecords.alike.removed", files), undo(id, hash, "restore?alike=true"));
        } else {
            intake.remove(actor, id, hash);
            Frames.flash(next, Message.of("web.records.removedNow"), undo(id, hash, "restore"));
        }
        return records(id);
    }

    @PostMapping("/cases/{id}/files/{hash}/restore")
    String restore(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String hash,
            @RequestParam(defaultValue = "false") boolean alike,
            RedirectAttributes next) {
        desk.open(actor, id);
        if (alike) {
            var files = intake.alike(actor, id, hash, StoredFile.State.REMOVED, Intake::restore);
            Frames.flash(next, Message.of("webrecords.alike.restored", files));
        } else {
            intake.restore(actor, id, hash);
            Frames.flash(next, Message.of("web.records.restoredNow"));
        }
        return records(id);
    }

    @PostMapping("/cases/{id}/files/{hash}/read-again")
    String readAgain(Actor actor, @PathVariable UUID id, @PathVariable String hash, RedirectAttributes next) {
        desk.open(actor, id);
        var change = intake.readAgain(actor, id, hash);
        Frames.flash(
                next,
                Message.of(change instanceof FileChange.Changed ? "webrecords.again.done" : "webrecords.again.not"));
        return records(id) + (change instanceof FileChange.Changed ? "#file-" + hash : "");
    }

    private static String undo(UUID id, String hash, String way) {
        return "/cases/" + id + "/files/" + hash + "/" + way;
    }

    private static String records(UUID id) {
        return "redirect:/cases/" + id + "/records";
    }
}
