package org.consilium.terminology;

import java.time.Instant;

/**
 * An official file that somebody loaded.
 *
 * @param name which vocabulary it is, for example {@code mondo}; loading the same again replaces it
 * @param version as the file says, or empty
 * @param file the name of the file it came from
 * @param hash SHA-256 of that file, in hex
 * @param concepts how many it holds
 * @param names how many names they have
 * @param parents how many times it says that one is a kind of another
 * @param mappings how many codes of other systems it names
 */
public record LoadedVocabulary(
        String name,
        String version,
        String file,
        String hash,
        Instant loaded,
        long concepts,
        long names,
        long parents,
        long mappings) {}
