package org.consilium.comparison;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Row.Said;
import org.consilium.comparison.Row.Topic;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.Opinion.Diagnosis;
import org.consilium.terminology.Icd10;

/** Whether a cancer has spread to far parts of the body: ICD-10 C78 and C79, M1 or stage IV against M0 or stage 0 to III. */
final class SpreadRow {
    private SpreadRow() {}

    private record Spread(boolean far, boolean byCode, String at) {}

    /** The row, when any doctor gives a code for spread; otherwise the stage rows say it all. */
    static List<Row> of(List<Opinion> opinions) {
        var said = new TreeMap<Integer, Said<Spread>>();
        for (var i = 0; i < opinions.size(); i++) {
            var place = i;
            spread(opinions.get(i))
                    .ifPresent(it -> said.put(
                            place,
                            new Said<>(
                                    it,
                                    Message.of(it.far() ? "comparison.spread.far" : "comparison.spread.none"),
                                    it.at())));
        }
        if (said.values().stream().noneMatch(it -> it.value().byCode())) {
            return List.of();
        }
        return Row.of(
                        Criterion.DIAGNOSIS,
                        Topic.SPREAD,
                        Message.of("comparison.about.spread"),
                        opinions.size(),
                        said,
                        SpreadRow::judge,
                        only -> Judgement.onlyOne(1, "D1-SPREAD-ADDED"))
                .stream()
                .toList();
    }

    private static Judgement judge(Spread one, Spread other) {
        return one.far() == other.far()
                ? Judgement.agrees("D0-SPREAD-SAME")
                : Judgement.differs(2, "D2-SPREAD", Message.of("comparison.because.stageCrossed"))
                        .withAlarm(Message.of("comparison.alarm.stage"));
    }

    private static Optional<Spread> spread(Opinion opinion) {
        Optional<Spread> staged = Optional.empty();
        for (var i = 0; i < opinion.diagnoses().size(); i++) {
            var diagnosis = opinion.diagnoses().get(i);
            var at = "/diagnoses/" + i;
            if (byCode(diagnosis)) {
                return Optional.of(new Spread(true, true, at));
            }
            if (staged.isEmpty()) {
                staged = byStage(diagnosis).map(far -> new Spread(far, false, at + "/stage"));
            }
        }
        return staged;
    }

    private static boolean byCode(Diagnosis diagnosis) {
        return !diagnosis.role().equals("ruled-out")
                && !diagnosis.role().equals("differential")
                && !"ruled-out".equals(diagnosis.certainty())
                && diagnosis.codes().stream()
                        .filter(Icd10::isIcd10)
                        .map(code -> Icd10.category(code.code()))
                        .anyMatch(category -> category.equals("C78") || category.equals("C79"));
    }

    private static Optional<Boolean> byStage(Diagnosis diagnosis) {
        var metastases = Staging.metastasisBand(diagnosis.stage());
        if (metastases.isPresent()) {
            return Optional.of(metastases.getAsInt() == 1);
        }
        return Staging.group(diagnosis.stage()).map(group -> group.number() == 4);
    }
}
