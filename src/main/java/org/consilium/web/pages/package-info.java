/** What each page shows: one record for each template of the same name in {@code src/main/jte}. */
@NullMarked
package org.consilium.web.pages;

import org.jspecify.annotations.NullMarked;
