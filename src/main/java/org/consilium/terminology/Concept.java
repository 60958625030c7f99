package org.consilium.terminology;

import java.util.List;
import org.consilium.clinical.Code;

/**
 * A concept of a code system as an official file gives it.
 *
 * @param code with the preferred name as its display
 * @param names all names, the preferred one first; at least one
 */
public record Concept(Code code, List<String> names) {
    public Concept {
        names = names.stream().filter(name -> !name.isBlank()).distinct().toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a concept has a name");
        }
    }

    public static Concept of(String system, String code, List<String> names) {
        return new Concept(new Code(system, code, names.isEmpty() ? null : names.getFirst()), names);
    }
}
