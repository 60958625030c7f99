/**
 * What is known about when a second opinion helps and how long one can wait: condition groups, red flags, windows, record
 * checklists, procedures, questions and evidence, each with its source. Data in {@code knowledge/*.yaml}.
 *
 * <p>Invariant: never sees a patient; no type of another room but codes appears in any signature.
 *
 * <p>A good first change: a further condition group, with its codes, its window and its checklist.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "language", "terminology"})
package org.consilium.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
