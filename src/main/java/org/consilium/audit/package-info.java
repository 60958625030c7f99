/**
 * The trail of who did what: append-only, hash-chained per case, written in the transaction it reports.
 *
 * <p>Invariants: insert-only for the application role of the database; no patient text in it.
 *
 * <p>A good first change: a further action word.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical"})
package org.consilium.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
