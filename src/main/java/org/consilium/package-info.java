/** Consilium: a person's way to a second medical opinion. Each sub-package is a room; see docs/ARCHITECTURE.md. */
@NullMarked
package org.consilium;

import org.jspecify.annotations.NullMarked;
