/**
 * Reads what was written for people: plain text, RTF, HTML, word processor documents, and the text files that patients can
 * download from insurers and veterans' hospitals.
 *
 * <p>Invariant: only words come out; no picture, script, link or command of a file is followed.
 */
@NullMarked
package org.consilium.records.text;

import org.jspecify.annotations.NullMarked;
