/**
 * What a person sees of their records: trends of results, medicines now and before, the history on one page, search.
 *
 * <p>Invariant: nothing is concluded. Every line leads back to a fact, and what the records do not say is said to be missing.
 *
 * <p>A good first change: a further way in which laboratories write a usual range.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "language", "terminology", "records"})
package org.consilium.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
