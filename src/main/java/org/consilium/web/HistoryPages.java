package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.history.Medicine;
import org.consilium.history.Medicines;
import org.consilium.history.OnePage;
import org.consilium.language.Message;
import org.consilium.web.pages.MedicinesPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The history of a case on one page, and its medicines now and before. */
@Controller
class HistoryPages {
    private final Templates templates;
    private final Desk desk;

    HistoryPages(Templates templates, Desk desk) {
        this.templates = templates;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/history")
    Page history(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var messages = Frames.messages(request);
        var view = new HistoryView(id, messages);
        return Page.of(templates.history(view.page(
                desk.frame(request, open, Message.of("history.page.title")),
                open.about().title(),
                open.file(),
                OnePage.of(open.file(), desk.today()),
                desk.today())));
    }

    @GetMapping("/cases/{id}/medicines")
    Page medicines(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var words = new MedicineWords(id, Frames.messages(request));
        var all = Medicines.of(open.file(), desk.today());
        var groups = java.util.Arrays.stream(Medicine.Taking.values())
                .map(taking -> words.group(
                        taking,
                        all.stream()
                                .filter(medicine -> medicine.taking() == taking)
                                .toList()))
                .filter(group -> !group.drugs().isEmpty())
                .toList();
        return Page.of(templates.medicines(
                new MedicinesPage(desk.frame(request, open, Message.of("history.medicines.title")), id, groups)));
    }
}
