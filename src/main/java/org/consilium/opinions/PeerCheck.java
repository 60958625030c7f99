package org.consilium.opinions;

import java.time.Instant;

/**
 * What a second reviewer says about an opinion.
 *
 * @param version of the opinion they looked at
 * @param comment in their words; may be empty
 */
public record PeerCheck(String name, boolean agrees, String comment, int version, Instant at) {}
