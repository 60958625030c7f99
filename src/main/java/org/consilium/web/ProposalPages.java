package org.consilium.web;

import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Corrections;
import org.consilium.records.Records;
import org.consilium.web.pages.ProposalsPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was read in words and pictures, for the person to check: nothing is concluded from it before. */
@Controller
class ProposalPages {
    private static final int AT_ONCE = 20;
    private static final int LONGEST_TEXT = 600;

    private final Templates templates;
    private final Records records;
    private final Corrections corrections;
    private final Desk desk;

    ProposalPages(Templates templates, Records records, Corrections corrections, Desk desk) {
        this.templates = templates;
        this.records = records;
        this.corrections = corrections;
        this.desk = desk;
    }

    @GetMapping("/cases/{id}/proposals")
    Page proposals(Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        var open = desk.open(actor, id);
        var rows = FactRows.of(actor, id, records, Frames.messages(request));
        var all = open.file().proposals();
        return Page.of(templates.proposals(new ProposalsPage(
                desk.frame(request, open, Message.of("webrecords.proposals.title"), open.path() + "/records"),
                id,
                all.size(),
                all.stream().limit(AT_ONCE).map(fact -> proposal(fact, rows)).toList())));
    }

    private static ProposalsPage.Proposal proposal(Fact fact, FactRows rows) {
        var row = rows.row(fact);
        var text = fact.detail(Detail.NARRATIVE)
                .map(words -> words.substring(0, Math.min(LONGEST_TEXT, words.length())))
                .orElse(null);
        return new ProposalsPage.Proposal(row.key(), row, rows.picture(fact), text);
    }

    @PostMapping("/cases/{id}/proposals/{key}/confirm")
    String confirm(Actor actor, @PathVariable UUID id, @PathVariable String key, RedirectAttributes next) {
        desk.open(actor, id);
        return "redirect:"
                + CorrectionPages.done(
                        id, corrections.confirm(actor, id, key), "webrecords.confirmed", "/proposals", next);
    }

    @PostMapping("/cases/{id}/proposals/{key}/reject")
    String reject(Actor actor, @PathVariable UUID id, @PathVariable String key, RedirectAttributes next) {
        desk.open(actor, id);
        return "redirect:"
                + CorrectionPages.done(
                        id, corrections.reject(actor, id, key), "webrecords.rejected", "/proposals", next);
    }
}
