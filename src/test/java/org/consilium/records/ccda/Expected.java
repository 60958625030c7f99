package org.consilium.records.ccda;

import java.util.List;

/**
 * A clinical statement that a document makes in a coded entry, found without the reader.
 *
 * @param kind problem, medication, allergy, result and so on
 * @param path of the element
 * @param codes each {@code system|code} in small letters without dots in the code; all have to be found on one fact
 * @param date ISO 8601 to the precision given, without zone; empty when none is given
 * @param end likewise
 * @param value digits, code or words that the value has to hold; empty when there is none
 * @param unit empty when there is none
 * @param worded the statement has words of its own or a name, so that silence about it is a loss
 */
record Expected(
        String kind,
        String path,
        List<String> codes,
        String date,
        String end,
        String value,
        String unit,
        boolean worded) {
    /** Nothing coded, no value and no words: nothing is lost. */
    boolean isEmpty() {
        return codes.isEmpty() && value.isEmpty() && !worded;
    }
}
