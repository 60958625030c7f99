package org.consilium.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.consilium.audit.Actor;
import org.consilium.clinical.Fact;
import org.consilium.comparison.Comparison;
import org.consilium.opinions.Filed;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.Opinions;
import org.consilium.terminology.Terminologies;
import org.springframework.stereotype.Component;

/** Compares the finished opinions of a case, with the codes that go together in the knowledge base and in its records. */
@Component
class Comparing {
    private final Opinions opinions;
    private final Desk desk;
    private final Terminologies terminologies;

    Comparing(Opinions opinions, Desk desk, Terminologies terminologies) {
        this.opinions = opinions;
        this.desk = desk;
        this.terminologies = terminologies;
    }

    /** A comparison, with which stored opinion stands at which place. */
    record Compared(Comparison comparison, List<Filed> stored) {
        UUID id(int place) {
            var wanted = comparison.opinions().get(place);
            return stored.stream()
                    .filter(each -> each.opinion().filter(wanted::equals).isPresent())
                    .findFirst()
                    .orElseThrow()
                    .id();
        }
    }

    /** Empty as long as there are fewer than two, and while a red flag is up: then care comes first. */
    Optional<Compared> compare(Actor actor, Desk.OpenCase open) {
        var stored = opinions.list(actor, open.id()).stream()
                .filter(filed -> !filed.removed())
                .toList();
        var finished = stored.stream().flatMap(each -> each.opinion().stream()).toList();
        if (finished.size() < 2 || open.stopped()) {
            return Optional.empty();
        }
        return Optional.of(new Compared(compare(finished, open), stored));
    }

    private Comparison compare(List<Opinion> finished, Desk.OpenCase open) {
        var carried = desk.knowledge()
                .crosswalk()
                .with(open.file().facts().stream().map(Fact::codes).toList());
        var codes = finished.stream()
                .flatMap(opinion -> opinion.diagnoses().stream())
                .flatMap(diagnosis -> diagnosis.codes().stream())
                .toList();
        return Comparison.of(finished, desk.knowledge(), terminologies.relating(codes, carried), budget(open));
    }

    private static @org.jspecify.annotations.Nullable Integer budget(Desk.OpenCase open) {
        return open.assessment().windows().isEmpty()
                ? null
                : open.assessment().windows().getFirst().budget();
    }
}
