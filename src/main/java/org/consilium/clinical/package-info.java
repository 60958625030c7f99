/**
 * Shared nouns of medicine: {@link org.consilium.clinical.Code}, {@link org.consilium.clinical.Fact} and its kinds, partial
 * dates, quantities, sources.
 *
 * <p>Invariant: values only. Nothing here reads a file, a clock, a database or a framework.
 *
 * <p>A good first change: a further {@link org.consilium.clinical.Detail} of a fact.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.consilium.clinical;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
