package org.consilium.records.fhir;

import java.util.ArrayList;
import java.util.List;
import org.consilium.records.Format;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the resources of one file in their order. One that refers to another not read yet waits until the end;
 * Medication and Device wait too, because they are facts only when nothing refers to them.
 */
final class Walk {
    /** Bundles in bundles in bundles are no record any more. */
    private static final int DEEPEST = 8;

    private record Waiting(@Nullable String fullUrl, Element resource, String at) {}

    private final References references = new References();
    private final Versions versions = new Versions();
    private final Harvest harvest;
    private final Harvest attempt;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Waiting> supporting = new ArrayList<>();
    private int resources;
    private boolean fhir;

    Walk(String label) {
        harvest = new Harvest(label, references);
        attempt = new Harvest(label, references);
    }

    /** True when there was a resource of any type, or an empty bundle. */
    boolean sawFhir() {
        return fhir || resources > 0;
    }

    void isFhir() {
        fhir = true;
    }

    Format format() {
        return versions.format();
    }

    Harvest harvest() {
        return harvest;
    }

    /** One entry of a bundle that stands at {@code bundle}. */
    void entry(Element entry, String bundle, int index) {
        resource(entry.string("fullUrl"), entry.child("resource"), bundle + ".entry[" + index + "].resource", 0);
    }

    void resource(@Nullable String fullUrl, Element resource, String at, int depth) {
        resources++;
        if (depth > DEEPEST) {
            harvest.countNotUnderstood(at);
            return;
        }
        switch (resource.type()) {
            case "Bundle" -> bundle(resource, at, depth);
            case "Parameters" -> parameters(resource, at, depth);
            case "Medication", "Device" -> {
                references.add(fullUrl, resource);
                versions.hear(resource);
                supporting.add(new Waiting(fullUrl, resource, at));
            }
            default -> {
                references.add(fullUrl, resource);
                versions.hear(resource);
                read(fullUrl, resource, at);
            }
        }
    }

    private void read(@Nullable String fullUrl, Element resource, String at) {
        Resources.read(new Place(attempt, resource, at));
        if (references.missedSomething()) {
            attempt.clear();
            waiting.add(new Waiting(fullUrl, resource, at));
            return;
        }
        harvest.absorb(attempt);
    }

    private void bundle(Element bundle, String at, int depth) {
        Resources.noticePages(bundle, harvest);
        var entries = bundle.children("entry");
        for (var index = 0; index < entries.size(); index++) {
            var entry = entries.get(index);
            if (entry.has("resource")) {
                var place = at + ".entry[" + index + "].resource";
                resource(entry.string("fullUrl"), entry.child("resource"), place, depth + 1);
            }
        }
    }

    private void parameters(Element parameters, String at, int depth) {
        var all = parameters.children("parameter");
        var found = 0;
        for (var index = 0; index < all.size(); index++) {
            if (all.get(index).has("resource")) {
                found++;
                resource(null, all.get(index).child("resource"), at + ".parameter[" + index + "].resource", depth + 1);
            }
        }
        if (found == 0) {
            harvest.countKept("Parameters", at);
        }
    }

    /** Finds resources somewhere inside JSON that is not FHIR itself, such as a request that carries some. */
    void search(Element element, String at, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (var child : element.all()) {
            var all = child.getValue();
            for (var index = 0; index < all.size(); index++) {
                var name = at + child.getKey() + (all.size() > 1 ? "[" + index + "]" : "");
                if (all.get(index).type().isEmpty()) {
                    search(all.get(index), name + ".", depth + 1);
                } else {
                    resource(null, all.get(index), name, 0);
                }
            }
        }
    }

    /** Reads what had to wait. */
    void finish() {
        for (var one : waiting) {
            Resources.read(new Place(harvest, one.resource, one.at));
        }
        for (var one : supporting) {
            if (references.isUsed(one.fullUrl, one.resource)) {
                continue;
            }
            var place = new Place(harvest, one.resource, one.at);
            if (one.resource.type().equals("Medication")) {
                Medications.alone(place);
            } else {
                Devices.alone(place, resources == 1);
            }
        }
        waiting.clear();
        supporting.clear();
    }
}
