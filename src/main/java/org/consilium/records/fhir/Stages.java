package org.consilium.records.fhir;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * Stages of tumours that stand in observations of their own, beside the condition they are about
 * (hl7.org/fhir/us/mcode: TNM stage group and cancer stage, linked by {@code focus} or by {@code stage.assessment}).
 */
final class Stages {
    /** Codes of a whole stage, not of T, N or M alone: LOINC, SNOMED CT, NCI Thesaurus, as mCODE uses them. */
    private static final Set<String> STAGE_GROUPS = Set.of(
            "21908-9",
            "21902-2",
            "21914-7",
            "399537006",
            "399588009",
            "399390009",
            "1222593009",
            "1222594003",
            "1222595002",
            "385388004",
            "385361009",
            "C139007",
            "C141207",
            "C141212");

    private static final Set<String> NOT_A_WHOLE_STAGE = Set.of(
            "21905-5", "21906-3", "21907-1", "21899-0", "21900-6", "21901-4", "399504009", "399534004", "399387003");

    private static final Pattern STAGE = Pattern.compile("(?i)\\b(stage|staging|estadio|estadificación)\\b");

    private final Map<String, String> byObservation = new HashMap<>();
    private final Map<String, String> byCondition = new HashMap<>();
    private final Map<String, List<String>> conditions = new HashMap<>();

    /** Remembers an observation that gives a stage, and a condition that says none itself. */
    void hear(@Nullable String fullUrl, Element resource, String at) {
        switch (resource.type()) {
            case "Condition" -> {
                if (!resource.has("stage")) {
                    var id = resource.string("id");
                    conditions.put(
                            at, List.of(Objects.requireNonNullElse(fullUrl, ""), id == null ? "" : "Condition/" + id));
                }
            }
            case "Observation" -> observation(fullUrl, resource);
            default -> {
                // says nothing of stages
            }
        }
    }

    private void observation(@Nullable String fullUrl, Element observation) {
        var focus = observation.children("focus");
        var named = Named.first(observation, "code", "name");
        var words = Named.of(observation.child("valueCodeableConcept")).words();
        var stage = words != null ? words : observation.string("valueString");
        if (stage == null || !isStage(named, !focus.isEmpty())) {
            return;
        }
        if (fullUrl != null) {
            byObservation.put(fullUrl, stage);
        }
        byObservation.put("Observation/" + observation.string("id"), stage);
        for (var about : focus) {
            var address = about.string("reference");
            if (address != null) {
                byCondition.putIfAbsent(address, stage);
                byCondition.putIfAbsent(References.shortened(address), stage);
            }
        }
    }

    private static boolean isStage(Named named, boolean isAboutSomething) {
        if (named.codes().stream().anyMatch(code -> NOT_A_WHOLE_STAGE.contains(code.code()))) {
            return false;
        }
        var words = named.text();
        return named.codes().stream().anyMatch(code -> STAGE_GROUPS.contains(code.code()))
                || (isAboutSomething && words != null && STAGE.matcher(words).find());
    }

    /** The stage that the observation at this reference found; null when it is not known. */
    @Nullable
    String found(Element reference) {
        var address = reference.string("reference");
        if (address == null) {
            return null;
        }
        var stage = byObservation.get(address);
        return stage != null ? stage : byObservation.get(References.shortened(address));
    }

    /** Gives conditions the stage that an observation about them found. */
    void complete(List<Fact> facts) {
        if (!byCondition.isEmpty()) {
            facts.replaceAll(this::completed);
        }
    }

    private Fact completed(Fact fact) {
        if (fact.kind() != FactKind.CONDITION || fact.details().containsKey(Detail.STAGE)) {
            return fact;
        }
        return conditions.getOrDefault(fact.sources().getFirst().at(), List.of()).stream()
                .map(byCondition::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(stage -> withStage(fact, stage))
                .orElse(fact);
    }

    private static Fact withStage(Fact fact, String stage) {
        var details = new HashMap<>(fact.details());
        details.put(Detail.STAGE, Texts.bounded(stage, Texts.LONGEST_NAME));
        return new Fact(
                fact.kind(),
                fact.codes(),
                fact.text(),
                fact.date(),
                fact.end(),
                fact.status(),
                fact.value(),
                details,
                fact.sources());
    }
}
