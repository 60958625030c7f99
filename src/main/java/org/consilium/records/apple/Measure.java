package org.consilium.records.apple;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of reading that become facts, by the last part of their HealthKit name. LOINC codes: FHIR's vital signs profile,
 * the HL7 physical activity guide, and loinc.org.
 */
enum Measure {
    BodyMass("29463-7", "Body weight", Way.EACH),
    Height("8302-2", "Body height", Way.EACH),
    BodyMassIndex("39156-5", "Body mass index", Way.EACH),
    BodyFatPercentage("41982-0", "Percentage of body fat", Way.EACH),
    LeanBodyMass(null, "Lean body mass", Way.EACH),
    WaistCircumference("8280-0", "Waist circumference", Way.EACH),
    BodyTemperature("8310-5", "Body temperature", Way.EACH),
    BasalBodyTemperature(null, "Basal body temperature", Way.EACH),
    BloodPressureSystolic("8480-6", "Systolic blood pressure", Way.EACH),
    BloodPressureDiastolic("8462-4", "Diastolic blood pressure", Way.EACH),
    OxygenSaturation("59408-5", "Oxygen saturation by pulse oximetry", Way.EACH),
    BloodGlucose("2339-0", "Glucose in blood", Way.EACH, FactKind.LAB),
    RestingHeartRate("40443-4", "Heart rate, resting", Way.EACH),
    WalkingHeartRateAverage(null, "Heart rate, walking", Way.EACH),
    VO2Max(null, "VO2 max", Way.EACH),
    HeartRateRecoveryOneMinute(null, "Heart rate recovery after one minute", Way.EACH),
    SixMinuteWalkTestDistance("64098-7", "Six minute walk test", Way.EACH),
    ForcedVitalCapacity(null, "Forced vital capacity", Way.EACH),
    ForcedExpiratoryVolume1(null, "Forced expiratory volume in one second", Way.EACH),
    PeakExpiratoryFlowRate(null, "Peak expiratory flow", Way.EACH),
    BloodAlcoholContent(null, "Blood alcohol", Way.EACH),
    AtrialFibrillationBurden(null, "Atrial fibrillation burden", Way.EACH),
    NumberOfTimesFallen(null, "Falls", Way.EACH),
    HighHeartRateEvent(null, "High heart rate notice", Way.EACH),
    LowHeartRateEvent(null, "Low heart rate notice", Way.EACH),
    IrregularHeartRhythmEvent(null, "Irregular heart rhythm notice", Way.EACH),
    HeartRate("8867-4", "Heart rate", Way.MEAN),
    RespiratoryRate("9279-1", "Respiratory rate", Way.MEAN),
    HeartRateVariabilitySDNN("80404-7", "Heart rate variability (SDNN)", Way.MEAN),
    AppleSleepingWristTemperature(null, "Wrist temperature during sleep", Way.MEAN),
    StepCount("41950-7", "Steps in a day", Way.SUM),
    ActiveEnergyBurned("41981-2", "Active energy in a day", Way.SUM),
    DistanceWalkingRunning(null, "Distance walked and run in a day", Way.SUM),
    FlightsClimbed(null, "Floors climbed in a day", Way.SUM),
    AppleExerciseTime(null, "Exercise time in a day", Way.SUM),
    InsulinDelivery(null, "Insulin in a day", Way.SUM),
    InhalerUsage(null, "Inhaler uses in a day", Way.SUM),
    SleepAnalysis("93832-4", "Sleep in a day", Way.SUM);

    /** How readings become facts. */
    enum Way {
        EACH,
        MEAN,
        SUM
    }

    private static final Map<String, Measure> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Measure::name, Function.identity()));

    private final @Nullable String loinc;
    private final String words;
    private final Way way;
    private final FactKind kind;

    Measure(@Nullable String loinc, String words, Way way) {
        this(loinc, words, way, FactKind.VITAL);
    }

    Measure(@Nullable String loinc, String words, Way way, FactKind kind) {
        this.loinc = loinc;
        this.words = words;
        this.way = way;
        this.kind = kind;
    }

    /** For {@code HKQuantityTypeIdentifierHeartRate} and the like; null when readings of the type are not shown. */
    static @Nullable Measure of(String type) {
        var at = type.indexOf("TypeIdentifier");
        return at < 0 ? null : BY_NAME.get(type.substring(at + "TypeIdentifier".length()));
    }

    @Nullable
    String loinc() {
        return loinc;
    }

    String words() {
        return words;
    }

    Way way() {
        return way;
    }

    FactKind kind() {
        return kind;
    }

    /** The name HealthKit gives it. */
    String type() {
        var category = name().endsWith("Event") || this == SleepAnalysis;
        return (category ? "HKCategoryTypeIdentifier" : "HKQuantityTypeIdentifier") + name();
    }

    /** Apple writes percentages as parts of one. */
    boolean isFraction() {
        return switch (this) {
            case OxygenSaturation, BodyFatPercentage, AtrialFibrillationBurden -> true;
            default -> false;
        };
    }
}
