/**
 * What leaves the house: the decision summary and the letters for records, on paper.
 *
 * <p>Invariants: a document holds only what was handed to it and loads nothing from outside; words of people are text, never
 * markup.
 *
 * <p>A good first change: a further paper format.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "clinical",
            "language",
            "records",
            "knowledge",
            "opinions",
            "comparison",
            "decision",
            "requests",
            "access",
            "audit"
        })
package org.consilium.sharing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
