package org.consilium.letters;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes each figure to the benefits or harms of its treatment. */
final class MeasureFields {
    private final Harvest harvest;
    private final Map<String, Integer> counts = new HashMap<>();

    MeasureFields(Harvest harvest) {
        this.harvest = harvest;
    }

    void add(Measures.Entry measure) {
        var list = "/treatments/" + measure.treatment() + (measure.benefit() ? "/benefits" : "/harms");
        var path = list + "/" + (counts.merge(list, 1, Integer::sum) - 1);
        harvest.add(path + "/what", measure.what(), measure.sure(), measure.passage());
        var figure = measure.figure();
        if (figure == null) {
            return;
        }
        number(path + "/count", figure.count(), measure);
        number(path + "/low", figure.low(), measure);
        number(path + "/high", figure.high(), measure);
        harvest.add(path + "/of", String.valueOf(figure.of()), Confidence.SAID, measure.passage());
        number(path + "/without", measure.without(), measure);
        measure.timeframe()
                .ifPresent(time -> harvest.add(path + "/timeframe", time, Confidence.SAID, measure.passage()));
    }

    private void number(String path, @Nullable BigDecimal number, Measures.Entry measure) {
        if (number != null) {
            harvest.add(path, number.stripTrailingZeros().toPlainString(), Confidence.SAID, measure.passage());
        }
    }
}
