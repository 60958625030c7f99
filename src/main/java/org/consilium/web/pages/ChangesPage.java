package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;

/** All that was changed by hand in a case, the newest first. */
public record ChangesPage(Frame frame, UUID id, List<FactPage.Change> changes) {}
