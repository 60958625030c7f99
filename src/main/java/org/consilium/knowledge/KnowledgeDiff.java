package org.consilium.knowledge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.consilium.knowledge.Fingerprint.Side;
import org.consilium.knowledge.Statement.Kind;

/**
 * What one version of the knowledge base has that an older one had not, and the other way round.
 *
 * @param kinds the kinds of entries where something differs
 */
public record KnowledgeDiff(Map<Kind, List<Change>> kinds) {
    /** One entry that differs. */
    public sealed interface Change {
        String id();

        /** As it is called now; what was taken away, as it was called. */
        Words name();

        /** It is new. */
        record Added(String id, Words name) implements Change {}

        /** It is no longer there. */
        record Removed(String id, Words name) implements Change {}

        /** @param sides what is not as before; at least one */
        record Changed(String id, Words name, Set<Side> sides) implements Change {}
    }

    public KnowledgeDiff {
        kinds = Collections.unmodifiableMap(kinds.isEmpty() ? new EnumMap<>(Kind.class) : new EnumMap<>(kinds));
    }

    /** The changes of a kind in the order of their ids. */
    public static KnowledgeDiff of(Fingerprints older, Fingerprints newer) {
        var kinds = new EnumMap<Kind, List<Change>>(Kind.class);
        for (var kind : Kind.values()) {
            var before = older.entries().getOrDefault(kind, Map.of());
            var after = newer.entries().getOrDefault(kind, Map.of());
            var changes = changes(before, after);
            if (!changes.isEmpty()) {
                kinds.put(kind, changes);
            }
        }
        return new KnowledgeDiff(kinds);
    }

    private static List<Change> changes(Map<String, Fingerprint> before, Map<String, Fingerprint> after) {
        var changes = new TreeMap<String, Change>();
        before.forEach((id, old) -> {
            if (!after.containsKey(id)) {
                changes.put(id, new Change.Removed(id, old.name()));
            }
        });
        after.forEach((id, now) -> {
            var old = before.get(id);
            if (old == null) {
                changes.put(id, new Change.Added(id, now.name()));
            } else if (!now.differingFrom(old).isEmpty()) {
                changes.put(id, new Change.Changed(id, now.name(), now.differingFrom(old)));
            }
        });
        return List.copyOf(changes.values());
    }

    public boolean isEmpty() {
        return kinds.isEmpty();
    }
}
