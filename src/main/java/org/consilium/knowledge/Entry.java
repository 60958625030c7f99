package org.consilium.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Crosswalk;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One entry of a knowledge file. Says file and id when something is missing or wrong.
 *
 * @param id of the entry, for messages
 * @param top the whole file, for what holds for all its entries
 */
record Entry(String file, String id, JsonNode top, JsonNode node, SnomedByIcd crosswalk) {
    private static final Map<String, String> SYSTEMS = Map.of(
            "icd10cm", CodeSystems.ICD10CM,
            "icd10", CodeSystems.ICD10,
            "snomed", CodeSystems.SNOMED,
            "loinc", CodeSystems.LOINC,
            "cpt", CodeSystems.CPT,
            "atc", CodeSystems.ATC,
            "rxnorm", CodeSystems.RXNORM,
            "orpha", CodeSystems.ORPHA,
            "icd10pcs", CodeSystems.ICD10PCS);
    private static final Words NONE = new Words("", "");

    IllegalStateException wrong(String what) {
        return new IllegalStateException("knowledge/" + file + ".yaml " + id + ": " + what);
    }

    String text(String name) {
        var value = node.path(name);
        if (!value.isString() || value.stringValue().isBlank()) {
            throw wrong("no " + name);
        }
        return value.stringValue();
    }

    @Nullable
    String textOrNull(String name) {
        return node.has(name) ? text(name) : null;
    }

    int number(String name) {
        if (!node.path(name).isInt()) {
            throw wrong("no number " + name);
        }
        return node.path(name).intValue();
    }

    @Nullable
    Integer numberOrNull(String name) {
        return node.has(name) ? number(name) : null;
    }

    boolean flag(String name) {
        return node.path(name).booleanValue(false);
    }

    <E extends Enum<E>> E oneOf(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, text(name));
        } catch (IllegalArgumentException unknown) {
            throw wrong(name + " is not a " + type.getSimpleName() + ": " + text(name));
        }
    }

    Words words(String name) {
        return new Words(part(name).text("en"), part(name).text("es"));
    }

    Words wordsOrNone(String name) {
        return node.has(name) ? words(name) : NONE;
    }

    List<String> list(String name) {
        return node.path(name).valueStream().map(JsonNode::asString).toList();
    }

    List<Entry> parts(String name) {
        return node.path(name)
                .valueStream()
                .map(part -> new Entry(file, id + "/" + part.path("id").asString(name), top, part, crosswalk))
                .toList();
    }

    private Entry part(String name) {
        return new Entry(file, id + "/" + name, top, node.path(name), crosswalk);
    }

    /**
     * The patterns written down, and those that follow: a pattern of ICD-10-CM also holds for ICD-10, and a SNOMED CT code
     * whose ICD-10-CM code is covered is covered too.
     */
    List<CodePattern> codes(String name) {
        var patterns = new LinkedHashSet<CodePattern>(written(name));
        for (var written : List.copyOf(patterns)) {
            if (written.system().equals(CodeSystems.ICD10CM)) {
                patterns.add(new CodePattern(CodeSystems.ICD10, written.code()));
                patterns.addAll(crosswalk.below(written));
            }
        }
        return List.copyOf(patterns);
    }

    /** The patterns written down, in their order. */
    List<CodePattern> written(String name) {
        var patterns = new ArrayList<CodePattern>();
        node.path(name).propertyStream().forEach(system -> {
            var uri = SYSTEMS.get(system.getKey());
            if (uri == null) {
                throw wrong("unknown code system " + system.getKey());
            }
            system.getValue().valueStream().forEach(code -> patterns.add(new CodePattern(uri, code.asString())));
        });
        return List.copyOf(patterns);
    }

    Provenance source() {
        var source = node.has("source") ? part("source") : new Entry(file, id, top, top.path("source"), crosswalk);
        return new Provenance(
                source.oneOf(Provenance.Tag.class, "tag"),
                source.oneOf(Provenance.Grade.class, "grade"),
                source.text("source"),
                or(source.textOrNull("jurisdiction"), top.path("jurisdiction").asString("any")),
                source.textOrNull("reviewedBy"),
                LocalDate.parse(
                        or(source.textOrNull("reviewBy"), top.path("reviewBy").asString(""))));
    }

    /** SNOMED CT beside ICD-10-CM: {@code exact} and {@code narrower}, each ICD-10-CM code with its SNOMED CT codes. */
    static List<Crosswalk.Pair> pairs(JsonNode section) {
        var pairs = new ArrayList<Crosswalk.Pair>();
        for (var kind : List.of("exact", "narrower")) {
            section.path(kind)
                    .propertyStream()
                    .forEach(line -> line.getValue()
                            .valueStream()
                            .forEach(snomed -> pairs.add(new Crosswalk.Pair(
                                    Code.of(CodeSystems.SNOMED, snomed.asString()),
                                    Code.of(CodeSystems.ICD10CM, line.getKey()),
                                    kind.equals("exact")))));
        }
        return List.copyOf(pairs);
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
