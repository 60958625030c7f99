/**
 * Letters that ask hospitals and clinics for the records that are missing, and what became of each: asked, reminded,
 * received, refused.
 *
 * <p>Invariants: what was noted is never lost, a change adds a step and taking back adds another; a letter says only what the
 * person and the knowledge base gave it; a calendar file names nobody and no illness.
 *
 * <p>A good first change: a further way to send a letter ({@link org.consilium.requests.Method}).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"clinical", "language", "records", "knowledge", "triage", "access", "audit", "vault"})
package org.consilium.requests;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
