/**
 * Reads SMART Health Cards (spec.smarthealth.cards) as a file, a signed text or the text of QR codes, and tells what a SMART
 * Health Link is. {@link org.consilium.records.card.HealthCardReader} is the only public type.
 *
 * <p>Invariant: nothing is fetched; a signature is called right or wrong only when the issuer's key is at hand.
 */
@NullMarked
package org.consilium.records.card;

import org.jspecify.annotations.NullMarked;
