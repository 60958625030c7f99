/**
 * The options on the table, weighed by what matters to the person, and the record of what they decided.
 *
 * <p>Invariant: shows the person their own weights at work; never recommends.
 *
 * <p>A good first change: a further starting goal on the values page.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"clinical", "language", "knowledge", "comparison", "opinions", "access", "audit", "vault"
        })
package org.consilium.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
