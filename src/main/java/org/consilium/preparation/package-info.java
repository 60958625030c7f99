/**
 * What a person prepares for a case: what they tell about it beside the records, and later their questions and goals.
 *
 * <p>Invariant: nothing a person told is lost; a change adds, and what stood before is kept.
 *
 * <p>A good first change: a further thing the person may tell.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "language", "knowledge", "triage", "access", "audit", "vault"})
package org.consilium.preparation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
