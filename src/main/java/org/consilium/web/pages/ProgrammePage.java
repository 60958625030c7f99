package org.consilium.web.pages;

import org.consilium.decision.ProgrammeCounts;

/** What second opinions changed over all cases that the person may see. */
public record ProgrammePage(Frame frame, ProgrammeCounts counts) {}
