/**
 * What lies on disk or in the database closed: the master key of the data folder, and documents sealed with it.
 *
 * <p>Invariants: secrets are readable by the owner of the program alone; what is sealed for one place opens at no other.
 *
 * <p>A good first change: a master key that is kept by a key service.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.consilium.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
