package org.consilium.records.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Source;
import org.jspecify.annotations.Nullable;

/** Makes one fact of the many images of one examination, so that a disc with thousands of images stays small in memory. */
final class Studies {
    /** As many images are named one by one as sources of their examination. */
    static final int MOST_SOURCES = 50;

    private final Map<String, Study> byStudy = new LinkedHashMap<>();

    private static final class Study {
        private final Fact first;
        private final List<Source> sources;
        private long instances;
        private long series;
        private final EnumMap<Detail, String> details;

        Study(Fact first) {
            this.first = first;
            this.sources = new ArrayList<>(first.sources());
            this.instances = count(first, Detail.INSTANCES);
            this.series = count(first, Detail.SERIES);
            this.details = new EnumMap<>(Detail.class);
            this.details.putAll(first.details());
        }

        void add(Fact other) {
            instances += count(other, Detail.INSTANCES);
            series = Math.max(series, count(other, Detail.SERIES));
            other.details().forEach(details::putIfAbsent);
            for (var source : other.sources()) {
                if (sources.size() < MOST_SOURCES) {
                    sources.add(source);
                }
            }
        }

        private static long count(Fact fact, Detail detail) {
            return fact.detail(detail).map(Studies::number).orElse(1L);
        }

        Fact fact() {
            details.put(Detail.INSTANCES, Long.toString(instances));
            details.put(Detail.SERIES, Long.toString(series));
            return new Fact(
                    first.kind(),
                    first.codes(),
                    first.text(),
                    first.date(),
                    first.end(),
                    first.status(),
                    first.value(),
                    details,
                    sources);
        }
    }

    private static long number(String digits) {
        return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 1;
    }

    /** True when the fact is part of an examination, which then holds it. */
    boolean takes(Fact fact) {
        var key = key(fact);
        if (key == null) {
            return false;
        }
        var known = byStudy.get(key);
        if (known == null) {
            byStudy.put(key, new Study(fact));
        } else {
            known.add(fact);
        }
        return true;
    }

    private static @Nullable String key(Fact fact) {
        var study = fact.details().get(Detail.STUDY);
        return study == null || fact.kind() != FactKind.IMAGING || fact.value() != null
                ? null
                : study + "|" + fact.status() + "|" + fact.details().get(Detail.IMAGES) + "|" + fact.date();
    }

    int size() {
        return byStudy.size();
    }

    List<Fact> facts() {
        return byStudy.values().stream().map(Study::fact).toList();
    }
}
