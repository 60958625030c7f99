package org.consilium.records.fhir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the resources of one file are called, so that others can refer to them: by full URL, {@code urn:uuid:}, relative
 * address, or inside the resource itself. Only names are kept, so references that go round in a circle do no harm.
 */
final class References {
    private final Map<String, Named> byAddress = new HashMap<>();
    private final Map<String, Set<String>> addresses = new HashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Map<String, File> files = new HashMap<>();
    private final Map<String, When> visits = new HashMap<>();
    private final Stages stages = new Stages();
    private boolean missed;

    /** A Binary and where it stands. */
    record File(Element resource, String at) {}

    Stages stages() {
        return stages;
    }

    /** Remembers a Binary that others may name as their attachment. */
    void addFile(@Nullable String fullUrl, Element binary, String at) {
        var file = new File(binary, at);
        if (fullUrl != null) {
            files.put(fullUrl, file);
        }
        var id = binary.string("id");
        if (id != null) {
            files.put("Binary/" + id, file);
        }
    }

    /** The Binary that an address means, inside the resource or elsewhere in the file; null when there is none. */
    @Nullable
    File file(String address, Place from) {
        if (address.startsWith("#")) {
            var inside = from.resource().children("contained");
            for (var index = 0; index < inside.size(); index++) {
                if (address.substring(1).equals(inside.get(index).string("id"))) {
                    return new File(inside.get(index), from.at() + ".contained[" + index + "]");
                }
            }
            return null;
        }
        var plain = shortened(address);
        var found = files.containsKey(address) ? files.get(address) : files.get(plain);
        if (found == null) {
            missed |= plain.startsWith("Binary/") || address.startsWith("urn:");
            return null;
        }
        used.add(address);
        used.add(plain);
        var id = found.resource.string("id");
        if (id != null) {
            used.add("Binary/" + id);
        }
        return found;
    }

    /** When the visit was that a reference points to. */
    When visit(Element reference) {
        var address = reference.string("reference");
        if (address == null) {
            return When.UNKNOWN;
        }
        var found = visits.get(address);
        return found != null ? found : visits.getOrDefault(shortened(address), When.UNKNOWN);
    }

    private void addVisit(@Nullable String fullUrl, Element encounter) {
        var when = When.first(encounter, "period", "actualPeriod");
        if (fullUrl != null) {
            visits.put(fullUrl, when);
        }
        visits.put("Encounter/" + encounter.string("id"), when);
    }

    /** Remembers a resource that others may refer to. */
    void add(@Nullable String fullUrl, Element resource) {
        if (resource.type().equals("Encounter")) {
            addVisit(fullUrl, resource);
        }
        var named = nameOf(resource);
        if (!named.isSomething()) {
            return;
        }
        var id = resource.string("id");
        if (fullUrl != null) {
            byAddress.put(fullUrl, named);
        }
        if (id != null) {
            byAddress.put(resource.type() + "/" + id, named);
            if (fullUrl != null) {
                addresses.computeIfAbsent(fullUrl, key -> new HashSet<>()).add(resource.type() + "/" + id);
            }
        }
    }

    /** What a reference points to, by what stands in the file; falls back on the words beside the reference. */
    Named named(Element reference, Element from) {
        var target = reference.has("reference") && reference.child("reference").has("reference")
                ? reference.child("reference")
                : reference;
        var address = target.value() != null ? target.value() : target.string("reference");
        var words = target.string("display");
        var beside = words == null ? Named.NOTHING : new Named(List.of(), words);
        return address == null ? beside : at(address, from).orElse(beside);
    }

    /** The words beside a reference, else the name of what it points to. */
    @Nullable
    String words(Element reference, Element from) {
        var beside = reference.string("display");
        return beside != null ? beside : named(reference, from).words();
    }

    private Named at(String address, Element from) {
        if (address.startsWith("#")) {
            return contained(address.substring(1), from);
        }
        var found = byAddress.get(address);
        if (found == null) {
            found = byAddress.get(shortened(address));
        }
        if (found == null) {
            missed = true;
            return Named.NOTHING;
        }
        used.add(address);
        used.add(shortened(address));
        used.addAll(addresses.getOrDefault(address, Set.of()));
        return found;
    }

    private static Named contained(String id, Element from) {
        for (var inside : from.children("contained")) {
            var name = inside.string("id");
            if (name != null && (name.equals(id) || name.equals("#" + id))) {
                return nameOf(inside);
            }
        }
        return Named.NOTHING;
    }

    /** {@code Type/id} out of an absolute address, without a version. */
    static String shortened(String address) {
        var version = address.indexOf("/_history/");
        var plain = version < 0 ? address : address.substring(0, version);
        var last = plain.lastIndexOf('/');
        return last < 1 ? plain : plain.substring(plain.lastIndexOf('/', last - 1) + 1);
    }

    /** True when someone asked for this resource. */
    boolean isUsed(@Nullable String fullUrl, Element resource) {
        return (fullUrl != null && used.contains(fullUrl))
                || used.contains(resource.type() + "/" + resource.string("id"));
    }

    /** True when since the last question something was asked for that has not been read (yet). */
    boolean missedSomething() {
        var answer = missed;
        missed = false;
        return answer;
    }

    static Named nameOf(Element resource) {
        var named = Named.first(resource, "code", "vaccineCode", "type", "class");
        return switch (resource.type()) {
            case "Practitioner", "Patient", "RelatedPerson" ->
                new Named(List.of(), Patients.name(resource.child("name")));
            case "Organization", "Location" -> new Named(List.of(), resource.string("name"));
            case "Device" ->
                Named.first(resource, "type", "definition").orElse(new Named(List.of(), Devices.name(resource)));
            case "Medication" -> named.orElse(Medications.ofIngredients(resource));
            default -> named;
        };
    }
}
