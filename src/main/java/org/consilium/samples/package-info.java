/**
 * Six synthetic people, each with record files and two opinions, to try the program with.
 *
 * <p>Invariants: nobody here is or was a real person and every file says so; the same day gives the same bytes.
 *
 * <p>A good first change: a further record file for one of them, as a template under {@code src/main/resources/samples}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "language", "opinions"})
package org.consilium.samples;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
