package org.consilium.records.dicom;

import java.util.Set;

/** What sort of object a data set is, by its SOP class (PS3.4 annex B.5) and by what is in it. */
enum Kind {
    /** Pictures of a person. */
    IMAGE,
    /** Something of an examination that is no picture to look at: curves, treatment plans, outlines, measurements. */
    DATA,
    /** How to show pictures, or which to look at; nothing of its own. */
    SETTINGS,
    REPORT,
    /** A file of another format in an envelope. */
    DOCUMENT,
    /** The table of contents of a CD. */
    DIRECTORY,
    /** Nothing of an examination: a table of colours, for example. */
    OTHER;

    private static final String STORAGE = "1.2.840.10008.5.1.4.1.1.";
    private static final String DIRECTORY_CLASS = "1.2.840.10008.1.3.10";
    private static final String KEY_OBJECTS = STORAGE + "88.59";

    /** Objects with a matrix of numbers that are made from pictures, not taken of a person. */
    private static final Set<String> DERIVED = Set.of("SEG", "RTDOSE", "REG", "RWV", "KO", "PR");

    static Kind of(Dataset dataset, String sopClass) {
        if (sopClass.equals(DIRECTORY_CLASS) || dataset.has(Tag.DirectoryRecordSequence)) {
            return DIRECTORY;
        }
        if (dataset.has(Tag.EncapsulatedDocument)) {
            return DOCUMENT;
        }
        var modality = dataset.string(Tag.Modality);
        if (sopClass.startsWith(STORAGE + "11.")
                || sopClass.equals(KEY_OBJECTS)
                || modality.equals("PR")
                || modality.equals("KO")) {
            return SETTINGS;
        }
        if (dataset.has(Tag.ContentSequence) && dataset.has(Tag.ValueType)) {
            return REPORT;
        }
        if (hasPixels(dataset) && !DERIVED.contains(modality)) {
            return IMAGE;
        }
        return dataset.string(Tag.StudyInstanceUID).isEmpty() ? OTHER : DATA;
    }

    private static boolean hasPixels(Dataset dataset) {
        return dataset.has(Tag.PixelData) || dataset.has(Tag.FloatPixelData) || dataset.has(Tag.DoubleFloatPixelData);
    }
}
