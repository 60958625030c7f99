/**
 * Reads HL7 version 2 messages, 2.2 to 2.8, one or many in a file. {@link org.consilium.records.hl7v2.Hl7Reader} is the only
 * public type. Which field means what follows the HL7 v2 standard and the HL7 «v2-to-FHIR» guide (hl7.org/v2-to-fhir).
 *
 * <p>Invariant: every observation (OBX) becomes a fact, a part of a fact's text, a file of its own, or is counted in a problem.
 */
@NullMarked
package org.consilium.records.hl7v2;

import org.jspecify.annotations.NullMarked;
