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
import org.consilium.knowledge.Fingerprint.Side;
import org.consilium.knowledge.Statement.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The name and short hashes of every entry of one version of the knowledge base: enough to tell which entries another version
 * adds, takes away or changes, and which side of them. The order of the entries and of their fields makes no difference.
 *
 * @param date of the version, as {@code index.yaml} says
 * @param entries by kind and id
 */
public record Fingerprints(LocalDate date, Map<Kind, Map<String, Fingerprint>> entries) {
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();
    private static final List<String> INHERITED = List.of("source", "reviewBy", "jurisdiction");
    private static final List<String> NAMES = List.of("law", "name", "text", "event", "rule");

    public Fingerprints {
        var copy = new EnumMap<Kind, Map<String, Fingerprint>>(Kind.class);
        entries.forEach((kind, each) -> copy.put(kind, Collections.unmodifiableMap(new TreeMap<>(each))));
        entries = Collections.unmodifiableMap(copy);
    }

    /** Of the files of a knowledge base. */
    static Fingerprints of(LocalDate date, Collection<JsonNode> files) {
        var entries = new EnumMap<Kind, Map<String, Fingerprint>>(Kind.class);
        for (var file : files) {
            var inherited = new StringBuilder();
            INHERITED.forEach(name -> inherited.append('\n').append(SORTED.writeValueAsString(file.path(name))));
            for (var kind : Kind.values()) {
                var section = file.path(kind.section());
                var known = entries.computeIfAbsent(kind, fresh -> new TreeMap<>());
                if (kind == Kind.CODE_PAIR) {
                    section.propertyStream()
                            .forEach(how -> how.getValue()
                                    .propertyStream()
                                    .forEach(pair -> known.put(
                                            how.getKey() + ":" + pair.getKey(),
                                            pair(pair.getKey(), pair.getValue(), inherited.toString()))));
                } else {
                    section.valueStream()
                            .forEach(entry ->
                                    known.put(entry.path("id").asString(), entry(entry, inherited.toString())));
                }
            }
        }
        return new Fingerprints(date, entries);
    }

    private static Fingerprint pair(String code, JsonNode codes, String inherited) {
        return new Fingerprint(
                new Words(code, code),
                Map.of(Side.DETECTION, hash(SORTED.writeValueAsString(codes)), Side.SOURCE, hash(inherited)));
    }

    private static Fingerprint entry(JsonNode entry, String inherited) {
        var said = new EnumMap<Side, TreeMap<String, String>>(Side.class);
        entry.propertyStream()
                .filter(field -> !field.getKey().equals("id"))
                .forEach(field -> said.computeIfAbsent(Side.of(field.getKey()), side -> new TreeMap<>())
                        .put(field.getKey(), SORTED.writeValueAsString(field.getValue())));
        said.computeIfAbsent(Side.SOURCE, side -> new TreeMap<>()).put("", inherited);
        var hashes = new EnumMap<Side, String>(Side.class);
        said.forEach((side, fields) -> hashes.put(side, hash(fields.toString())));
        return new Fingerprint(name(entry), hashes);
    }

    private static Words name(JsonNode entry) {
        for (var field : NAMES) {
            if (entry.has(field)) {
                return new Words(
                        entry.path(field).path("en").asString(""),
                        entry.path(field).path("es").asString(""));
            }
        }
        return new Words(
                entry.path("en").path(0).asString(""), entry.path("es").path(0).asString(""));
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
