/**
 * Code systems: how codes are written, where they stand in the hierarchy, how two relate.
 *
 * <p>Invariant: relations come from codes alone, never from free text.
 *
 * <p>A good first change: a further OID of a code system.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "language"})
package org.consilium.terminology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
