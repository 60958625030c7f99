package org.consilium.records.archive;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Fact;
import org.consilium.records.OneStudy;

/** Makes one fact of the many images of one examination, so that a disc with thousands of images stays small in memory. */
final class Studies {
    /** As many images are named one by one as sources of their examination. */
    static final int MOST_SOURCES = 50;

    private final Map<String, Study> byStudy = new LinkedHashMap<>();

    /** One examination so far: all its pictures are counted, not all are named. */
    private static final class Study {
        private final Set<String> series = new HashSet<>();
        private final Set<String> pictures = new HashSet<>();
        private Fact sofar;

        Study(Fact first) {
            count(first);
            sofar = first;
        }

        void add(Fact other) {
            count(other);
            sofar = bounded(OneStudy.of(List.of(sofar, other)));
        }

        private void count(Fact fact) {
            for (var source : fact.sources()) {
                OneStudy.Picture.at(source).ifPresent(picture -> {
                    series.add(picture.series());
                    pictures.add(picture.picture());
                });
            }
        }

        private static Fact bounded(Fact fact) {
            return fact.sources().size() <= MOST_SOURCES
                    ? fact
                    : new Fact(
                            fact.kind(),
                            fact.codes(),
                            fact.text(),
                            fact.date(),
                            fact.end(),
                            fact.status(),
                            fact.value(),
                            fact.details(),
                            fact.sources().subList(0, MOST_SOURCES));
        }

        Fact fact() {
            return OneStudy.counted(sofar, series.size(), pictures.size());
        }
    }

    /** True when the fact is part of an examination, which then holds it. */
    boolean takes(Fact fact) {
        var uid = OneStudy.uid(fact);
        if (uid.isEmpty() || fact.value() != null) {
            return false;
        }
        var known = byStudy.get(uid.get());
        if (known == null) {
            byStudy.put(uid.get(), new Study(fact));
        } else {
            known.add(fact);
        }
        return true;
    }

    int size() {
        return byStudy.size();
    }

    List<Fact> facts() {
        return byStudy.values().stream().map(Study::fact).toList();
    }
}
