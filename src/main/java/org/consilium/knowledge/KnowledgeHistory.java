package org.consilium.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.knowledge.Fingerprint.Side;
import org.consilium.knowledge.Statement.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The versions of the knowledge base up to this one, out of {@code knowledge/history.yaml}: the first one whole, each
 * later one as what it says otherwise.
 *
 * @param versions the oldest first, the last one is that of this program
 */
public record KnowledgeHistory(List<Fingerprints> versions) {
    private static final YAMLMapper YAML = new YAMLMapper();

    public KnowledgeHistory {
        versions = List.copyOf(versions);
    }

    /**
     * What a version brought.
     *
     * @param since date of the version before it
     */
    public record Step(LocalDate since, LocalDate date, KnowledgeDiff diff) {}

    /** The history of this program, read once. */
    public static KnowledgeHistory load() {
        return Loaded.ONCE;
    }

    /** Read when first asked for. */
    private static final class Loaded {
        private static final KnowledgeHistory ONCE = read(YAML.readTree(KnowledgeBase.resource("history")));
    }

    static KnowledgeHistory read(JsonNode file) {
        var versions = new ArrayList<Fingerprints>();
        for (var version : file.path("versions")) {
            var before = versions.isEmpty()
                    ? Map.<Kind, Map<String, Fingerprint>>of()
                    : versions.getLast().entries();
            versions.add(new Fingerprints(
                    LocalDate.parse(version.path("date").asString()), entries(before, version.path("entries"))));
        }
        return new KnowledgeHistory(versions);
    }

    /** Those of the version before, with what this one says otherwise; an entry without anything is no longer there. */
    private static Map<Kind, Map<String, Fingerprint>> entries(
            Map<Kind, Map<String, Fingerprint>> before, JsonNode sections) {
        var entries = new EnumMap<Kind, Map<String, Fingerprint>>(Kind.class);
        for (var kind : Kind.values()) {
            var known = new TreeMap<>(before.getOrDefault(kind, Map.of()));
            sections.path(kind.section()).propertyStream().forEach(entry -> {
                if (entry.getValue().isNull()) {
                    known.remove(entry.getKey());
                } else {
                    known.put(entry.getKey(), fingerprint(entry.getKey(), entry.getValue()));
                }
            });
            entries.put(kind, known);
        }
        return entries;
    }

    private static Fingerprint fingerprint(String id, JsonNode line) {
        var hashes = new EnumMap<Side, String>(Side.class);
        for (var hash : line.path(0).asString("").split(" ")) {
            var colon = hash.indexOf(':');
            hashes.put(Side.valueOf(hash.substring(0, colon).toUpperCase(Locale.ROOT)), hash.substring(colon + 1));
        }
        var code = id.substring(id.indexOf(':') + 1);
        return new Fingerprint(
                new Words(line.path(1).asString(code), line.path(2).asString(code)), hashes);
    }

    /** What each version changed, the newest first; empty when there is only one. */
    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var at = versions.size() - 1; at > 0; at--) {
            var older = versions.get(at - 1);
            var newer = versions.get(at);
            steps.add(new Step(older.date(), newer.date(), KnowledgeDiff.of(older, newer)));
        }
        return List.copyOf(steps);
    }

    /** With what stands in the knowledge base now: a new version when its date is a new one, else in place of the last. */
    KnowledgeHistory with(Fingerprints now) {
        var all = new ArrayList<>(versions);
        if (!all.isEmpty() && all.getLast().date().equals(now.date())) {
            all.removeLast();
        }
        all.add(now);
        return new KnowledgeHistory(all);
    }
}
