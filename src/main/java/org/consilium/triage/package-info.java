/**
 * How urgent it is, whether a second opinion is worth seeking, how much time is safe, what is missing. Pure.
 *
 * <p>Invariants: no input or output, no clock; a red flag wins over everything; «cannot tell» is a result.
 *
 * <p>A good first change: a further trigger rule with its test.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "language", "records", "knowledge", "terminology"})
package org.consilium.triage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
