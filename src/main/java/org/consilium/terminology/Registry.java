package org.consilium.terminology;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Which vocabularies are in use: {@code active.json} names the folder of each. It is replaced as a whole, so it is never half. */
final class Registry {
    private static final String ACTIVE = "active.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Registry() {}

    /** Changes whenever what is active does. */
    static String state(Path folder) throws IOException {
        try {
            return Files.readString(folder.resolve(ACTIVE));
        } catch (NoSuchFileException nothingLoaded) {
            return "";
        }
    }

    /** The folder of each active vocabulary. */
    static Map<Path, LoadedVocabulary> active(Path folder) throws IOException {
        var active = new LinkedHashMap<Path, LoadedVocabulary>();
        var state = state(folder);
        if (!state.isEmpty()) {
            for (var node : JSON.readTree(state)) {
                var at = folder.resolve(
                        Path.of(node.path("folder").stringValue()).getFileName());
                if (Files.isDirectory(at)) {
                    active.put(at, vocabulary(node));
                }
            }
        }
        return active;
    }

    /** Puts a finished index in the place of the one of the same name. */
    static void activate(Path folder, Path fresh, LoadedVocabulary vocabulary) throws IOException {
        var place = folder.resolve(vocabulary.name() + "-" + UUID.randomUUID());
        Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
        var all = active(folder);
        var old = all.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(vocabulary.name()))
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(all::remove);
        all.put(place, vocabulary);
        write(folder, all);
        deleteAll(old);
    }

    static boolean remove(Path folder, String name) throws IOException {
        var all = active(folder);
        var old = all.entrySet().stream()
                .filter(entry -> entry.getValue().name().equals(name))
                .map(Map.Entry::getKey)
                .toList();
        old.forEach(all::remove);
        if (!old.isEmpty()) {
            write(folder, all);
            deleteAll(old);
        }
        return !old.isEmpty();
    }

    private static void write(Path folder, Map<Path, LoadedVocabulary> all) throws IOException {
        var json = JSON.createArrayNode();
        all.forEach((at, vocabulary) -> json.addObject()
                .put("folder", String.valueOf(at.getFileName()))
                .put("name", vocabulary.name())
                .put("version", vocabulary.version())
                .put("file", vocabulary.file())
                .put("hash", vocabulary.hash())
                .put("loaded", vocabulary.loaded().toString())
                .put("concepts", vocabulary.concepts())
                .put("names", vocabulary.names())
                .put("parents", vocabulary.parents())
                .put("mappings", vocabulary.mappings()));
        var part = Files.createTempFile(folder, "active", ".json");
        Files.write(part, JSON.writeValueAsBytes(json));
        Files.move(part, folder.resolve(ACTIVE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static LoadedVocabulary vocabulary(JsonNode node) {
        return new LoadedVocabulary(
                node.path("name").stringValue(),
                node.path("version").stringValue(),
                node.path("file").stringValue(),
                node.path("hash").stringValue(),
                Instant.parse(node.path("loaded").stringValue()),
                node.path("concepts").longValue(),
                node.path("names").longValue(),
                node.path("parents").longValue(),
                node.path("mappings").longValue());
    }

    /** A program that still reads an old index keeps it open until it looks again; its files go when it lets go. */
    private static void deleteAll(List<Path> folders) throws IOException {
        for (var folder : folders) {
            delete(folder);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        var all = new ArrayList<Path>();
        try (var walk = Files.walk(folder)) {
            walk.sorted(Comparator.reverseOrder()).forEach(all::add);
        }
        for (var path : all) {
            Files.deleteIfExists(path);
        }
    }

    static String hash(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return "";
        }
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.skipNBytes(0);
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
