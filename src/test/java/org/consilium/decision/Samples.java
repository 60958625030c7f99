package org.consilium.decision;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.consilium.clinical.Code;
import org.consilium.comparison.Comparison;
import org.consilium.comparison.Comparison.Cell;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Comparison.DiagnosisLevel;
import org.consilium.comparison.Comparison.Outcome;
import org.consilium.comparison.Comparison.Point;
import org.consilium.comparison.Comparison.Question;
import org.consilium.comparison.Comparison.Relation;
import org.consilium.comparison.Comparison.TreatmentLevel;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.consilium.opinions.Opinion.Author;
import org.consilium.opinions.Opinion.Cost;
import org.consilium.opinions.Opinion.Measure;
import org.consilium.opinions.Opinion.Money;
import org.consilium.opinions.Opinion.Treatment;
import org.jspecify.annotations.Nullable;

/** A made-up person with a bad back and two doctors. */
public final class Samples {
    public static final LocalDate TODAY = LocalDate.of(2026, 5, 20);

    private Samples() {}

    public static Message words(String text) {
        return Message.of("decision.asWritten", text);
    }

    public static Measure measure(String what, int count, int of, @Nullable Integer without, @Nullable String time) {
        return new Measure(
                what,
                BigDecimal.valueOf(count),
                null,
                null,
                of,
                without == null ? null : BigDecimal.valueOf(without),
                time,
                null,
                null,
                null);
    }

    public static Treatment treatment(String text, String stance, String kind, List<Code> codes) {
        return new Treatment(
                text, stance, kind, codes, null, null, null, null, null, List.of(), List.of(), null, null, List.of());
    }

    public static Treatment onSide(Treatment plain, String side) {
        return new Treatment(
                plain.text(),
                plain.stance(),
                plain.kind(),
                plain.codes(),
                side,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                List.of());
    }

    public static Opinion opinion(String name, String specialty, LocalDate date, Treatment... treatments) {
        var diagnosis = new Opinion.Diagnosis(
                "primary",
                "Degenerative disc disease of the lower back",
                List.of(Code.of("http://hl7.org/fhir/sid/icd-10-cm", "M51.36")),
                "likely",
                null,
                null,
                null,
                null,
                List.of());
        return new Opinion(
                null,
                new Author(name, specialty, null, null, "Clinic of the Example", null),
                date,
                null,
                List.of(diagnosis),
                List.of(treatments),
                List.of(),
                null,
                null,
                null,
                null,
                null);
    }

    /** Surgeon: fusion, physiotherapy possible. Second doctor: physiotherapy, advises against fusion. */
    public static Comparison back() {
        var fusion = Code.of("http://snomed.info/sct", "55705006");
        var fusionOne = new Treatment(
                "Fusion of two bones of the lower back",
                "recommended",
                "surgery",
                List.of(fusion),
                null,
                "With screws, from behind",
                "control",
                1,
                null,
                List.of(measure("Much less leg pain", 60, 100, 40, "after 2 years")),
                List.of(
                        measure("Wound infection", 3, 100, null, "in the first month"),
                        measure("Death", 2, 1000, null, null)),
                new Cost(
                        new Money(new BigDecimal("48500"), "USD", "Hospital estimate"),
                        new Money(new BigDecimal("3200.50"), "USD", null)),
                new Opinion.Convenience(4, 3, 60, new BigDecimal("35"), "About three months"),
                List.of());
        var fusionTwo = treatment("Lumbar fusion", "advised-against", "surgery", List.of(fusion));
        var physioOne = treatment("Physiotherapy", "possible", "rehabilitation", List.of());
        var physioTwo = new Treatment(
                "physiotherapy",
                "recommended",
                "rehabilitation",
                List.of(),
                null,
                "Twice a week for three months, with exercises at home",
                "control",
                1,
                null,
                List.of(measure("Much less pain", 50, 100, 40, "after 2 years")),
                List.of(measure("More pain for some days", 7, 37, null, null)),
                null,
                new Opinion.Convenience(24, null, 0, null, null),
                List.of());
        var first = opinion("Dr. Ana Núñez", "Orthopaedic surgery", LocalDate.of(2026, 4, 2), fusionOne, physioOne);
        var second =
                opinion("Dr. Ben Weiss", "Rehabilitation medicine", LocalDate.of(2026, 5, 11), fusionTwo, physioTwo);
        return compared(List.of(first, second));
    }

    /** These opinions with one point of each relation. */
    public static Comparison compared(List<Opinion> opinions) {
        return new Comparison(
                opinions,
                List.of(),
                DiagnosisLevel.D0,
                TreatmentLevel.X5,
                Outcome.DIFFER_MAJOR,
                true,
                List.of(),
                List.of(
                        point(Criterion.DIAGNOSIS, Relation.AGREES, "The illness", "Disc disease", "Disc disease"),
                        point(
                                Criterion.RISK,
                                Relation.ONLY_ONE_SAYS,
                                "Risk of infection",
                                "Wound infection: 3 of 100 people",
                                "Does not say."),
                        point(
                                Criterion.TREATMENT,
                                Relation.DIFFERS,
                                "Fusion of two bones of the lower back",
                                "Recommends it",
                                "Advises against it")),
                List.of(
                        new Question(0, words("What happens if we wait three months before an operation?"), words("-")),
                        new Question(0, words("What makes an operation better for me than exercise?"), words("-")),
                        new Question(
                                1, words("What would make you change your mind about the operation?"), words("-"))),
                new Comparison.ThirdOpinion(
                        true,
                        words("The doctors differ on an operation. You can ask a third doctor, or ask both to talk."),
                        List.of()),
                List.of(),
                "0123456789abcdef");
    }

    private static Point point(Criterion criterion, Relation relation, String about, String one, String other) {
        return new Point(
                criterion,
                relation,
                words(about),
                words("-"),
                "SAMPLE",
                List.of(new Cell(0, words(one), "/treatments/0"), new Cell(1, words(other), "/treatments/0")));
    }

    public static Preferences preferences(Comparison comparison) {
        var ids = Options.of(comparison).ids();
        return new Preferences(
                List.of(
                        Preferences.Goal.of(StartingGoal.LESS_PAIN, 100),
                        Preferences.Goal.of(StartingGoal.NO_OPERATION, 60),
                        Preferences.Goal.own("own-1", "Lift my granddaughter in August", 40)),
                List.of(
                        new Preferences.Placed(ids.get(0), "less-pain", Level.set(70)),
                        new Preferences.Placed(ids.get(1), "less-pain", Level.set(60)),
                        new Preferences.Placed(ids.get(2), "less-pain", Level.set(20)),
                        new Preferences.Placed(ids.get(0), "no-operation", Level.set(0)),
                        new Preferences.Placed(ids.get(1), "no-operation", Level.set(100)),
                        new Preferences.Placed(ids.get(2), "no-operation", Level.set(100)),
                        new Preferences.Placed(ids.get(0), "own-1", Level.set(30)),
                        new Preferences.Placed(ids.get(1), "own-1", Level.set(60)),
                        new Preferences.Placed(ids.get(2), "own-1", Level.stated(20, 50))));
    }

    public static ReadinessCheck before() {
        return new ReadinessCheck(
                ReadinessCheck.Answer.YES,
                ReadinessCheck.Answer.NO,
                ReadinessCheck.Answer.UNSURE,
                ReadinessCheck.Answer.YES,
                LocalDate.of(2026, 5, 1));
    }

    public static ReadinessCheck after() {
        return new ReadinessCheck(
                ReadinessCheck.Answer.YES,
                ReadinessCheck.Answer.YES,
                ReadinessCheck.Answer.YES,
                ReadinessCheck.Answer.YES,
                TODAY);
    }

    public static DecisionRecord decision(String choice, String why) {
        return new DecisionRecord(
                null,
                choice,
                why,
                "My sister, and Dr. Weiss on the phone",
                "Whether the pain will come back in winter",
                List.of("Dr. Ana Núñez", "Dr. Ben Weiss", "My sister"),
                TODAY,
                before(),
                after());
    }

    public static DecisionSummary summary() {
        var comparison = back();
        return DecisionSummary.of(
                "My back",
                comparison,
                preferences(comparison),
                decision(
                        "Three months of physiotherapy, then we look again.",
                        "I can still have the operation later.\nI want to lift my granddaughter in August."),
                before(),
                after(),
                TODAY);
    }
}
