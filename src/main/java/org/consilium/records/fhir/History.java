package org.consilium.records.fhir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.clinical.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one resource in a bundle of type history (hl7.org/fhir/R4/http.html#history): only the newest speaks, and
 * none when it was deleted last.
 */
final class History {
    /** @param at null for a deletion */
    private record Version(String moment, @Nullable String at) {}

    private final Map<String, Version> newest = new HashMap<>();
    private final Set<String> outdated = new HashSet<>();

    /** Remembers an entry; one that is not of a history says nothing here. */
    void hear(Element entry, String at) {
        if (!entry.has("request") || !entry.has("response")) {
            return;
        }
        var resource = entry.child("resource");
        var isDeletion = !resource.isPresent();
        var id = isDeletion ? deleted(entry) : resource.type() + "/" + resource.string("id");
        if (id == null || (!isDeletion && !resource.has("id"))) {
            return;
        }
        var response = entry.child("response").string("lastModified");
        var moment = response != null ? response : resource.child("meta").string("lastUpdated");
        var version = new Version(Objects.requireNonNullElse(moment, ""), isDeletion ? null : at);
        var before = newest.putIfAbsent(id, version);
        if (before != null) {
            var isNewer = before.moment.compareTo(version.moment) < 0;
            newest.put(id, isNewer ? version : before);
            var older = isNewer ? before.at : version.at;
            if (older != null) {
                outdated.add(older);
            }
        }
    }

    private static @Nullable String deleted(Element entry) {
        var url = entry.child("request").string("url");
        return url != null && "DELETE".equals(entry.child("request").string("method"))
                ? References.shortened(url)
                : null;
    }

    /** Takes out what older versions said; tells how many there were. */
    int clean(List<Fact> facts) {
        if (!outdated.isEmpty()) {
            facts.removeIf(fact -> isOutdated(fact.sources().getFirst().at()));
        }
        return outdated.size();
    }

    private boolean isOutdated(String at) {
        var resource = at.indexOf(".resource");
        return resource > 0 && outdated.contains(at.substring(0, resource + ".resource".length()));
    }
}
