/**
 * Reads a doctor's letter into proposed fields of an opinion, each with the sentence it comes from, and keeps what a person
 * said to each. {@link org.consilium.letters.LetterReader} reads, {@link org.consilium.letters.Letters} keeps.
 *
 * <p>Invariants: what is read is only proposed; nothing that a person has not confirmed enters an opinion; a relative figure
 * is never turned into an absolute one; a day or a number that could be read two ways is not proposed.
 *
 * <p>A good first change: a further treatment in {@code letters/treatments.txt}, with a letter that names it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "clinical",
            "language",
            "terminology",
            "knowledge",
            "prose",
            "opinions",
            "access",
            "audit",
            "vault"
        })
package org.consilium.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
