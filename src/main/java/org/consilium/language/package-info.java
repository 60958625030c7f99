/**
 * What the program says, in the languages it speaks: messages by key, English and Spanish, one bundle per room.
 *
 * <p>Invariant: pure rooms return a {@link org.consilium.language.Message}; only the edge turns it into words.
 *
 * <p>A good first change: add a message to both bundles of a room; a test keeps them in step and easy to read.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.consilium.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
