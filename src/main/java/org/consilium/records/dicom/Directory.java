package org.consilium.records.dicom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.language.Messages;
import org.consilium.records.Content;
import org.consilium.records.Identity;
import org.consilium.records.dicom.Studies.Instance;
import org.consilium.records.dicom.Studies.Series;
import org.consilium.records.dicom.Studies.Study;

/**
 * The table of contents of a CD (PS3.3 annex F): records of patients, studies, series and images, which point to each other by
 * their place in the file. A table whose pointers lead nowhere is read in the order of its records.
 */
final class Directory {
    private static final int MOST_STUDIES = 2_000;

    private final List<Dataset> records;
    private final Map<Long, Integer> byOffset = new HashMap<>();
    private final Set<Integer> seen = new HashSet<>();
    private final List<Study> studies = new ArrayList<>();
    private final List<Identity> patients = new ArrayList<>();
    private Open open = new Open();

    /** The study and series that the next records belong to. */
    private static final class Open {
        private int study = -1;
        private int one = -1;
        private final List<Series> series = new ArrayList<>();
        private final List<Instance> instances = new ArrayList<>();
    }

    private Directory(List<Dataset> records) {
        this.records = records;
        for (var index = 0; index < records.size(); index++) {
            byOffset.put(records.get(index).offset(), index);
        }
    }

    /** @param patients each person once */
    record Contents(List<Study> studies, List<Identity> patients) {}

    static Contents of(Dataset dataset) {
        var directory = new Directory(dataset.items(Tag.DirectoryRecordSequence));
        var first =
                dataset.decimal(Tag.FirstRecordOffset).map(Double::longValue).map(directory.byOffset::get);
        first.ifPresent(directory::follow);
        directory.closeStudy();
        for (var index = 0; index < directory.records.size(); index++) {
            if (directory.seen.add(index)) {
                directory.take(index);
            }
        }
        directory.closeStudy();
        return new Contents(
                directory.studies, directory.patients.stream().distinct().toList());
    }

    /** Along a chain of records, and below each the chain it leads to; every record once. */
    private void follow(int start) {
        var toVisit = new java.util.ArrayDeque<Integer>();
        toVisit.push(start);
        while (!toVisit.isEmpty()) {
            var index = toVisit.pop();
            if (!seen.add(index)) {
                continue;
            }
            take(index);
            pointed(index, Tag.NextRecordOffset, toVisit);
            pointed(index, Tag.LowerRecordOffset, toVisit);
        }
    }

    private void pointed(int index, int tag, java.util.ArrayDeque<Integer> toVisit) {
        var target = records.get(index).decimal(tag).map(Double::longValue).map(byOffset::get);
        target.ifPresent(toVisit::push);
    }

    private void take(int index) {
        var record = records.get(index);
        switch (record.string(Tag.DirectoryRecordType)) {
            case "PATIENT" -> {
                closeStudy();
                Patient.of(record).ifPresent(patients::add);
            }
            case "STUDY" -> {
                closeStudy();
                open.study = index;
            }
            case "SERIES" -> {
                closeSeries();
                open.one = index;
            }
            case "IMAGE" ->
                open.instances.add(new Instance(
                        record.string(Tag.ReferencedSOPInstanceInFile),
                        "",
                        record.number(Tag.InstanceNumber).orElse(0),
                        1));
            default -> {
                // reports, settings and the like are files of their own
            }
        }
    }

    private void closeSeries() {
        if (open.one >= 0) {
            var record = records.get(open.one);
            open.series.add(new Series(
                    record.string(Tag.SeriesInstanceUID),
                    Imaging.modality(record).orElse(""),
                    Words.first(record, Tag.SeriesDescription).orElse(""),
                    open.instances));
        }
        open.one = -1;
        open.instances.clear();
    }

    private void closeStudy() {
        closeSeries();
        if (open.study >= 0 && studies.size() < MOST_STUDIES) {
            var record = records.get(open.study);
            studies.add(new Study(
                    Words.first(record, Tag.StudyInstanceUID).orElse(""),
                    Words.first(record, Tag.StudyDescription).orElse(""),
                    Imaging.date(record).orElse(null),
                    open.series,
                    Tag.text(Tag.DirectoryRecordSequence) + "[" + (open.study + 1) + "]"));
        }
        open = new Open();
    }

    /** The examination as the table lists it, without its images. */
    static Fact fact(Study study, Content content) {
        var modalities = study.modalities();
        var draft = new Draft(FactKind.IMAGING)
                .named(optional(study.description()))
                .named(study.series().stream()
                        .map(Series::description)
                        .filter(words -> !words.isEmpty())
                        .findFirst())
                .named(Imaging.words(modalities.stream().findFirst()))
                .named(java.util.Optional.of(Messages.english().say("dicom.examination")))
                .when(java.util.Optional.ofNullable(study.date()))
                .status("available")
                .detail(Detail.STUDY, study.uid())
                .detail(Detail.MODALITY, String.join(" ", modalities))
                .detail(Detail.IMAGES, "no")
                .detail(Detail.SERIES, String.valueOf(study.series().size()))
                .detail(Detail.INSTANCES, String.valueOf(study.instances()));
        modalities.forEach(code -> draft.coded(Code.of(CodeSystems.DICOM, code)));
        return draft.at(content.label(), study.place());
    }

    private static java.util.Optional<String> optional(String words) {
        return java.util.Optional.of(words).filter(text -> !text.isEmpty());
    }
}
