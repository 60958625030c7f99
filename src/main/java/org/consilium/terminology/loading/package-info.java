/**
 * Readers of the official terminology files, as their publishers give them out. Each reads a stream from its start to its end
 * and holds only what it needs; none is used by other rooms.
 */
@NullMarked
package org.consilium.terminology.loading;

import org.jspecify.annotations.NullMarked;
