/**
 * Reads C-CDA R1.1 and R2.1 documents, and the C32 and CCD files that came before them (HL7 CDA R2). {@link
 * org.consilium.records.ccda.CcdaReader} is the only public type.
 *
 * <p>Invariant: every section's words are kept; an entry that became no fact is counted in a problem.
 */
@NullMarked
package org.consilium.records.ccda;

import org.jspecify.annotations.NullMarked;
