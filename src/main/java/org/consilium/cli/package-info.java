/**
 * The command line: {@code serve}, {@code read}, {@code assess}, {@code compare}, {@code letter}, {@code demo}.
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
