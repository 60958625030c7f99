/**
 * Reads FHIR (JSON, NDJSON and XML) into facts. {@link org.consilium.records.fhir.FhirReader} is the way in.
 *
 * <p>Invariant: every resource of a file becomes facts, or is counted in a problem that says what it is. The reading is our
 * own walk over the stream, one entry at a time, so that a large bundle is read fast right after start and a broken one
 * still gives what stands before the break.
 *
 * <p>A good first change: a further resource type is one case in {@link org.consilium.records.fhir.Resources}.
 */
@NullMarked
package org.consilium.records.fhir;

import org.jspecify.annotations.NullMarked;
