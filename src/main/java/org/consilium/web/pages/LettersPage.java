package org.consilium.web.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.DoctorLetter;

/**
 * Letters to the doctors about a decision.
 *
 * @param earlier decisions before the one that stands, the newest first
 */
public record LettersPage(
        Frame frame, UUID id, LocalDate on, List<DoctorLetter> letters, List<DecisionRecord> earlier) {}
