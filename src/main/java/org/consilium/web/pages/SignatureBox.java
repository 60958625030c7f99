package org.consilium.web.pages;

/**
 * What a signature says.
 *
 * @param kind {@code unsigned}, {@code intact} or {@code changed}
 * @param fingerprint of the key; empty when there is none
 */
public record SignatureBox(String kind, String words, String fingerprint) {}
