package org.consilium.web.pages;

import java.util.List;

/** An earlier form of an opinion, to read. */
public record OpinionVersionPage(Frame frame, SignatureBox signature, List<OpinionPage.Part> parts) {}
