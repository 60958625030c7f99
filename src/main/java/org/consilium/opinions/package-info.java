/**
 * What a doctor concluded, structured: the first, the second and the third opinion have one shape.
 *
 * <p>Invariant: what a doctor left out stays out; nothing is invented.
 *
 * <p>A good first change: a further optional field of the schema, from the form to the comparison.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "language", "terminology", "access", "audit", "vault"})
package org.consilium.opinions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
