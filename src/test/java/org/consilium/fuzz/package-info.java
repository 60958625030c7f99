/**
 * Made-up input for every reader, found by watching which of its branches an input reaches. The engine is Jazzer, run as a
 * program of its own; {@link org.consilium.fuzz.Target} names the readers.
 */
@NullMarked
package org.consilium.fuzz;

import org.jspecify.annotations.NullMarked;
