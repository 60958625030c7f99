package org.consilium.records.apple;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Sex;
import org.consilium.language.Messages;
import org.consilium.records.Excerpts;
import org.consilium.records.Format;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppleHealthReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsWhoItIsAndWhatWasMeasured() {
        var reading = Samples.read(
                folder,
                Samples.export(Samples.quantity("BodyMass", "lb", "2026-03-01 08:15:00", "150.2")
                        + Samples.quantity("OxygenSaturation", "%", "2026-03-01 08:16:00", "0.97")
                        + Samples.quantity(
                                "BloodGlucose", "mmol&lt;180.1558800000541&gt;/L", "2026-03-01 09:00:00", "5.5")));

        assertThat(reading.format()).isEqualTo(Format.APPLE_HEALTH);
        assertThat(reading.status()).isEqualTo(Status.READ);
        assertThat(Objects.requireNonNull(reading.patient()).birthDate()).hasToString("1970-02-03");
        assertThat(Objects.requireNonNull(reading.patient()).sex()).isEqualTo(Sex.FEMALE);
        assertThat(reading.facts())
                .extracting(fact -> fact.text() + " = "
                        + Objects.requireNonNull(fact.value()).text())
                .containsExactly(
                        "ABO and Rh group = AB-",
                        "Body weight = 150.2 [lb_av]",
                        "Oxygen saturation by pulse oximetry = 97 %",
                        "Glucose in blood = 5.5 mmol/L");
        var weight = reading.facts().get(1);
        assertThat(weight.codes()).contains(Code.of(CodeSystems.LOINC, "29463-7"));
        assertThat(weight.date()).hasToString("2026-03-01T08:15:00-05:00");
        assertThat(weight.sources().getFirst().at()).isEqualTo("Record[1]");
        assertThat(weight.detail(Detail.PERFORMER)).hasValue("Watch");
        assertThat(reading.facts().getLast().kind()).isEqualTo(FactKind.LAB);
        assertThat(reading.facts().getLast().codeIn(CodeSystems.LOINC)).hasValue(Code.of(CodeSystems.LOINC, "15074-8"));
    }

    @Test
    void readsABloodPressureOnceThoughTheExportWritesItTwice() {
        var pair = Samples.quantity("BloodPressureSystolic", "mmHg", "2026-03-01 08:15:00", "128")
                + Samples.quantity("BloodPressureDiastolic", "mmHg", "2026-03-01 08:15:00", "82");
        var reading = Samples.read(
                folder,
                Samples.export(pair + "<Correlation type=\"HKCorrelationTypeIdentifierBloodPressure\">" + pair
                        + "</Correlation>"));

        assertThat(vitals(reading))
                .extracting(fact -> Objects.requireNonNull(fact.value()).text())
                .containsExactly("128 mm[Hg]", "82 mm[Hg]");
    }

    @Test
    void putsHeartBeatsOfADayTogether() {
        var beats = new StringBuilder();
        for (var i = 0; i < 50; i++) {
            beats.append(
                    Samples.quantity("HeartRate", "count/min", "2026-03-01 08:%02d:00".formatted(i), "" + (60 + i)));
        }
        var reading = Samples.read(folder, Samples.export(beats.toString()));

        assertThat(vitals(reading)).hasSize(1);
        var day = vitals(reading).getFirst();
        assertThat(Objects.requireNonNull(day.value()).text()).isEqualTo("84.5 /min");
        assertThat(day.detail(Detail.NARRATIVE)).hasValue("60–109 /min (n = 50)");
        assertThat(reading.problems()).extracting(problem -> problem.severity()).containsExactly(Severity.INFORMATION);
        assertThat(Messages.english().say(reading.problems().getFirst().message()))
                .contains("50 readings");
    }

    @Test
    void countsStepsOfOneDeviceOnlyAndOldDaysByWeek() {
        var steps = new StringBuilder();
        for (var day = 1; day <= 14; day++) {
            for (var source : List.of("Phone", "Watch")) {
                var at = "2022-08-%02d 10:00:00".formatted(day);
                steps.append(Samples.record(
                        "HKQuantityTypeIdentifierStepCount",
                        "count",
                        at,
                        at,
                        source.equals("Phone") ? "1000" : "3000",
                        source));
            }
        }
        steps.append(Samples.quantity("StepCount", "count", "2026-03-01 10:00:00", "400"));
        steps.append(Samples.quantity("StepCount", "count", "2026-03-01 11:00:00", "600"));

        var facts = vitals(Samples.read(folder, Samples.export(steps.toString())));

        assertThat(facts)
                .extracting(fact -> fact.date() + ".." + fact.end() + " "
                        + Objects.requireNonNull(fact.value()).text())
                .containsExactly(
                        "2022-08-01..2022-08-07 3000 {count}",
                        "2022-08-08..2022-08-14 3000 {count}",
                        "2026-03-01..null 1000 {count}");
    }

    @Test
    void addsUpSleepOnTheDayOfWakingUp() {
        var reading = Samples.read(
                folder,
                Samples.export(Samples.record(
                                "HKCategoryTypeIdentifierSleepAnalysis",
                                "",
                                "2026-03-01 23:00:00",
                                "2026-03-02 02:00:00",
                                "HKCategoryValueSleepAnalysisAsleepCore",
                                "Watch")
                        + Samples.record(
                                "HKCategoryTypeIdentifierSleepAnalysis",
                                "",
                                "2026-03-02 02:30:00",
                                "2026-03-02 06:00:00",
                                "HKCategoryValueSleepAnalysisAsleepREM",
                                "Watch")
                        + Samples.record(
                                "HKCategoryTypeIdentifierSleepAnalysis",
                                "",
                                "2026-03-01 22:30:00",
                                "2026-03-02 07:00:00",
                                "HKCategoryValueSleepAnalysisInBed",
                                "Phone")));

        assertThat(vitals(reading)).hasSize(1);
        assertThat(Objects.requireNonNull(vitals(reading).getFirst().value()).text())
                .isEqualTo("6.5 h");
        assertThat(vitals(reading).getFirst().date()).hasToString("2026-03-02");
    }

    @Test
    void showsMoreThanSixReadingsOfADayAsOne() {
        var six = new StringBuilder();
        for (var i = 0; i < 6; i++) {
            six.append(Samples.quantity("BloodGlucose", "mg/dL", "2026-03-01 08:%02d:00".formatted(i), "" + (90 + i)));
        }
        assertThat(labs(Samples.read(folder, Samples.export(six.toString())))).hasSize(7);
        var seven = six + Samples.quantity("BloodGlucose", "mg/dL", "2026-03-01 09:00:00", "180");
        assertThat(labs(Samples.read(folder, Samples.export(seven))))
                .hasSize(2)
                .last()
                .extracting(fact -> fact.detail(Detail.NARRATIVE).orElse(""))
                .isEqualTo("90–180 mg/dL (n = 7)");
    }

    @Test
    void countsWhatIsNotShown() {
        var reading = Samples.read(
                folder,
                Samples.export("<ClinicalRecord resourceFilePath=\"/clinical-records/a.json\"/>"
                        + "<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\"/>"
                        + Samples.quantity("DietaryFatTotal", "g", "2026-03-01 08:00:00", "3")
                        + Samples.quantity("BodyMass", "kg", "yesterday", "3")
                        + Samples.quantity("BodyMass", "kg", "2026-02-30 08:00:00", "3")
                        + Samples.quantity("BodyMass", "kg", "2026-03-01 08:00:00", "1e999999")));

        assertThat(reading.problems())
                .extracting(
                        problem -> problem.message().key() + problem.message().args())
                .containsExactly("apple.clinical[1]", "apple.workouts[1]", "apple.other[1]", "apple.unreadable[3]");
    }

    @Test
    void keepsWhatComesBeforeTheDamage() {
        var whole = Samples.export(Samples.quantity("BodyMass", "kg", "2026-03-01 08:15:00", "70"));
        var reading = Samples.read(folder, whole.replace("</HealthData>", "<Record type=\"HKQuant"));

        assertThat(reading.status()).isEqualTo(Status.PARTLY);
        assertThat(vitals(reading)).hasSize(1);
        assertThat(reading.problems())
                .extracting(problem -> problem.message().key())
                .contains("apple.cut");
        for (var length = 300; length < whole.length(); length += 13) {
            assertThat(Samples.read(folder, whole.substring(0, length)).facts()).isNotEmpty();
        }
    }

    @Test
    void readsNoFileFromOutsideAndExpandsNothing() {
        var hostile = Samples.export(Samples.quantity("BodyMass", "kg", "2026-03-01 08:15:00", "70"))
                .replace(
                        "]>", "<!ENTITY x SYSTEM \"file:///etc/hostname\"><!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>")
                .replace("sourceName=\"Watch\"", "sourceName=\"&b;\"");

        var reading = Samples.read(folder, hostile + "&x;");

        assertThat(reading.format()).isEqualTo(Format.APPLE_HEALTH);
        assertThat(reading.facts().toString()).doesNotContain("aaaa");
    }

    @Test
    void readsPiecesOfAnExport() {
        var piece = Samples.quantity("BodyMass", "kg", "2026-03-01 08:15:00", "70")
                + Samples.quantity("BodyMass", "kg", "2026-03-02 08:15:00", "71");

        assertThat(vitals(Samples.read(folder, piece))).hasSize(2);
    }

    @Test
    void showsTheRecordAFactWasReadFrom() {
        var bytes = Samples.export(Samples.quantity("BodyMass", "kg", "2026-03-01 08:15:00", "70"))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Excerpts.at(bytes, Format.APPLE_HEALTH, "Record[1]").orElseThrow())
                .contains("value: 70")
                .doesNotContain("HealthData");
        assertThat(Excerpts.at(bytes, Format.APPLE_HEALTH, "Record[2]").orElseThrow())
                .contains("<HealthData");
    }

    @Test
    void readsAnyNumberOfDeviceNames() {
        var one = Samples.quantity("HeartRate", "count/min", "2026-03-01 08:00:00", "60")
                .replace("Watch", "&lt;&lt;HKDevice: 0x28&gt;, name:Watch&gt;");

        var reading = Samples.read(folder, Samples.export(one.repeat(40_000)));

        assertThat(reading.status()).isEqualTo(Status.READ);
        assertThat(reading.problems().getFirst().message().args()).contains(40_000L);
    }

    @Test
    void boundsTheDaysOfAHostileFile() {
        var series = new Series();
        var day = LocalDate.of(1000, 1, 1);
        var reading = new Day.Reading(java.math.BigDecimal.ONE, "kg", "1000-01-01", "x", 1);
        for (var i = 0; i < 340_000; i++) {
            series.add(Measure.BodyMass, day.plusDays(i), reading);
        }

        assertThat(series.refused()).isEqualTo(10_000);
    }

    @Test
    void hasEverySentenceInBothLanguages() {
        var english = ResourceBundle.getBundle("messages/apple", Locale.ENGLISH);
        assertThat(english.keySet())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(Messages.in(Locale.of("es")).say(key))
                        .isNotEqualTo(Messages.english().say(key)));
    }

    private static List<Fact> vitals(Reading reading) {
        return reading.facts().stream()
                .filter(fact -> fact.kind() == FactKind.VITAL)
                .toList();
    }

    private static List<Fact> labs(Reading reading) {
        return reading.facts().stream()
                .filter(fact -> fact.kind() == FactKind.LAB)
                .toList();
    }
}
