package org.consilium.web.pages;

import java.time.LocalDate;
import java.util.List;
import org.consilium.decision.DecisionRecord;
import org.consilium.decision.DoctorLetter;
import org.consilium.language.Message;

/**
 * Letters to the doctors.
 *
 * @param path under which each is found as plain text, by its number
 * @param lede what they are
 * @param earlier decisions before the one that stands, the newest first
 */
public record LettersPage(
        Frame frame,
        String path,
        Message lede,
        LocalDate on,
        List<DoctorLetter> letters,
        List<DecisionRecord> earlier) {}
