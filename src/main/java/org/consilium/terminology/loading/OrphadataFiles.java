package org.consilium.terminology.loading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Concept;
import org.consilium.terminology.ConceptSink;
import org.jspecify.annotations.Nullable;

/** Orphadata XML (orphadata.com): product 1, names and cross-references; product 9, how common each disease is. */
final class OrphadataFiles {
    /** What counts as common: a file that gives one of these for a disease says that it is not rare. */
    private static final Set<String> COMMON = Set.of(">1 / 1000", "6-9 / 10 000");

    private final ConceptSink sink;
    private final boolean prevalences;
    private @Nullable Code disorder;
    private final List<String> names = new ArrayList<>();
    private @Nullable String source;
    private @Nullable String reference;
    private @Nullable String kind;

    private OrphadataFiles(ConceptSink sink, boolean prevalences) {
        this.sink = sink;
        this.prevalences = prevalences;
    }

    static void nomenclature(InputStream in, ConceptSink sink) throws IOException {
        new OrphadataFiles(sink, false).read(in);
    }

    static void prevalence(InputStream in, ConceptSink sink) throws IOException {
        new OrphadataFiles(sink, true).read(in);
    }

    private void read(InputStream in) throws IOException {
        try {
            var xml = Xml.reader(in);
            var path = new ArrayList<String>();
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    path.add(xml.getLocalName());
                    if (isLeaf(xml.getLocalName())) {
                        leaf(path, xml);
                        path.removeLast();
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    end(xml.getLocalName());
                    path.removeLast();
                }
            }
        } catch (XMLStreamException broken) {
            throw Xml.broken(broken);
        }
    }

    private static boolean isLeaf(String element) {
        return switch (element) {
            case "OrphaCode", "OrphaNumber", "Name", "Synonym", "Source", "Reference" -> true;
            default -> false;
        };
    }

    private void leaf(List<String> path, XMLStreamReader xml) throws XMLStreamException {
        var element = path.getLast();
        var parent = path.size() < 2 ? "" : path.get(path.size() - 2);
        var text = Xml.text(xml);
        switch (element) {
            case "OrphaCode", "OrphaNumber" -> {
                if (parent.equals("Disorder")) {
                    disorder = Code.of(CodeSystems.ORPHA, text);
                    names.clear();
                }
            }
            case "Name" -> name(parent, text);
            case "Synonym" -> names.add(text);
            case "Source" -> source = text;
            case "Reference" -> reference = text;
            default -> throw new IllegalStateException(element);
        }
    }

    private void name(String parent, String text) {
        switch (parent) {
            case "Disorder" -> names.addFirst(text);
            case "DisorderMappingRelation" -> kind = text;
            case "PrevalenceClass" -> kind = text;
            default -> {
                // kinds of disorders, experts and the like
            }
        }
    }

    private void end(String element) {
        var code = disorder;
        if (code == null) {
            return;
        }
        switch (element) {
            case "ExternalReference" -> {
                if (source != null && reference != null && kind != null) {
                    mapping(code, source + ":" + reference, kind);
                }
                source = null;
                reference = null;
                kind = null;
            }
            case "Prevalence" -> {
                if (prevalences && kind != null && !kind.isBlank() && !kind.equals("Unknown")) {
                    sink.prevalence(code, kind, !COMMON.contains(kind));
                }
                kind = null;
            }
            case "Disorder" -> {
                if (!prevalences && !names.isEmpty()) {
                    sink.concept(Concept.of(code.system(), code.code(), names));
                }
                disorder = null;
            }
            default -> {
                // lists and the like
            }
        }
    }

    /** Relations by their first letter: E exact; NTBT, the disorder is narrower than the other code. Others say too little. */
    private void mapping(Code code, String curie, String relation) {
        if (relation.startsWith("E ") || relation.startsWith("NTBT")) {
            Systems.ofCurie(curie).ifPresent(to -> sink.mapping(code, to, relation.startsWith("E ")));
        }
    }
}
