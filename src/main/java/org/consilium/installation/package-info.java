/**
 * Where one copy of the program lives: its data folder, its embedded PostgreSQL, its secrets.
 *
 * <p>Invariants: secrets are readable by the owner alone; the database listens on loopback only; no database process outlives
 * the next start.
 *
 * <p>A good first change: a clearer sentence for a data folder that cannot be written.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.consilium.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
