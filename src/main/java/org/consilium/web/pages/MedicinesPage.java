package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;

/** The medicines of a case, now and before. */
public record MedicinesPage(Frame frame, UUID id, List<Group> groups) {
    /** Medicines that are taken, unclear, planned or were taken before. */
    public record Group(String heading, String note, List<Drug> drugs) {}

    /** One medicine with what the records say over time, the newest first. */
    public record Drug(String name, String span, List<Use> uses) {}

    /** One record of it. */
    public record Use(String when, String dose, String status, String why, String href) {}
}
