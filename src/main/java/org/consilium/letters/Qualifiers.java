package org.consilium.letters;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.prose.Numbers;
import org.consilium.prose.Plain;
import org.consilium.prose.Sites;
import org.consilium.prose.Terms;
import org.consilium.prose.TumourWords;

/** Side, part of the body, stage, grade and markers of the diagnoses. */
final class Qualifiers {
    private static final Pattern TNM = Pattern.compile(
            "(?<prefix>[ycrpa]{0,3})(?<t>T(?:is|X|x|[0-4][a-d]?(?:mi)?))(?:\\([^)]*\\))?(?:[ycrp ]{0,4}(?<n>N(?:X|x|[0-3][a-c]?(?:mi)?)))?(?:\\([^)]*\\))?(?:[ycrp ]{0,4}(?<m>M(?:X|x|[01][a-d]?)))?.*");
    private static final Pattern GRADE =
            Pattern.compile("\\b(?:grade|grado)\\s*:?\\s*(?<grade>[1-4]|iv|i{1,3})\\b(?! ?(?:group|de))");

    private final Harvest harvest;
    private final Numbers numbers;
    private final List<Diagnoses.Entry> diagnoses;
    private final Set<String> said = new HashSet<>();
    private final int[] markers;

    Qualifiers(Harvest harvest, Numbers numbers, List<Diagnoses.Entry> diagnoses) {
        this.harvest = harvest;
        this.numbers = numbers;
        this.diagnoses = diagnoses;
        markers = new int[diagnoses.size()];
    }

    /** Side and site of one diagnosis, by its own words, else by its sentence when that names no other diagnosis. */
    void place(int index) {
        var diagnosis = diagnoses.get(index);
        var alone = diagnoses.stream()
                        .filter(each -> each.passage().equals(diagnosis.passage()))
                        .count()
                == 1;
        var around = alone ? diagnosis.passage().text() : diagnosis.text();
        var path = "/diagnoses/" + index;
        Sites.site(diagnosis.text())
                .or(() -> Sites.site(around))
                .ifPresent(site -> harvest.add(path + "/bodySite", site, Confidence.IMPLIED, diagnosis.passage()));
        Sites.side(diagnosis.text())
                .or(() -> Sites.side(around))
                .ifPresent(side -> harvest.add(path + "/laterality", side, Confidence.SAID, diagnosis.passage()));
    }

    /** What a sentence says about a tumour goes to the tumour it names, else to the only one of the letter. */
    void tumour(Passage passage) {
        var index = tumourOf(passage);
        if (index < 0 || Measures.hasFigure(passage.plain().replaceAll("\\(?\\d+ ?%\\)?", ""))) {
            return;
        }
        var path = "/diagnoses/" + index;
        var graded = false;
        for (var each : TumourWords.of(passage.text(), numbers)) {
            graded |= each.name().endsWith("grade");
            one(path, index, each, passage);
        }
        var grade = GRADE.matcher(passage.plain());
        if (!graded && grade.find() && said.add(path + "/grade")) {
            harvest.add(path + "/grade", grade.group("grade").toUpperCase(Locale.ROOT), Confidence.SAID, passage);
        }
    }

    private int tumourOf(Passage passage) {
        var only = -1;
        var tumours = 0;
        for (var index = 0; index < diagnoses.size(); index++) {
            var diagnosis = diagnoses.get(index);
            if (diagnosis.isRuledOut() || !Terms.isTumour(Plain.of(diagnosis.text()))) {
                continue;
            }
            if (diagnosis.passage().equals(passage)) {
                return index;
            }
            only = index;
            tumours++;
        }
        return tumours == 1 ? only : -1;
    }

    private void one(String path, int index, TumourWords.Said each, Passage passage) {
        var value = each.value().text();
        switch (each.name()) {
            case "TNM" -> tnm(path, value, passage);
            case "Stage group" -> {
                if (said.add(path + "/group")) {
                    harvest.add(path + "/stage/group", value, Confidence.SAID, passage);
                    type(path, passage);
                }
            }
            case "Estrogen receptor" -> marker(path, index, "ER", value, passage);
            case "Progesterone receptor" -> marker(path, index, "PR", value, passage);
            case "HER2", "Ki-67" -> marker(path, index, each.name(), value, passage);
            case "Gleason score" -> grade(path, "Gleason " + value, passage);
            case "Grade group" -> grade(path, "Grade group " + value, passage);
            case "Margins", "Tumor size" -> {
                return;
            }
            default -> grade(path, value, passage);
        }
    }

    private void tnm(String path, String value, Passage passage) {
        var parts = TNM.matcher(value);
        if (!parts.matches() || !said.add(path + "/t")) {
            return;
        }
        if (parts.group("prefix").contains("p") && said.add(path + "/type")) {
            harvest.add(path + "/stage/type", "pathological", Confidence.SAID, passage);
        } else if (parts.group("prefix").contains("c") && said.add(path + "/type")) {
            harvest.add(path + "/stage/type", "clinical", Confidence.SAID, passage);
        }
        for (var part : List.of("t", "n", "m")) {
            if (parts.group(part) != null) {
                harvest.add(path + "/stage/" + part, parts.group(part), Confidence.SAID, passage);
            }
        }
    }

    private void type(String path, Passage passage) {
        var isClinical =
                passage.plain().contains("clinical stage") || passage.plain().contains("estadio clinico");
        var isPathological = passage.plain().matches(".*\\b(?:pathologic(?:al)? stage|estadio patologico)\\b.*");
        if (isClinical != isPathological && said.add(path + "/type")) {
            harvest.add(path + "/stage/type", isClinical ? "clinical" : "pathological", Confidence.SAID, passage);
        }
    }

    private void grade(String path, String grade, Passage passage) {
        if (said.add(path + "/grade")) {
            harvest.add(path + "/grade", grade, Confidence.SAID, passage);
        }
    }

    private void marker(String path, int index, String name, String value, Passage passage) {
        if (!said.add(path + "/" + name)) {
            return;
        }
        var plain = Plain.of(value);
        var result = plain.matches(".*(?:equivoc|borderline|indeterminate).*")
                        || (name.equals("HER2") && plain.startsWith("2+"))
                ? "equivocal"
                : plain.matches("^(?:negativ|not |no |0|1\\+).*")
                        ? "negative"
                        : plain.matches("^(?:[a-z]+ )?(?:positiv|amplif|overexpr|\\+|3\\+).*") ? "positive" : "value";
        var at = path + "/markers/" + markers[index]++;
        harvest.add(at + "/name", name, Confidence.SAID, passage);
        harvest.add(at + "/result", result, Confidence.SAID, passage);
        if (value.matches(".*\\d.*")) {
            harvest.add(
                    at + "/value",
                    value.replaceAll("(?i)^(?:positive|negative|positivos?|negativos?)\\s*\\(?|\\)$", ""),
                    Confidence.SAID,
                    passage);
        }
    }
}
