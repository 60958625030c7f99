package org.consilium.triage;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.knowledge.Checklist;
import org.consilium.knowledge.ConditionGroup;
import org.consilium.knowledge.Window;
import org.jspecify.annotations.Nullable;

/**
 * Finds when the clock of a window started. Every choice is the earlier, safer one: of several biopsies or scans around the
 * diagnosis the first, of a date known to the month its first day.
 */
final class Clocks {
    /** LOINC codes of pathology, cytology and bone marrow reports. */
    static final Set<String> PATHOLOGY = Set.of(
            "11526-1", "60567-5", "22637-3", "22634-0", "22635-7", "60568-3", "26439-0", "66117-3", "65753-6",
            "47527-7", "48807-2", "69052-9", "19764-0", "33746-9", "34574-4");

    /** A test this long before or after a diagnosis belongs to it. Days. */
    private static final int AROUND_DAYS = 60;

    /** How far back a test of an undated condition is looked for. Days. */
    private static final int UNDATED_DAYS = 180;

    /**
     * A start of the clock.
     *
     * @param source the fact that says so; absent when the person said it
     * @param remark key of what has to be said about it, absent when nothing
     */
    record Start(
            LocalDate day, @Nullable Fact source, @Nullable String remark) {}

    private final History history;
    private final Answers answers;
    private final Catalogue catalogue;

    Clocks(History history, Answers answers, Catalogue catalogue) {
        this.history = history;
        this.answers = answers;
        this.catalogue = catalogue;
    }

    /** Empty when nothing tells it. */
    Optional<Start> start(Window window, Held held) {
        var recorded = recorded(window.clock(), held);
        var said = Optional.ofNullable(answers.clockStart()).map(day -> start(PartialDate.of(day), null));
        if (recorded.isEmpty() || said.isEmpty()) {
            return said.or(() -> recorded);
        }
        var gap = ChronoUnit.DAYS.between(recorded.get().day(), said.get().day());
        return gap > 0 && gap <= Triggers.NEW_DAYS ? recorded : said;
    }

    private Optional<Start> recorded(Window.Clock clock, Held held) {
        return switch (clock) {
            case BIOPSY -> biopsy(held);
            case DIAGNOSIS -> biopsy(held).or(() -> diagnosis(held));
            case IMAGING -> imaging(held);
            case SURGERY -> surgery(held).map(this::start);
            case DECISION -> decision();
            case SYMPTOM_ONSET, REFERRAL, NONE -> Optional.empty();
        };
    }

    private Optional<Start> diagnosis(Held held) {
        return held.found().map(date -> start(date, held.fact()));
    }

    private Optional<Start> biopsy(Held held) {
        return firstAround(history.index.biopsies.get(), held).map(this::start);
    }

    private Optional<Start> imaging(Held held) {
        var wanted = modalities(held);
        var scans = history.scans();
        var suitable = scans.stream()
                .filter(fact -> wanted.isEmpty()
                        || Tests.modality(fact).stream()
                                .flatMap(words -> Stream.of(words.split(" ")))
                                .anyMatch(wanted::contains))
                .toList();
        return firstAround(suitable, held)
                .or(() -> firstAround(
                        scans.stream()
                                .filter(fact -> Tests.modality(fact).isEmpty())
                                .toList(),
                        held))
                .map(this::start);
    }

    private List<String> modalities(Held held) {
        return held.groups().stream()
                .map(ConditionGroup::checklist)
                .flatMap(id -> Stream.ofNullable(id == null ? null : catalogue.needs.get(id)))
                .flatMap(needs -> needs.checklist().items().stream())
                .map(Checklist.Item::modalities)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /** The operation that was done for the condition: the last one on the list of operations since the diagnosis. */
    Optional<Fact> surgery(Held held) {
        var from = held.since().map(date -> date.earliest().minusDays(AROUND_DAYS));
        return history.index.operations.get().stream()
                .filter(this::isPast)
                .filter(fact -> from.isEmpty() || !earliest(fact).isBefore(from.get()))
                .min(History.NEWEST_FIRST);
    }

    /** When the plan was written; a planned day says nothing about the day it was decided. */
    private Optional<Start> decision() {
        return TreatmentTriggers.plans(history).stream()
                .flatMap(fact ->
                        fact
                                .detail(Detail.RECORDED)
                                .flatMap(PartialDate::parse)
                                .map(date -> start(date, fact))
                                .stream())
                .min(Comparator.comparing(Start::day));
    }

    /** The first test around the diagnosis; of an undated condition the first of the last half year, else the latest. */
    private Optional<Fact> firstAround(List<Fact> tests, Held held) {
        var since = held.found();
        var from = since.isPresent()
                ? since.get().earliest().minusDays(AROUND_DAYS)
                : history.today.minusDays(UNDATED_DAYS);
        var to = since.isPresent() ? since.get().latest().plusDays(AROUND_DAYS) : history.today;
        var first = tests.stream()
                .filter(this::isPast)
                .filter(fact ->
                        !earliest(fact).isBefore(from) && !earliest(fact).isAfter(to))
                .max(History.NEWEST_FIRST);
        return first.isPresent() || since.isPresent()
                ? first
                : tests.stream().filter(this::isPast).min(History.NEWEST_FIRST);
    }

    private boolean isPast(Fact fact) {
        return fact.date() != null && !earliest(fact).isAfter(history.today);
    }

    private static LocalDate earliest(Fact fact) {
        return java.util.Objects.requireNonNull(fact.date()).earliest();
    }

    private Start start(Fact fact) {
        return start(java.util.Objects.requireNonNull(fact.date()), fact);
    }

    private Start start(PartialDate date, @Nullable Fact source) {
        if (date.earliest().isAfter(history.today)) {
            return new Start(history.today, source, "clock-future");
        }
        return new Start(date.earliest(), source, date.isDay() ? null : "clock-part");
    }
}
