/** Measurements behind {@code ./bench}: figures for people, never a test that can fail on a slow day. */
@NullMarked
package org.consilium.bench;

import org.jspecify.annotations.NullMarked;
