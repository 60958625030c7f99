package org.consilium.records.fhir;

import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * A resource and where it stands.
 *
 * @param at the FHIRPath of it
 */
record Place(Harvest harvest, Element resource, String at) {
    Draft draft(FactKind kind) {
        return new Draft(kind, this);
    }

    /** The same resource, at a part of it. */
    Place part(String further) {
        return new Place(harvest, resource, at + "." + further);
    }

    /** What a reference of this resource points to. */
    Named named(Element reference) {
        return harvest.references().named(reference, resource);
    }

    /** The words for a reference of this resource. */
    @Nullable
    String words(Element reference) {
        return harvest.references().words(reference, resource);
    }
}
