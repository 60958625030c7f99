package org.consilium.records.fhir;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the resources of one file in their order. One that refers to another not read yet waits until the end;
 * Medication, Device and Binary wait too, because they stand for themselves only when nothing refers to them. Only so many
 * are held: where more wait, the file is gone through a second time for those.
 */
final class Walk {
    /** Bundles in bundles in bundles are no record any more. */
    private static final int DEEPEST = 8;

    /** How many resources wait in memory. */
    private static final int MOST_WAITING = 20_000;

    /** How many characters of attached files wait in memory. */
    private static final long MOST_HELD = 48L << 20;

    private record Waiting(@Nullable String fullUrl, Element resource, String at) {}

    private final References references = new References();
    private final Versions versions = new Versions();
    private final History history = new History();
    private final Attachments attachments;
    private final Harvest harvest;
    private final Harvest attempt;
    private final List<Waiting> waiting = new ArrayList<>();
    private final List<Waiting> supporting = new ArrayList<>();
    private final BitSet late = new BitSet();
    private long held;
    private int resources;
    private int all;
    private boolean again;
    private boolean fhir;

    Walk(Content content) {
        attachments = new Attachments(content);
        harvest = new Harvest(content.label(), references);
        attempt = new Harvest(content.label(), references);
    }

    /** True when there was a resource of any type, or an empty bundle. */
    boolean sawFhir() {
        return fhir || all > 0;
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

    /** What the files attached to the resources said. */
    List<Reading> inner() {
        return attachments.readings();
    }

    /** True while the file is gone through a second time. */
    boolean isAgain() {
        return again;
    }

    /** True after the first turn when more had to wait than could be held. */
    boolean needsAnotherTurn() {
        return again;
    }

    /** One entry of a bundle that stands at {@code bundle}. */
    void entry(Element entry, String bundle, int index) {
        inside(entry, bundle + ".entry[" + index + "]", 0);
    }

    /** The resource of an entry; some exports leave out the step between. */
    private void inside(Element entry, String at, int depth) {
        if (!again) {
            history.hear(entry, at + ".resource");
        }
        if (entry.has("resource") || entry.type().isEmpty()) {
            resource(entry.string("fullUrl"), entry.child("resource"), at + ".resource", depth);
        } else {
            resource(null, entry, at, depth);
        }
    }

    void resource(@Nullable String fullUrl, Element resource, String at, int depth) {
        resources++;
        if (depth > DEEPEST) {
            if (!again) {
                harvest.countNotUnderstood(at);
            }
            return;
        }
        switch (resource.type()) {
            case "Bundle" -> bundle(resource, at, depth);
            case "Parameters" -> parameters(resource, at, depth);
            default -> {
                if (!again) {
                    single(new Waiting(fullUrl, resource, at));
                } else if (late.get(resources)) {
                    last(new Waiting(fullUrl, resource, at));
                }
            }
        }
    }

    private void single(Waiting one) {
        references.add(one.fullUrl, one.resource);
        references.stages().hear(one.fullUrl, one.resource, one.at);
        versions.hear(one.resource);
        switch (one.resource.type()) {
            case "Medication", "Device" -> hold(one, supporting, 0);
            case "Binary" -> {
                var size = Attachments.size(one.resource);
                if (hold(one, supporting, size)) {
                    references.addFile(one.fullUrl, one.resource, one.at);
                }
            }
            default -> {
                Resources.read(new Place(attempt, one.resource, one.at));
                if (references.missedSomething()) {
                    attempt.clear();
                    hold(one, waiting, Attachments.size(one.resource));
                } else {
                    harvest.absorb(attempt);
                    attachments.read(harvest.attached());
                }
            }
        }
    }

    /** Lets it wait, in memory or for the second turn. */
    private boolean hold(Waiting one, List<Waiting> where, long size) {
        if (where.size() >= MOST_WAITING || held + size > MOST_HELD) {
            late.set(resources);
            return false;
        }
        held += size;
        where.add(one);
        return true;
    }

    private void bundle(Element bundle, String at, int depth) {
        if (!again) {
            Resources.noticePages(bundle, harvest);
        }
        var entries = bundle.children("entry");
        for (var index = 0; index < entries.size(); index++) {
            var entry = entries.get(index);
            if (entry.has("resource") || !entry.type().isEmpty()) {
                inside(entry, at + ".entry[" + index + "]", depth + 1);
            } else if (!again) {
                history.hear(entry, "");
            }
        }
    }

    private void parameters(Element parameters, String at, int depth) {
        var found = parameter(parameters, at, depth);
        if (found == 0 && !again) {
            harvest.countKept("Parameters", at);
        }
    }

    /** The resources of these parameters and of their parts. */
    private int parameter(Element parent, String at, int depth) {
        var found = 0;
        for (var name : List.of("parameter", "part")) {
            var children = depth > DEEPEST ? List.<Element>of() : parent.children(name);
            for (var index = 0; index < children.size(); index++) {
                var child = children.get(index);
                var place = at + "." + name + "[" + index + "]";
                if (child.has("resource")) {
                    found++;
                    resource(null, child.child("resource"), place + ".resource", depth + 1);
                }
                found += parameter(child, place, depth + 1);
            }
        }
        return found;
    }

    /** Finds resources somewhere inside JSON that is not FHIR itself, such as a request that carries some. */
    void search(Element element, String at, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        for (var child : element.all()) {
            var found = child.getValue();
            for (var index = 0; index < found.size(); index++) {
                var name = at + child.getKey() + (found.size() > 1 ? "[" + index + "]" : "");
                if (found.get(index).type().isEmpty()) {
                    search(found.get(index), name + ".", depth + 1);
                } else {
                    resource(null, found.get(index), name, 0);
                }
            }
        }
    }

    /** Reads what had to wait. */
    void finish() {
        all = Math.max(all, resources);
        waiting.forEach(this::last);
        supporting.forEach(this::last);
        references.stages().complete(harvest.facts());
        if (!again) {
            harvest.countOlder(history.clean(harvest.facts()));
        }
        waiting.clear();
        supporting.clear();
        again = !again && !late.isEmpty();
        resources = 0;
    }

    private void last(Waiting one) {
        var place = new Place(harvest, one.resource, one.at);
        var type = one.resource.type();
        switch (type) {
            case "Medication", "Device", "Binary" -> {
                if (references.isUsed(one.fullUrl, one.resource)) {
                    return;
                }
                if (type.equals("Medication")) {
                    Medications.alone(place);
                } else if (type.equals("Device")) {
                    Devices.alone(place, all == 1);
                } else {
                    Reports.binary(place);
                }
            }
            default -> Resources.read(place);
        }
        attachments.read(harvest.attached());
    }
}
