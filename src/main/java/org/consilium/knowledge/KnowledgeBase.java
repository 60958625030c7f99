package org.consilium.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.consilium.terminology.Crosswalk;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the content that comes with the program: {@code knowledge/index.yaml} and the files it names. A mistake in them is a
 * mistake in the program: reading stops and names file, entry and what is wrong.
 */
public final class KnowledgeBase {
    private static final YAMLMapper YAML = new YAMLMapper();

    private KnowledgeBase() {}

    /** The knowledge of this program, read once. */
    public static Knowledge load() {
        return Loaded.ONCE;
    }

    /** Read when first asked for. */
    private static final class Loaded {
        private static final Knowledge ONCE = read(KnowledgeBase::resource);
    }

    /**
     * Reads the knowledge base from anywhere.
     *
     * @param file gives the bytes of a file by its name without ending, for example {@code groups}
     * @throws IllegalStateException when the content is not what it should be
     */
    static Knowledge read(Function<String, byte[]> file) {
        var index = YAML.readTree(file.apply("index"));
        var bytes = new LinkedHashMap<String, byte[]>();
        index.path("files").forEach(name -> bytes.put(name.asString(), file.apply(name.asString())));
        var trees = new LinkedHashMap<String, JsonNode>();
        bytes.forEach((name, content) -> trees.put(name, YAML.readTree(content)));
        var crosswalk = crosswalk(trees);
        var known = new SnomedByIcd(crosswalk);
        return checked(new Knowledge(
                index.path("date").asString() + "-" + hash(bytes),
                all(trees, "groups", known, Entries::group),
                all(trees, "redFlags", known, Entries::redFlag),
                all(trees, "windows", known, Entries::window),
                all(trees, "procedures", known, Entries::procedure),
                all(trees, "checklists", known, Entries::checklist),
                all(trees, "questions", known, Entries::question),
                all(trees, "evidence", known, Entries::evidence),
                all(trees, "failedTrials", known, Entries::failedTrial),
                all(trees, "treatments", known, Entries::treatment),
                crosswalk,
                all(trees, "conditions", known, Entries::condition),
                all(trees, "triggers", known, Entries::trigger),
                all(trees, "accessRights", known, Entries::accessRight),
                all(trees, "experts", known, Entries::expert),
                all(trees, "volumes", known, Entries::volume),
                all(trees, "background", known, Entries::background)));
    }

    /** A short hash of each entry as the files have it now. */
    static Fingerprints fingerprints(Function<String, byte[]> file) {
        var index = YAML.readTree(file.apply("index"));
        var trees = index.path("files")
                .valueStream()
                .map(name -> YAML.readTree(file.apply(name.asString())))
                .toList();
        return Fingerprints.of(LocalDate.parse(index.path("date").asString()), trees);
    }

    private static Crosswalk crosswalk(Map<String, JsonNode> trees) {
        return new Crosswalk(trees.values().stream()
                .filter(tree -> tree.has("pairs"))
                .flatMap(tree -> Entry.pairs(tree.path("pairs")).stream())
                .toList());
    }

    private static <T> List<T> all(
            Map<String, JsonNode> trees, String section, SnomedByIcd crosswalk, Function<Entry, T> reader) {
        return trees.entrySet().stream()
                .filter(tree -> tree.getValue().has(section))
                .flatMap(tree -> tree.getValue().path(section).valueStream().map(node -> {
                    var entry = new Entry(
                            tree.getKey(), node.path("id").asString("(no id)"), tree.getValue(), node, crosswalk);
                    try {
                        return reader.apply(entry);
                    } catch (IllegalArgumentException | NullPointerException wrong) {
                        throw entry.wrong(String.valueOf(wrong.getMessage()));
                    }
                }))
                .toList();
    }

    private static Knowledge checked(Knowledge knowledge) {
        var checklists = new HashSet<String>();
        knowledge.checklists().forEach(checklist -> checklists.add(checklist.id()));
        for (var group : knowledge.groups()) {
            if (group.checklist() != null && !checklists.contains(group.checklist())) {
                throw new IllegalStateException(
                        "knowledge/groups.yaml " + group.id() + ": no checklist " + group.checklist());
            }
        }
        var groups = new HashSet<String>();
        knowledge.groups().forEach(group -> groups.add(group.id()));
        for (var window : knowledge.windows()) {
            if (!groups.contains(window.group())) {
                throw new IllegalStateException(
                        "knowledge/windows.yaml " + window.id() + ": no group " + window.group());
            }
        }
        return knowledge;
    }

    static byte[] resource(String name) {
        try (var in = KnowledgeBase.class.getResourceAsStream("/knowledge/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("no file knowledge/" + name + ".yaml");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String hash(Map<String, byte[]> files) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            files.values().forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest()).substring(0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
