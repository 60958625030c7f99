package org.consilium.knowledge;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.terminology.Crosswalk;
import org.consilium.terminology.Icd10;
import org.jspecify.annotations.Nullable;

/**
 * Everything the program knows, as one immutable value.
 *
 * @param version changes whenever any of the content does
 * @param crosswalk SNOMED CT codes beside their ICD-10-CM codes, for the conditions of the groups
 * @param conditions by the names that people search for
 * @param triggers when each reason to seek a second opinion is met, in words
 * @param accessRights the right to one's own records, country by country
 * @param experts which specialty is the expert for which groups of conditions
 * @param volumes how many operations a year are asked of those who do them
 * @param background who pays, scales of urgency, signs of a fitting specialist
 */
public record Knowledge(
        String version,
        List<ConditionGroup> groups,
        List<RedFlag> redFlags,
        List<Window> windows,
        List<PlannedProcedure> procedures,
        List<Checklist> checklists,
        List<Question> questions,
        List<EvidenceCard> evidence,
        List<FailedTrial> failedTrials,
        List<SpecialTreatment> treatments,
        Crosswalk crosswalk,
        List<NamedCondition> conditions,
        List<TriggerRule> triggers,
        List<AccessRight> accessRights,
        List<Expert> experts,
        List<Volume> volumes,
        List<Background> background) {
    private static final int NAMED_BY_ITS_OWN_CODE = 6;

    public Knowledge {
        groups = List.copyOf(groups);
        redFlags = List.copyOf(redFlags);
        windows = List.copyOf(windows);
        procedures = List.copyOf(procedures);
        checklists = List.copyOf(checklists);
        questions = List.copyOf(questions);
        evidence = List.copyOf(evidence);
        failedTrials = List.copyOf(failedTrials);
        treatments = List.copyOf(treatments);
        conditions = List.copyOf(conditions);
        triggers = List.copyOf(triggers);
        accessRights = List.copyOf(accessRights);
        experts = List.copyOf(experts);
        volumes = List.copyOf(volumes);
        background = List.copyOf(background);
    }

    /** Without named conditions, the words of the triggers, the rights of access, experts, volumes and background. */
    public Knowledge(
            String version,
            List<ConditionGroup> groups,
            List<RedFlag> redFlags,
            List<Window> windows,
            List<PlannedProcedure> procedures,
            List<Checklist> checklists,
            List<Question> questions,
            List<EvidenceCard> evidence,
            List<FailedTrial> failedTrials,
            List<SpecialTreatment> treatments,
            Crosswalk crosswalk) {
        this(
                version,
                groups,
                redFlags,
                windows,
                procedures,
                checklists,
                questions,
                evidence,
                failedTrials,
                treatments,
                crosswalk,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** Without a crosswalk. */
    public Knowledge(
            String version,
            List<ConditionGroup> groups,
            List<RedFlag> redFlags,
            List<Window> windows,
            List<PlannedProcedure> procedures,
            List<Checklist> checklists,
            List<Question> questions,
            List<EvidenceCard> evidence,
            List<FailedTrial> failedTrials,
            List<SpecialTreatment> treatments) {
        this(
                version,
                groups,
                redFlags,
                windows,
                procedures,
                checklists,
                questions,
                evidence,
                failedTrials,
                treatments,
                Crosswalk.EMPTY);
    }

    /**
     * The groups that one condition with these codes belongs to, the most specific first: the longest code pattern that
     * covers it, then the order of the knowledge base. Empty when it belongs to none.
     */
    public List<ConditionGroup> groupsFor(Collection<Code> codes) {
        var known = withIcd10(codes);
        return groups.stream()
                .filter(group -> depth(group.codes(), known) > 0)
                .sorted(Comparator.comparingInt((ConditionGroup group) -> -depth(group.codes(), known)))
                .toList();
    }

    /**
     * The windows whose codes cover a condition with these codes, in the order in which they govern: the first whose
     * {@link Window#when} also holds. What {@code when} asks is for the caller to find out.
     */
    public List<Window> windowsFor(Collection<Code> codes) {
        var known = withIcd10(codes);
        return windows.stream()
                .filter(window -> window.codes().stream()
                        .anyMatch(pattern -> known.stream().anyMatch(pattern::covers)))
                .toList();
    }

    /** The conditions by all their names; made anew at each call, so keep it. */
    public ConditionNames names() {
        return new ConditionNames(conditions);
    }

    public Optional<ConditionGroup> group(String id) {
        return groups.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    public Optional<Checklist> checklist(String id) {
        return checklists.stream()
                .filter(checklist -> checklist.id().equals(id))
                .findFirst();
    }

    public Optional<RedFlag> redFlag(String id) {
        return redFlags.stream().filter(flag -> flag.id().equals(id)).findFirst();
    }

    public Optional<Window> window(String id) {
        return windows.stream().filter(window -> window.id().equals(id)).findFirst();
    }

    public Optional<PlannedProcedure> procedure(String id) {
        return procedures.stream()
                .filter(procedure -> procedure.id().equals(id))
                .findFirst();
    }

    public Optional<TriggerRule> trigger(String id) {
        return triggers.stream().filter(trigger -> trigger.id().equals(id)).findFirst();
    }

    public Optional<AccessRight> accessRight(String id) {
        return accessRights.stream().filter(right -> right.id().equals(id)).findFirst();
    }

    /** The right that holds in a country (ISO code), else the one that stands where no law is known; empty when there is none. */
    public Optional<AccessRight> accessRightIn(@Nullable String country) {
        return accessRights.stream()
                .filter(right -> country != null && right.countries().contains(country))
                .findFirst()
                .or(() -> accessRights.stream()
                        .filter(right -> right.countries().isEmpty())
                        .findFirst());
    }

    public Optional<Question> question(String id) {
        return questions.stream().filter(question -> question.id().equals(id)).findFirst();
    }

    private List<Code> withIcd10(Collection<Code> codes) {
        return codes.stream()
                .flatMap(code -> Stream.concat(
                        Stream.of(code), crosswalk.toIcd10(code).stream().map(Crosswalk.Match::code)))
                .distinct()
                .toList();
    }

    private static int depth(List<CodePattern> patterns, List<Code> codes) {
        var deepest = 0;
        var named = false;
        for (var pattern : patterns) {
            for (var code : codes) {
                if (pattern.covers(code)) {
                    deepest = Math.max(deepest, Icd10.isIcd10(code) ? pattern.depth() : 0);
                    named = true;
                }
            }
        }
        return deepest == 0 && named ? NAMED_BY_ITS_OWN_CODE : deepest;
    }
}
