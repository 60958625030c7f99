/**
 * The command line: {@code serve}, {@code read}, {@code assess}, {@code requests}, {@code compare}, {@code opinion},
 * {@code letter}, {@code verify}, {@code demo}.
 *
 * <p>Invariants: one JSON object on standard output with {@code --json}; unusable input gives one clear line and exit code 2.
 *
 * <p>A good first change: a clearer {@code --help} sentence.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "clinical",
            "language",
            "prose",
            "terminology",
            "knowledge",
            "records",
            "triage",
            "requests",
            "opinions",
            "letters",
            "comparison",
            "decision",
            "sharing",
            "samples",
            "installation"
        })
package org.consilium.cli;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
