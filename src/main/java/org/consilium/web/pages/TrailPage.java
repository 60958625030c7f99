package org.consilium.web.pages;

import java.util.List;
import org.consilium.audit.AuditTrail;

/** What was done in a case, the newest first, and whether the chain of entries is whole. */
public record TrailPage(Frame frame, AuditTrail.Verification chain, List<AuditTrail.Entry> entries) {}
