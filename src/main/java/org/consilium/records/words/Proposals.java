package org.consilium.records.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.prose.Dates;
import org.consilium.prose.Line;
import org.consilium.prose.Numbers;
import org.consilium.prose.Plain;
import org.consilium.prose.Terms;
import org.consilium.prose.Tongue;
import org.consilium.records.words.DocumentDates.Label;

/** Reads the words of a document, wherever they came from: a PDF, a scan, a letter, a note inside another record. Pure. */
public final class Proposals {
    /** As much of the words as is kept with the document. */
    static final int LONGEST = 200_000;

    /** More lines than this are no document of one person. */
    static final int MOST_LINES = 60_000;

    /** More than this nobody can confirm by hand. */
    static final int MOST = 2_000;

    private static final Pattern STRANGE = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]|\\p{Cs}");

    private Proposals() {}

    /**
     * What the words say.
     *
     * @param file what sources call the file
     * @param name the name the person knows the file by; the title of a document that has none of its own
     */
    public static Found of(String file, String name, List<Line> lines) {
        var read = lines.size() > MOST_LINES ? lines.subList(0, MOST_LINES) : lines;
        var spanish = Tongue.isSpanish(read);
        var kinds = Kinds.of(read);
        var dates = Dates.of(read, spanish);
        var when = DocumentDates.of(read, dates);
        var document = document(file, name, read, kinds, when, spanish);
        var patient = Person.of(read, dates, spanish).orElse(null);
        var context =
                new Context(file, kinds.kind(), spanish, read, dates, when, document.date(), Numbers.of(read, spanish));
        return new Found(kinds.kind(), document, proposals(context), patient);
    }

    /** The same for a plain text. */
    public static Found of(String file, String name, String text) {
        return of(file, name, Line.of(text));
    }

    private static List<Fact> proposals(Context context) {
        var sections = Section.of(context.lines());
        var proposals = new ArrayList<Fact>();
        var diagnoses = Diagnoses.of(context, sections);
        var isAboutTumour = context.kind() == DocumentKind.PATHOLOGY
                || diagnoses.stream().anyMatch(fact -> Terms.isTumour(Plain.of(fact.text())));
        var markers = isAboutTumour ? Markers.of(context, sections) : List.<Fact>of();
        proposals.addAll(staged(diagnoses, markers));
        proposals.addAll(markers);
        proposals.addAll(Medicines.of(context, sections));
        proposals.addAll(LabTables.of(context));
        return proposals.size() > MOST ? proposals.subList(0, MOST) : proposals;
    }

    /** When one tumour and one stage are named, they belong together. */
    private static List<Fact> staged(List<Fact> diagnoses, List<Fact> markers) {
        var tumours = diagnoses.stream()
                .filter(fact -> Terms.isTumour(Plain.of(fact.text())))
                .toList();
        var stages = markers.stream()
                .filter(fact -> fact.text().equals("TNM") || fact.text().equals("Stage group"))
                .flatMap(fact -> Optional.ofNullable(fact.value()).stream())
                .map(value -> value.text())
                .toList();
        if (tumours.size() != 1 || stages.isEmpty() || stages.size() > 2) {
            return diagnoses;
        }
        return diagnoses.stream()
                .map(fact -> fact.equals(tumours.getFirst()) ? withStage(fact, String.join(", ", stages)) : fact)
                .toList();
    }

    private static Fact withStage(Fact fact, String stage) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.putAll(fact.details());
        details.put(Detail.STAGE, stage);
        return new Fact(
                fact.kind(),
                fact.codes(),
                fact.text(),
                fact.date(),
                fact.end(),
                fact.status(),
                fact.value(),
                details,
                fact.sources());
    }

    private static Fact document(
            String file, String name, List<Line> lines, Kinds kinds, DocumentDates when, boolean spanish) {
        var kind = kinds.kind();
        var details = new EnumMap<Detail, String>(Detail.class);
        kind.category().ifPresent(category -> details.put(Detail.CATEGORY, category));
        var words = words(lines);
        if (!words.isEmpty()) {
            details.put(Detail.NARRATIVE, words);
        }
        return new Fact(
                kind.fact(),
                kind.loinc().map(code -> Code.of(CodeSystems.LOINC, code)).stream()
                        .toList(),
                title(name, kinds, spanish),
                date(kind, when).orElse(null),
                null,
                "unknown",
                null,
                Map.copyOf(details),
                List.of(new Source(file, "")));
    }

    private static Optional<PartialDate> date(DocumentKind kind, DocumentDates when) {
        return when.ofDocument(
                switch (kind) {
                    case LAB, PATHOLOGY, OPERATION ->
                        List.of(Label.COLLECTED, Label.EXAMINED, Label.REPORTED, Label.DATED, Label.RECEIVED);
                    case RADIOLOGY, PRESCRIPTION ->
                        List.of(Label.EXAMINED, Label.COLLECTED, Label.REPORTED, Label.DATED, Label.RECEIVED);
                    case DISCHARGE, LETTER, OTHER ->
                        List.of(Label.REPORTED, Label.DATED, Label.EXAMINED, Label.COLLECTED, Label.RECEIVED);
                });
    }

    /** The words of all lines, a blank line between pages. */
    private static String words(List<Line> lines) {
        var words = new ArrayList<String>(lines.size());
        var page = "";
        var length = 0;
        for (var line : lines) {
            if (!line.page().equals(page) && !words.isEmpty()) {
                words.add("");
            }
            page = line.page();
            var text = line.text();
            words.add(text);
            length += text.length() + 1;
            if (length > LONGEST) {
                break;
            }
        }
        var all = STRANGE.matcher(String.join("\n", words)).replaceAll("").strip();
        return all.length() > LONGEST ? all.substring(0, LONGEST) : all;
    }

    private static String title(String name, Kinds kinds, boolean spanish) {
        var own = kinds.title();
        if (own != null) {
            return STRANGE.matcher(own).replaceAll("").replaceFirst("[\\s:.]+$", "");
        }
        return switch (kinds.kind()) {
            case PATHOLOGY -> spanish ? "Informe de anatomía patológica" : "Pathology report";
            case RADIOLOGY -> spanish ? "Informe de radiología" : "Radiology report";
            case LAB -> spanish ? "Informe de laboratorio" : "Laboratory report";
            case PRESCRIPTION -> spanish ? "Receta" : "Prescription";
            case DISCHARGE -> spanish ? "Informe de alta" : "Discharge summary";
            case OPERATION -> spanish ? "Informe quirúrgico" : "Operative report";
            case LETTER, OTHER -> name;
        };
    }
}
