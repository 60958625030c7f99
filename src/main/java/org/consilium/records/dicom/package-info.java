/**
 * Reads DICOM Part 10 files (PS3.5, PS3.6, PS3.10): images, structured reports, documents in an envelope, DICOMDIR. {@link
 * org.consilium.records.dicom.DicomReader} reads, {@link org.consilium.records.dicom.DicomPreview} shows a picture.
 *
 * <p>Invariant: pixels are passed over, never held; what is kept of a file has a bound, whatever its size.
 */
@NullMarked
package org.consilium.records.dicom;

import org.jspecify.annotations.NullMarked;
