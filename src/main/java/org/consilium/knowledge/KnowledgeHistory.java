package org.consilium.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.knowledge.Statement.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The versions of the knowledge base up to this one, out of {@code knowledge/history.yaml}.
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
        return new KnowledgeHistory(file.path("versions")
                .valueStream()
                .map(version -> new Fingerprints(
                        LocalDate.parse(version.path("date").asString()), entries(version.path("entries"))))
                .toList());
    }

    private static Map<Kind, Map<String, String>> entries(JsonNode sections) {
        var entries = new EnumMap<Kind, Map<String, String>>(Kind.class);
        Arrays.stream(Kind.values()).forEach(kind -> {
            var hashes = new TreeMap<String, String>();
            sections.path(kind.section())
                    .propertyStream()
                    .forEach(
                            entry -> hashes.put(entry.getKey(), entry.getValue().asString()));
            entries.put(kind, hashes);
        });
        return entries;
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
