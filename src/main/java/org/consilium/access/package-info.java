/**
 * People, cases, who belongs to which; answers «may this actor see this case» in SQL through {@code access.visible_case}.
 *
 * <p>Invariant: deny by default; every query for patient data joins the view.
 *
 * <p>A good first change: a further role of a member.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "audit"})
package org.consilium.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
