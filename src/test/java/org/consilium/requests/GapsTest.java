package org.consilium.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.consilium.triage.Assessment.Presence;
import org.junit.jupiter.api.Test;

/** What can be asked for, of whom, and what only the person can add. */
class GapsTest {
    private final Gaps gaps = Gaps.of(Samples.completeness());

    @Test
    void whatIsMissingOldOrWithoutImagesCanBeAskedFor() {
        assertThat(gaps.toAsk())
                .extracting(state -> state.item().id() + "=" + state.status().word())
                .contains("RC02-CT=report-only", "RC02-CEA=outdated", "RC02-PATH=missing", "RC02-SLIDES=missing")
                .noneMatch(state -> state.endsWith("=present") || state.endsWith("=not-applicable"));
        assertThat(gaps.toAsk().getFirst().item().weight()).isEqualTo(3);
    }

    @Test
    void whatNoHospitalHasIsThePersonsOwn() {
        assertThat(gaps.own())
                .extracting(state -> state.item().id())
                .contains("CORE-QUESTION", "CORE-TREATMENTS")
                .doesNotContain("RC02-PATH");
    }

    @Test
    void eachDepartmentGetsWhatItKeeps() {
        var wanted = gaps.wanted(List.of("RC02-CT", "RC02-SLIDES", "RC02-PATH", "CORE-QUESTION", "nonsense"));

        assertThat(wanted).containsOnlyKeys(Department.IMAGING, Department.PATHOLOGY, Department.RECORDS);
        assertThat(wanted.get(Department.IMAGING))
                .containsExactly(new Wanted(
                        "RC02-CT", Presence.REPORT_ONLY, "CT abdomen and pelvis", "2026-03-05", "Harbor Clinic"));
        assertThat(wanted.get(Department.RECORDS)).extracting(Wanted::item).containsExactly("RC02-PATH");
    }

    @Test
    void anUnknownConditionHasNoList() {
        assertThat(Gaps.of(null)).isEqualTo(new Gaps(List.of(), List.of()));
    }

    @Test
    void placesThatTheRecordsNameMostComeFirst() {
        var once = Samples.fact(
                FactKind.LAB,
                "Sodium",
                CodeSystems.LOINC,
                "2951-2",
                "2026-03-01",
                Map.of(Detail.PERFORMER, "A Laboratory"));
        var maker = Samples.fact(
                FactKind.DEVICE, "Pacemaker", CodeSystems.SNOMED, "1", "2020", Map.of(Detail.PERFORMER, "A Factory"));

        assertThat(Gaps.places(Samples.caseFile(once, maker))).containsExactly("Harbor Clinic", "A Laboratory");
    }
}
