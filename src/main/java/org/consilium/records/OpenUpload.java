package org.consilium.records;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way in.
 *
 * @param name what the person calls it, with the folders they chose it in
 * @param size in bytes, as announced
 * @param received how many bytes are there for good
 * @param modified when the file was last changed, as the browser says it; tells the same file when it is chosen again
 * @param touched when bytes last arrived
 */
public record OpenUpload(UUID id, String name, long size, long received, String modified, Instant touched) {}
