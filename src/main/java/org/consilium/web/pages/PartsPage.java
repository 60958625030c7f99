package org.consilium.web.pages;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The files inside of a file.
 *
 * @param all how many there are
 * @param more where the next ones are, when there are more
 */
public record PartsPage(
        Frame frame,
        UUID id,
        String hash,
        String name,
        int all,
        List<RecordsPage.Part> parts,
        @Nullable String more) {}
