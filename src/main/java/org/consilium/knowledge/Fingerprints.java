package org.consilium.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.knowledge.Statement.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A short hash of every entry of one version of the knowledge base: enough to tell which entries another version adds, takes
 * away or changes. The order of the entries and of the fields of an entry makes no difference.
 *
 * @param date of the version, as {@code index.yaml} says
 * @param entries id and hash of each entry, by kind
 */
public record Fingerprints(LocalDate date, Map<Kind, Map<String, String>> entries) {
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final List<String> INHERITED = List.of("source", "reviewBy", "jurisdiction");

    public Fingerprints {
        var copy = new EnumMap<Kind, Map<String, String>>(Kind.class);
        entries.forEach((kind, each) -> copy.put(kind, Collections.unmodifiableMap(new TreeMap<>(each))));
        entries = Collections.unmodifiableMap(copy);
    }

    /** Of the files of a knowledge base. */
    static Fingerprints of(LocalDate date, Collection<JsonNode> files) {
        var entries = new EnumMap<Kind, Map<String, String>>(Kind.class);
        for (var file : files) {
            var inherited = new StringBuilder();
            INHERITED.forEach(name -> inherited.append('\n').append(SORTED.writeValueAsString(file.path(name))));
            for (var kind : Kind.values()) {
                var section = file.path(kind.section());
                var hashes = entries.computeIfAbsent(kind, fresh -> new TreeMap<>());
                if (kind == Kind.CODE_PAIR) {
                    section.propertyStream()
                            .forEach(how -> how.getValue()
                                    .propertyStream()
                                    .forEach(pair -> hashes.put(
                                            how.getKey() + ":" + pair.getKey(),
                                            hash(pair.getValue(), inherited.toString()))));
                } else {
                    section.valueStream()
                            .forEach(entry ->
                                    hashes.put(entry.path("id").asString(), hash(entry, inherited.toString())));
                }
            }
        }
        return new Fingerprints(date, entries);
    }

    private static String hash(JsonNode entry, String inherited) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var bytes = (SORTED.writeValueAsString(entry) + inherited).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(digest.digest(bytes)).substring(0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
