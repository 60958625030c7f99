package org.consilium.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.consilium.audit.Actor;
import org.consilium.clinical.Fact;
import org.consilium.comparison.Comparison;
import org.consilium.comparison.WhatChanged;
import org.consilium.language.Message;
import org.consilium.opinions.Filed;
import org.consilium.opinions.Looks;
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

    private final Looks looks;

    Comparing(Opinions opinions, Looks looks, Desk desk, Terminologies terminologies) {
        this.opinions = opinions;
        this.looks = looks;
        this.desk = desk;
        this.terminologies = terminologies;
    }

    /**
     * What is new for a person.
     *
     * @param since the day they last saw the comparison
     * @param opinions which opinions came, changed or went
     */
    record News(LocalDate since, List<Message> opinions, WhatChanged changed) {}

    /** A comparison, with which stored opinion stands at which place. */
    record Compared(Comparison comparison, List<Filed> stored) {
        /** Those that are compared. */
        List<Filed> finished() {
            return stored.stream().filter(each -> each.opinion().isPresent()).toList();
        }

        Filed at(int place) {
            var wanted = comparison.opinions().get(place);
            return stored.stream()
                    .filter(each -> each.opinion().filter(wanted::equals).isPresent())
                    .findFirst()
                    .orElseThrow();
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

    /**
     * What changed since this person last saw the comparison; empty when nothing did. Both are compared with what is known
     * today, so that only the opinions make a difference. The first time there is nothing to tell, and it is remembered.
     */
    Optional<News> news(Actor actor, Desk.OpenCase open, Compared now) {
        var last = looks.last(actor, open.id());
        if (last.isEmpty()) {
            read(actor, open, now);
            return Optional.empty();
        }
        var then = last.get().then();
        var before = then.stream().flatMap(each -> each.opinion().stream()).toList();
        var changed = before.size() < 2
                ? new WhatChanged(List.of(), List.of())
                : WhatChanged.between(compare(before, open), now.comparison());
        var opinions = opinions(then, now.finished());
        return opinions.isEmpty() && changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new News(day(last.get().at()), opinions, changed));
    }

    /** From now on, this is what the person saw last. */
    void read(Actor actor, Desk.OpenCase open, Compared now) {
        looks.look(actor, open.id(), now.finished());
    }

    /** Which opinions came, changed or went: {@code nextstep.news.*}. */
    private static List<Message> opinions(List<Filed> then, List<Filed> now) {
        var said = new ArrayList<Message>();
        for (var filed : now) {
            var before =
                    then.stream().filter(old -> old.id().equals(filed.id())).findFirst();
            if (before.isEmpty()) {
                said.add(Message.of("nextstep.news.came", name(filed), day(filed.written())));
            } else if (before.get().version() != filed.version()) {
                said.add(Message.of("nextstep.news.changed", name(filed), day(filed.written())));
            }
        }
        then.stream()
                .filter(old -> now.stream().noneMatch(filed -> filed.id().equals(old.id())))
                .forEach(old -> said.add(Message.of("nextstep.news.went", name(old))));
        return said;
    }

    private static String name(Filed filed) {
        return filed.draft().answer("/author/name").orElse("");
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

    /** Days left for further opinions; absent when not known. */
    static @org.jspecify.annotations.Nullable Integer budget(Desk.OpenCase open) {
        return open.assessment().windows().isEmpty()
                ? null
                : open.assessment().windows().getFirst().budget();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneId.systemDefault()).toLocalDate();
    }
}
