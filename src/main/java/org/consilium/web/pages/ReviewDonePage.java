package org.consilium.web.pages;

import java.util.List;

/** The signed opinion, as its author sees it. */
public record ReviewDonePage(Frame frame, SignatureBox signature, List<OpinionPage.Part> parts) {}
