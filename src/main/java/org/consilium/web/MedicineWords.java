package org.consilium.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.history.Medicine;
import org.consilium.language.Messages;
import org.consilium.web.pages.MedicinesPage;

/** Medicines in words of one language. */
final class MedicineWords {
    private final UUID id;
    private final Messages messages;

    MedicineWords(UUID id, Messages messages) {
        this.id = id;
        this.messages = messages;
    }

    MedicinesPage.Group group(Medicine.Taking taking, List<Medicine> medicines) {
        var key = "history.medicines." + taking.name().toLowerCase(Locale.ROOT);
        return new MedicinesPage.Group(
                messages.say(key),
                messages.say(key + ".note"),
                medicines.stream().map(this::drug).toList());
    }

    private MedicinesPage.Drug drug(Medicine medicine) {
        return new MedicinesPage.Drug(
                medicine.name(),
                span(medicine),
                medicine.uses().stream().map(this::use).toList());
    }

    /** Since when and until when, as far as known. */
    String span(Medicine medicine) {
        var since = medicine.since().map(date -> FactWords.when(date, messages)).orElse("");
        var until = medicine.taking() == Medicine.Taking.NOW
                ? ""
                : medicine.until().map(date -> FactWords.when(date, messages)).orElse("");
        return medicine.taking() == Medicine.Taking.BEFORE && until.isEmpty() && !since.isEmpty()
                ? messages.say("history.medicines.started", since)
                : between(since, until);
    }

    private String between(String since, String until) {
        if (since.isEmpty()) {
            return until.isEmpty() ? messages.say("web.facts.noDate") : messages.say("history.medicines.until", until);
        }
        if (until.isEmpty() || until.equals(since)) {
            return messages.say("history.medicines.since", since);
        }
        return messages.say("history.medicines.between", since, until);
    }

    private MedicinesPage.Use use(Fact fact) {
        var since = fact.date() == null ? "" : FactWords.when(fact.date(), messages);
        var until = fact.end() == null ? "" : FactWords.when(fact.end(), messages);
        var dose = FactWords.value(fact);
        var named = dose.isEmpty() ? fact.text() : fact.text() + ": " + dose;
        return new MedicinesPage.Use(
                between(since, until),
                named,
                FactWords.status(fact, messages),
                fact.detail(Detail.REASON).orElse(""),
                FactWords.href(id, fact));
    }
}
