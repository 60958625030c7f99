package org.consilium.web.pages;

import java.util.UUID;

/** One file of the records page by itself, to be shown anew while it is being read. */
public record FileRow(Frame frame, UUID id, RecordsPage.File file) {}
