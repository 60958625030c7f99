package org.consilium.web.pages;

import java.util.UUID;
import org.consilium.decision.DecisionSummary;

/** The decision summary, as a page. */
public record SummaryPage(Frame frame, UUID id, DecisionSummary summary) {}
