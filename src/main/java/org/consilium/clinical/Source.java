package org.consilium.clinical;

/**
 * Where a fact was read.
 *
 * @param file the file: its path on the command line, its SHA-256 in a stored case
 * @param at the place in it: a FHIRPath such as {@code Bundle.entry[3].resource}, an XPath for XML; empty for the whole file
 */
public record Source(String file, String at) {}
