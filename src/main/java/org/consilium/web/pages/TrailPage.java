package org.consilium.web.pages;

import java.util.List;
import org.consilium.audit.Entry;
import org.consilium.audit.Verification;

/** What was done in a case, the newest first, and whether the chain of entries is whole. */
public record TrailPage(Frame frame, Verification chain, List<Entry> entries) {}
