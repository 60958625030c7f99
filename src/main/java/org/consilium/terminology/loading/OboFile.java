package org.consilium.terminology.loading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.terminology.Concept;
import org.consilium.terminology.ConceptSink;
import org.jspecify.annotations.Nullable;

/**
 * OBO flat files, version 1.2 and 1.4 (owlcollab.github.io/oboformat): Mondo, the Disease Ontology, the Human Phenotype Ontology.
 * A cross-reference counts as exact when the file says so ({@code MONDO:equivalentTo}, {@code skos:exactMatch}); the others name
 * something near and are left out.
 */
final class OboFile {
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final int CUT = 2_000;

    private final ConceptSink sink;
    private boolean term;
    private @Nullable String id;
    private @Nullable String name;
    private boolean obsolete;
    private final List<String> synonyms = new ArrayList<>();
    private final List<String> parents = new ArrayList<>();
    private final List<String> equal = new ArrayList<>();

    private OboFile(ConceptSink sink) {
        this.sink = sink;
    }

    static void read(InputStream in, ConceptSink sink) throws IOException {
        var file = new OboFile(sink);
        var lines = VocabularyFile.lines(in);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            file.line(line.length() > CUT ? line.substring(0, CUT) : line);
        }
        file.done();
    }

    private void line(String line) {
        if (line.startsWith("[")) {
            done();
            term = line.startsWith("[Term]");
            return;
        }
        var colon = line.indexOf(": ");
        if (!term || colon < 0) {
            return;
        }
        var value = line.substring(colon + 2).strip();
        switch (line.substring(0, colon)) {
            case "id" -> id = value;
            case "name" -> name = bare(value);
            case "is_obsolete" -> obsolete = value.startsWith("true");
            case "synonym" -> {
                var quoted = QUOTED.matcher(value);
                if (quoted.find() && !value.contains("OBSOLETE")) {
                    synonyms.add(quoted.group(1).replace("\\", ""));
                }
            }
            case "is_a" -> parents.add(value.split("[ !{]", 2)[0]);
            case "xref" -> {
                if (value.contains("MONDO:equivalentTo")) {
                    equal.add(value.split(" ", 2)[0]);
                }
            }
            case "property_value" -> {
                var parts = value.split(" ");
                if (parts.length > 1 && (parts[0].equals("skos:exactMatch") || parts[0].endsWith("core#exactMatch"))) {
                    equal.add(parts[1]);
                }
            }
            default -> {
                // definitions, subsets and the like
            }
        }
    }

    private static String bare(String value) {
        var end = value.indexOf(" {");
        return end < 0 ? value : value.substring(0, end);
    }

    private void done() {
        var code = id == null ? null : Systems.ofCurie(id).orElse(null);
        if (term && code != null && name != null && !name.isBlank() && !obsolete) {
            var names = new ArrayList<String>();
            names.add(name);
            names.addAll(synonyms);
            sink.concept(Concept.of(code.system(), code.code(), names));
            parents.forEach(parent -> Systems.ofCurie(parent).ifPresent(it -> sink.parent(code, it)));
            equal.stream().flatMap(it -> code(it).stream()).distinct().forEach(it -> sink.mapping(code, it, true));
        }
        term = false;
        id = null;
        name = null;
        obsolete = false;
        synonyms.clear();
        parents.clear();
        equal.clear();
    }

    private static java.util.Optional<Code> code(String reference) {
        return reference.startsWith("http") ? Systems.ofIri(reference) : Systems.ofCurie(reference);
    }
}
