/**
 * Finds statements in the words of a record: what kind of document it is, whose, of when; and proposals for the person to
 * confirm: laboratory values, diagnoses, stages and markers, medicines. {@link org.consilium.records.words.Proposals} is the
 * way in.
 *
 * <p>Invariants: what is found in words is only proposed; a day is never guessed; what the text denies is not proposed, what
 * it doubts is proposed as provisional; a code is given only when the text writes it or when it is certain.
 */
@NullMarked
package org.consilium.records.words;

import org.jspecify.annotations.NullMarked;
