/**
 * Files in, facts with their sources out. {@link org.consilium.records.Intake} receives a file for a case,
 * {@link org.consilium.records.CaseFile} is all that a case says.
 *
 * <p>Invariants: reading never throws on bad input; nothing received is dropped; a file is durable before it is acknowledged;
 * the same file twice changes nothing; two files that say the same make one fact with two sources.
 *
 * <p>A good first change: a further format is one closed sub-package, one case of {@link org.consilium.records.Format} and
 * two golden files.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"clinical", "language", "terminology", "prose", "access", "audit", "vault"})
package org.consilium.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
