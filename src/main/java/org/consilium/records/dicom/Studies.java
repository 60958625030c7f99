package org.consilium.records.dicom;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.consilium.clinical.PartialDate;
import org.jspecify.annotations.Nullable;

/** The examinations that many data sets, or the table of contents of a CD, are about: study, series, instances. */
final class Studies {
    private Studies() {}

    /** @param place of its record in a table of contents; empty otherwise */
    record Study(String uid, String description, @Nullable PartialDate date, List<Series> series, String place) {
        public Study {
            series = List.copyOf(series);
        }

        int instances() {
            return series.stream().mapToInt(one -> one.instances().size()).sum();
        }

        /** In a fixed order. */
        List<String> modalities() {
            return series.stream()
                    .map(Series::modality)
                    .filter(code -> !code.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    record Series(String uid, String modality, String description, List<Instance> instances) {
        public Series {
            instances = List.copyOf(instances);
        }
    }

    /** @param frames at least 1 */
    record Instance(String uid, String sopClass, int number, int frames) {}

    /** Puts data sets together by their UIDs, whatever their order; the same instance twice counts once. */
    static List<Study> of(Collection<Dataset> datasets) {
        var studies = new LinkedHashMap<String, List<Dataset>>();
        for (var dataset : datasets) {
            studies.computeIfAbsent(dataset.string(Tag.StudyInstanceUID), uid -> new ArrayList<>())
                    .add(dataset);
        }
        return studies.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(study -> study(study.getKey(), study.getValue()))
                .toList();
    }

    private static Study study(String uid, List<Dataset> datasets) {
        var bySeries = new LinkedHashMap<String, List<Dataset>>();
        for (var dataset : datasets) {
            bySeries.computeIfAbsent(dataset.string(Tag.SeriesInstanceUID), any -> new ArrayList<>())
                    .add(dataset);
        }
        var series = bySeries.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> series(one.getKey(), one.getValue()))
                .toList();
        return new Study(
                uid,
                least(datasets, Tag.StudyDescription).orElse(""),
                datasets.stream()
                        .map(Imaging::date)
                        .flatMap(Optional::stream)
                        .sorted()
                        .findFirst()
                        .orElse(null),
                series,
                "");
    }

    private static Series series(String uid, List<Dataset> datasets) {
        var instances = new LinkedHashMap<String, Instance>();
        for (var dataset : datasets) {
            var instance = instance(dataset);
            instances.putIfAbsent(instance.uid(), instance);
        }
        return new Series(
                uid,
                least(datasets, Tag.Modality).orElse(""),
                least(datasets, Tag.SeriesDescription).orElse(""),
                instances.values().stream()
                        .sorted(java.util.Comparator.comparingInt(Instance::number)
                                .thenComparing(Instance::uid))
                        .toList());
    }

    private static Instance instance(Dataset dataset) {
        return new Instance(
                dataset.string(Tag.SOPInstanceUID),
                dataset.string(Tag.SOPClassUID),
                dataset.number(Tag.InstanceNumber).orElse(0),
                Math.max(1, dataset.number(Tag.NumberOfFrames).orElse(1)));
    }

    private static Optional<String> least(List<Dataset> datasets, int tag) {
        return datasets.stream()
                .map(dataset -> Words.first(dataset, tag))
                .flatMap(Optional::stream)
                .sorted()
                .findFirst();
    }
}
