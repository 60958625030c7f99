package org.consilium.terminology.loading;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.terminology.Concept;
import org.consilium.terminology.ConceptSink;
import org.consilium.terminology.Icd10;
import org.consilium.terminology.loading.VocabularyFile.Broken;

/** ICD-10-CM as the National Center for Health Statistics and CMS publish it: the order file and the tabular list. */
final class Icd10Files {
    /** Columns of the order file (icd10cm_order_YYYY.txt, counted from 0): code 6-12, header or code 14, short 16-75, long 77-. */
    private static final int CODE = 6;

    private static final int SHORT = 16;
    private static final int LONG = 77;

    private Icd10Files() {}

    static void order(InputStream in, ConceptSink sink) throws IOException {
        var lines = VocabularyFile.lines(in);
        var number = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            if (line.length() <= SHORT || !Icd10.isWellFormed(line.substring(CODE, CODE + 7))) {
                throw new Broken("terminology.load.line", number);
            }
            var brief = line.substring(SHORT, Math.min(LONG - 1, line.length())).strip();
            var full = line.length() > LONG ? line.substring(LONG).strip() : brief;
            concept(line.substring(CODE, CODE + 7), List.of(full, brief), sink);
        }
    }

    private static void concept(String written, List<String> names, ConceptSink sink) {
        var code = Icd10.normalise(written);
        var given = names.stream().filter(name -> !name.isBlank()).toList();
        if (!given.isEmpty()) {
            sink.concept(Concept.of(CodeSystems.ICD10CM, code, given));
        }
        var parents = Icd10.parents(code);
        if (!parents.isEmpty()) {
            sink.parent(Code.of(CodeSystems.ICD10CM, code), Code.of(CodeSystems.ICD10CM, parents.getFirst()));
        }
    }

    /** Each {@code diag} with its {@code name}, its {@code desc} and the notes of its {@code inclusionTerm}. */
    static void tabular(InputStream in, ConceptSink sink) throws IOException {
        try {
            var xml = Xml.reader(in);
            var open = new ArrayDeque<List<String>>();
            var inclusion = false;
            while (xml.hasNext()) {
                var event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    inclusion = start(xml, open, inclusion);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    if (xml.getLocalName().equals("inclusionTerm")) {
                        inclusion = false;
                    } else if (xml.getLocalName().equals("diag")) {
                        done(open.pop(), sink);
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw Xml.broken(broken);
        }
    }

    private static boolean start(XMLStreamReader xml, ArrayDeque<List<String>> open, boolean inclusion)
            throws XMLStreamException {
        var here = open.peek();
        switch (xml.getLocalName()) {
            case "diag" -> open.push(new ArrayList<>());
            case "inclusionTerm" -> {
                return true;
            }
            case "name", "desc" -> {
                if (here != null) {
                    here.add(Xml.text(xml));
                }
            }
            case "note" -> {
                if (here != null && inclusion) {
                    here.add(Xml.text(xml));
                }
            }
            default -> {
                // chapters, sections and rules of coding are not needed
            }
        }
        return inclusion;
    }

    private static void done(List<String> diagnosis, ConceptSink sink) {
        if (diagnosis.size() > 1 && Icd10.isWellFormed(diagnosis.getFirst())) {
            concept(diagnosis.getFirst(), diagnosis.subList(1, diagnosis.size()), sink);
        }
    }
}
