/**
 * What the words of a document say, whichever room reads it: lines and statements, dates and numbers as the document itself
 * writes them, names of diseases and parts of the body, and whether a text affirms, denies or doubts a thing.
 *
 * <p>Invariants: pure; a day or a number that could be read two ways is not guessed.
 *
 * <p>A good first change: a further word of denial or doubt in {@link org.consilium.prose.Assertion}, with a sentence of its test.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "language", "terminology", "knowledge"})
package org.consilium.prose;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
