package org.consilium.knowledge;

import java.util.List;

/**
 * An operation or treatment worth a second look before it is done.
 *
 * @param id PR01 to PR33
 * @param words words that name it in free text (lower case, English and Spanish)
 * @param trigger T2 for surgery, T3 for a risky or uncertain treatment
 * @param alternatives less invasive things to ask about; a prompt, never advice
 */
public record PlannedProcedure(
        String id,
        Words name,
        String trigger,
        List<CodePattern> codes,
        List<String> words,
        Words alternatives,
        Provenance provenance) {}
