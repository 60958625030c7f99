package org.consilium.knowledge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.consilium.knowledge.Statement.Kind;

/**
 * What one version of the knowledge base has that an older one had not, and the other way round.
 *
 * @param kinds the kinds of entries where something differs
 */
public record KnowledgeDiff(Map<Kind, Changes> kinds) {
    /** Ids of entries, in their order. */
    public record Changes(List<String> added, List<String> removed, List<String> changed) {
        boolean isEmpty() {
            return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
        }
    }

    public KnowledgeDiff {
        kinds = Collections.unmodifiableMap(kinds.isEmpty() ? new EnumMap<>(Kind.class) : new EnumMap<>(kinds));
    }

    public static KnowledgeDiff of(Fingerprints older, Fingerprints newer) {
        var kinds = new EnumMap<Kind, Changes>(Kind.class);
        for (var kind : Kind.values()) {
            var before = older.entries().getOrDefault(kind, Map.of());
            var after = newer.entries().getOrDefault(kind, Map.of());
            var changes = new Changes(
                    after.keySet().stream()
                            .filter(id -> !before.containsKey(id))
                            .sorted()
                            .toList(),
                    before.keySet().stream()
                            .filter(id -> !after.containsKey(id))
                            .sorted()
                            .toList(),
                    after.entrySet().stream()
                            .filter(entry -> before.containsKey(entry.getKey()))
                            .filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                            .map(Map.Entry::getKey)
                            .sorted()
                            .toList());
            if (!changes.isEmpty()) {
                kinds.put(kind, changes);
            }
        }
        return new KnowledgeDiff(kinds);
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }
}
