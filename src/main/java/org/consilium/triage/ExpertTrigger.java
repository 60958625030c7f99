package org.consilium.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Reason;
import org.consilium.triage.Assessment.TriggerResult;
import org.consilium.triage.FactIndex.Contact;

/**
 * T8: the right expert is not on site. Records seldom name the specialty of a doctor. Where they do: «yes» when the visits of
 * the last year for a serious condition name specialties and none of them is an expert for it, «no» when every serious
 * condition has one. How often a team treats the condition is in no record.
 */
final class ExpertTrigger {
    private final History history;
    private final List<Contact> contacts;

    private ExpertTrigger(History history) {
        this.history = history;
        this.contacts = contacts();
    }

    static TriggerResult expert(History history) {
        return new ExpertTrigger(history).result();
    }

    private TriggerResult result() {
        var yes = new ArrayList<Reason>();
        var no = new ArrayList<Reason>();
        var isOpen = false;
        for (var held : history.present()) {
            if (held.groups().stream().noneMatch(group -> Triggers.isSerious(group.tier()))) {
                continue;
            }
            var expert =
                    contacts.stream().filter(contact -> isExpert(contact, held)).findFirst();
            var other = history.visits(held).stream()
                    .filter(visit ->
                            contacts.stream().anyMatch(contact -> contact.fact().equals(visit)))
                    .findFirst();
            if (expert.isPresent()) {
                no.add(because("expert-seen", expert.get().fact(), held));
            } else if (other.isPresent()) {
                yes.add(because("expert-other", other.get(), held));
            } else {
                isOpen = true;
            }
        }
        if (!yes.isEmpty()) {
            return Triggers.result("T8", Met.YES, yes);
        }
        return isOpen || no.isEmpty()
                ? Triggers.result("T8", Met.CANNOT_TELL, List.of(Because.of("expert-unknown", null)))
                : Triggers.result("T8", Met.NO, no);
    }

    /** Those of the last year whose doctor or service is named with a specialty, the newest first. */
    private List<Contact> contacts() {
        return history.index.contacts.get().stream()
                .filter(contact -> history.isOfLastYear(contact.fact()))
                .sorted(Comparator.comparing(Contact::fact, History.NEWEST_FIRST))
                .toList();
    }

    private static boolean isExpert(Contact contact, Held held) {
        return held.groups().stream().anyMatch(group -> contact.named().isExpertFor(group.id()));
    }

    private static Reason because(String key, Fact fact, Held held) {
        return Because.of(key, fact, fact.detail(Detail.PERFORMER).orElse(fact.text()), held.text());
    }
}
