package org.consilium.knowledge;

import java.util.List;

/**
 * Everything the program knows, as one immutable value.
 *
 * @param version changes whenever any of the content does
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
        List<SpecialTreatment> treatments) {}
