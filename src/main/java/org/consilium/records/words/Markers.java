package org.consilium.records.words;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.prose.Statement;
import org.consilium.prose.TumourWords;

/** What a report says about a tumour beside its name, each thing once. */
final class Markers {
    private static final int MOST = 80;

    private final Context context;
    private final List<Fact> found = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    private Markers(Context context) {
        this.context = context;
    }

    /** The markers, and the TNM as a detail for a single diagnosis. */
    static List<Fact> of(Context context, List<Section> sections) {
        var markers = new Markers(context);
        for (var section : sections) {
            switch (section.kind()) {
                case QUESTION, FAMILY, MEDICINES, ALLERGIES, PLAN, PROBLEMS -> {
                    continue;
                }
                case DIAGNOSIS, IMPRESSION, SYNOPTIC, MICROSCOPIC, GROSS, SPECIMEN, RESULT, FINDINGS, OTHER ->
                    Statement.of(section.lines()).stream()
                            .filter(Statement::sure)
                            .forEach(markers::statement);
            }
        }
        return markers.found;
    }

    private void statement(Statement statement) {
        for (var each : TumourWords.of(statement.text(), context.numbers())) {
            var named = said.contains(TumourWords.NOTTINGHAM_GRADE) || said.contains(TumourWords.WHO_GRADE);
            if (!named || !each.name().equals(TumourWords.ANY_GRADE)) {
                add(statement, each);
            }
        }
    }

    private void add(Statement statement, TumourWords.Said each) {
        if (!said.add(each.name() + "|" + each.value().text().toLowerCase(Locale.ROOT)) || found.size() >= MOST) {
            return;
        }
        said.add(each.name());
        new Draft(FactKind.LAB, each.name())
                .loinc(each.loinc())
                .when(context.when().ofPage(statement.page()))
                .value(each.value())
                .detail(Detail.CATEGORY, "PAT")
                .detail(Detail.NARRATIVE, statement.text())
                .at(context.file(), statement.at())
                .ifPresent(found::add);
    }
}
