package org.consilium.clinical;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A concept in a code system.
 *
 * @param system the FHIR URI of the code system, for example {@link CodeSystems#ICD10CM}; never an OID that has a URI
 * @param code the code as the system writes it (ICD-10-CM with its dot)
 * @param display the words the file gave for it, if any
 */
public record Code(String system, String code, @Nullable String display) {
    public Code {
        Objects.requireNonNull(system);
        Objects.requireNonNull(code);
    }

    public static Code of(String system, String code) {
        return new Code(system, code, null);
    }

    public boolean in(String wantedSystem) {
        return system.equals(wantedSystem);
    }

    /** Same system and code, whatever the display. */
    public boolean sameAs(Code other) {
        return system.equals(other.system) && code.equalsIgnoreCase(other.code);
    }
}
