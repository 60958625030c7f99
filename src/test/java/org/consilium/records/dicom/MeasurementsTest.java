package org.consilium.records.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers that were measured in images, in the shapes of PS3.16 TID 1500 and TID 300. */
class MeasurementsTest {
    private static final String COMPREHENSIVE_3D = "1.2.840.10008.5.1.4.1.1.88.34";
    private static final String DOSE = "1.2.840.10008.5.1.4.1.1.88.67";

    @TempDir
    Path folder;

    @Test
    void aMeasurementIsAFactWithItsCodeValueUnitAndSite() throws IOException {
        var group = item("CONTAINER", "125007", "DCM", "Measurement Group")
                .sequence(
                        Tag.ContentSequence,
                        List.of(
                                item("TEXT", "112039", "DCM", "Tracking Identifier")
                                        .text(Tag.TextValue, Vr.UT, "Lesion 1"),
                                item("CODE", "363698007", "SCT", "Finding Site")
                                        .sequence(
                                                Tag.ConceptCodeSequence,
                                                List.of(concept("44714003", "SCT", "Upper lobe of left lung"))),
                                item("CODE", "272741003", "SCT", "Laterality")
                                        .sequence(Tag.ConceptCodeSequence, List.of(concept("7771000", "SCT", "Left"))),
                                number("103339001", "Long Axis", "14.20", "mm", "UCUM"),
                                number("118565006", "Volume", "2.1e3", "mm3", "UCUM"),
                                number("1", "Count", "3", "1", "UCUM")));

        var facts = measured(read(COMPREHENSIVE_3D, group));

        assertThat(facts).extracting(Fact::text).containsExactly("Long Axis", "Volume", "Count");
        var axis = facts.getFirst();
        assertThat(axis.codes().getFirst().in(CodeSystems.SNOMED)).isTrue();
        assertThat(axis.value()).isNotNull();
        assertThat(facts)
                .extracting(fact -> fact.value() == null ? "" : fact.value().text())
                .containsExactly("14.20 mm", "2100 mm3", "3");
        assertThat(axis.detail(Detail.BODY_SITE)).hasValue("Upper lobe of left lung, Lesion 1");
        assertThat(axis.detail(Detail.LATERALITY)).hasValue("left");
        assertThat(axis.date()).hasToString("2024-03-06");
        assertThat(axis.status()).isEqualTo("preliminary");
        assertThat(axis.sources().getFirst().at()).isEqualTo("item 1.1.4");
    }

    @Test
    void aSiteOfOneMeasurementIsNotThatOfTheNext() throws IOException {
        var first = number("103339001", "Long Axis", "9", "mm", "UCUM")
                .sequence(
                        Tag.ContentSequence,
                        List.of(item("CODE", "G-C0E3", "SRT", "Finding Site")
                                .sequence(Tag.ConceptCodeSequence, List.of(concept("T-62000", "SRT", "Liver")))));

        var facts = measured(read(COMPREHENSIVE_3D, first, number("103339001", "Long Axis", "8", "mm", "UCUM")));

        assertThat(facts.getFirst().detail(Detail.BODY_SITE)).hasValue("Liver");
        assertThat(facts.getLast().detail(Detail.BODY_SITE)).isEmpty();
    }

    @Test
    void whatIsNoNumberOrHasNoNameIsLeftToTheTextOfTheReport() throws IOException {
        var nameless = Written.explicit()
                .text(Tag.ValueType, Vr.CS, "NUM")
                .sequence(Tag.MeasuredValueSequence, List.of(measuredValue("5", "mm", "UCUM")));

        var facts = read(
                COMPREHENSIVE_3D,
                nameless,
                number("103339001", "Long Axis", "about 5", "mm", "UCUM"),
                number("103339001", "Long Axis", "1E99999999", "mm", "UCUM"),
                item("NUM", "103339001", "SCT", "Long Axis"));

        assertThat(facts).extracting(Fact::kind).containsExactly(FactKind.REPORT);
    }

    @Test
    void aReportOfRadiationDoseGivesNoMeasurements() throws IOException {
        var dose = number("113722", "Dose Area Product Total", "0.002", "Gy.m2", "UCUM");

        assertThat(measured(read(DOSE, dose))).isEmpty();
        assertThat(measured(read(COMPREHENSIVE_3D, dose))).hasSize(1);
    }

    private static List<Fact> measured(List<Fact> facts) {
        return facts.stream().filter(fact -> fact.kind() == FactKind.LAB).toList();
    }

    private List<Fact> read(String sopClass, Written... items) throws IOException {
        var report = Written.explicit()
                .text(Tag.SOPClassUID, Vr.UI, sopClass)
                .text(Tag.SOPInstanceUID, Vr.UI, "1.2.3.4")
                .text(Tag.ContentDate, Vr.DA, "20240306")
                .text(Tag.Modality, Vr.CS, "SR")
                .text(Tag.StudyInstanceUID, Vr.UI, "1.2.3")
                .text(Tag.ValueType, Vr.CS, "CONTAINER")
                .sequence(Tag.ConceptNameCodeSequence, List.of(concept("126000", "DCM", "Imaging Measurement Report")))
                .text(Tag.CompletionFlag, Vr.CS, "COMPLETE")
                .sequence(Tag.ContentSequence, List.of(items));
        return Samples.read(folder, "report", report.file()).facts();
    }

    private static Written number(String code, String name, String number, String unit, String scheme) {
        return item("NUM", code, "SCT", name)
                .sequence(Tag.MeasuredValueSequence, List.of(measuredValue(number, unit, scheme)));
    }

    private static Written measuredValue(String number, String unit, String scheme) {
        return Written.explicit()
                .sequence(Tag.MeasurementUnitsCodeSequence, List.of(concept(unit, scheme, unit)))
                .text(Tag.NumericValue, Vr.DS, number);
    }

    private static Written item(String type, String code, String scheme, String name) {
        return Written.explicit()
                .text(Tag.ValueType, Vr.CS, type)
                .sequence(Tag.ConceptNameCodeSequence, List.of(concept(code, scheme, name)));
    }

    private static Written concept(String code, String scheme, String meaning) {
        return Written.explicit()
                .text(Tag.CodeValue, Vr.SH, code)
                .text(Tag.CodingSchemeDesignator, Vr.SH, scheme)
                .text(Tag.CodeMeaning, Vr.LO, meaning);
    }
}
