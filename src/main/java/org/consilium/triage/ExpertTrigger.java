package org.consilium.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.triage.Assessment.Met;
import org.consilium.triage.Assessment.Reason;
import org.consilium.triage.Assessment.TriggerResult;

/**
 * T8: the right expert is not on site. Records seldom name the specialty of a doctor. Where they do: «yes» when the visits of
 * the last year for a serious condition name specialties and none of them is an expert for it, «no» when every serious
 * condition has one. How often a team treats the condition is in no record.
 */
final class ExpertTrigger {
    private final History history;
    private final Map<String, Specialties.Named> known = new HashMap<>();

    private ExpertTrigger(History history) {
        this.history = history;
    }

    static TriggerResult expert(History history) {
        return new ExpertTrigger(history).result();
    }

    private TriggerResult result() {
        var yes = new ArrayList<Reason>();
        var no = new ArrayList<Reason>();
        var isOpen = false;
        var contacts = contacts();
        for (var held : history.present()) {
            if (held.groups().stream().noneMatch(group -> Triggers.isSerious(group.tier()))) {
                continue;
            }
            var expert = contacts.stream().filter(fact -> isExpert(fact, held)).findFirst();
            var other = history.visits(held).stream()
                    .filter(fact -> named(fact).isSpecialty())
                    .findFirst();
            if (expert.isPresent()) {
                no.add(because("expert-seen", expert.get(), held));
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
    private List<Fact> contacts() {
        return Stream.of(FactKind.ENCOUNTER, FactKind.PROCEDURE, FactKind.DOCUMENT)
                .flatMap(kind -> history.all(kind).stream())
                .filter(fact ->
                        fact.detail(Detail.PERFORMER).isPresent() && named(fact).isSpecialty())
                .filter(history::isOfLastYear)
                .sorted(History.NEWEST_FIRST)
                .toList();
    }

    private boolean isExpert(Fact fact, Held held) {
        var named = named(fact);
        return held.groups().stream().anyMatch(group -> named.isExpertFor(group.id()));
    }

    private Specialties.Named named(Fact fact) {
        return known.computeIfAbsent(fact.detail(Detail.PERFORMER).orElse(""), Specialties::named);
    }

    private static Reason because(String key, Fact fact, Held held) {
        return Because.of(key, fact, fact.detail(Detail.PERFORMER).orElse(fact.text()), held.text());
    }
}
