package org.consilium.triage;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;

/** The kind of tissue of a cancer, as a report of tissue of the time around the diagnosis words it. */
final class Histology {
    private static final int AROUND_DAYS = 180;

    private Histology() {}

    /** True when such a report says the word and does not deny it. */
    static boolean says(Held held, String word, History history) {
        if (held.groups().stream().noneMatch(Catalogue::isCancer)) {
            return false;
        }
        var index = new WordIndex<Boolean>();
        index.add(word.replace('-', ' '), true);
        var reports = history.pathology();
        var texts = history.index.pathologyTexts.get();
        return IntStream.range(0, reports.size())
                .filter(at -> isAround(reports.get(at), held))
                .mapToObj(texts::get)
                .anyMatch(text ->
                        index.find(text).stream().anyMatch(hit -> !Negation.denies(text, hit.from(), hit.to())));
    }

    static String words(Fact report) {
        var value = report.value();
        return Stream.of(report.text(), report.detail(Detail.NARRATIVE).orElse(""), value == null ? "" : value.text())
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    private static boolean isAround(Fact report, Held held) {
        var date = report.date();
        var since = held.since();
        return date == null
                || since.isEmpty()
                || (!date.latest().isBefore(since.get().earliest().minusDays(AROUND_DAYS))
                        && !date.earliest().isAfter(since.get().latest().plusDays(AROUND_DAYS)));
    }
}
