/**
 * Where opinions agree, where they differ, and on what grounds. Pure.
 *
 * <p>Invariants: symmetric and stable under order; never names a winner; every point carries both sources.
 *
 * <p>A good first change: a further ground for a difference, with its neutral question.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "language", "terminology", "knowledge", "opinions"})
package org.consilium.comparison;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
