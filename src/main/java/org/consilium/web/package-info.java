/**
 * The only room that knows HTTP: pages, security, errors.
 *
 * <p>Invariants: every route but the way in needs a session; every form works without script; nothing is loaded from outside.
 *
 * <p>A good first change: a page with an unclear sentence.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "clinical",
            "history",
            "language",
            "terminology",
            "knowledge",
            "prose",
            "records",
            "requests",
            "triage",
            "preparation",
            "opinions",
            "letters",
            "comparison",
            "decision",
            "sharing",
            "samples",
            "access",
            "audit",
            "installation"
        })
package org.consilium.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
