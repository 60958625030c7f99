/**
 * Reads PDF documents and pictures: their lines where they stand, their words by text recognition when the page is a picture,
 * the files attached to them, and pictures of their pages.
 *
 * <p>Invariants: nothing in a file runs; every file is read within bounds of pages, letters, pixels and time; what was not
 * read is said.
 */
@NullMarked
package org.consilium.records.pdf;

import org.jspecify.annotations.NullMarked;
