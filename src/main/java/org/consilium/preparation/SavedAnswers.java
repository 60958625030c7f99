package org.consilium.preparation;

import java.time.Instant;
import java.util.UUID;
import org.consilium.triage.Answers;

/** Answers as they once stood: from when, and who gave them. */
public record SavedAnswers(UUID id, Answers answers, Instant saved, UUID savedBy) {}
