package org.consilium.web.pages;

/** What the program is, how it keeps records private, and what it knows. */
public record AboutPage(Frame frame, String version, int groups, int redFlags, int windows, int checklists) {}
