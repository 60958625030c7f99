/**
 * Opens archives: ZIP, tar, gzip, bzip2, xz and 7z, and reads each file in them as if it had been handed in by itself.
 * {@link org.consilium.records.archive.ArchiveReader} is the way in.
 *
 * <p>Invariant: nothing is ever written under a name from an archive; every file of an archive is read, or kept with a
 * sentence, or counted in a problem; memory does not grow with the size of an archive.
 *
 * <p>A good first change: a further packing is one {@link org.consilium.records.archive.Container}.
 */
@NullMarked
package org.consilium.records.archive;

import org.jspecify.annotations.NullMarked;
