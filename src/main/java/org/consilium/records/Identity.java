package org.consilium.records;

import java.util.List;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Whose record a file says it is.
 *
 * @param names each as «given family», as written
 * @param identifiers {@code system|value}
 */
public record Identity(
        List<String> names,
        @Nullable PartialDate birthDate,
        @Nullable Sex sex,
        List<String> identifiers) {
    public Identity {
        names = List.copyOf(names);
        identifiers = List.copyOf(identifiers);
    }
}
