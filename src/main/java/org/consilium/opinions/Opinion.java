package org.consilium.opinions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.consilium.clinical.Code;
import org.jspecify.annotations.Nullable;

/**
 * One doctor's opinion on a case, in the shape of {@code docs/schemas/opinion.schema.json}. First, second and third are the
 * same thing. Only author, date and one diagnosis or treatment are required; the rest may be unknown, and unknown is absent.
 */
public record Opinion(
        @Nullable String id,
        Author author,
        LocalDate date,
        @Nullable Basis basis,
        List<Diagnosis> diagnoses,
        List<Treatment> treatments,
        List<TestRequest> testsRequested,
        @Nullable UrgencyStatement urgency,
        @Nullable String certaintyStatement,
        @Nullable String wouldChangeMind,
        @Nullable String conflictOfInterest,
        @Nullable String narrative) {
    public Opinion {
        diagnoses = List.copyOf(diagnoses);
        treatments = List.copyOf(treatments);
        testsRequested = List.copyOf(testsRequested);
    }

    /** Who gives the opinion. */
    public record Author(
            String name,
            @Nullable String specialty,
            @Nullable String nucc,
            @Nullable String npi,
            @Nullable String organisation,
            @Nullable String country) {}

    /** What the opinion rests on. */
    public record Basis(
            @Nullable Boolean examinedPatient, @Nullable Boolean knewFirstOpinion, List<Seen> saw) {
        public Basis {
            saw = List.copyOf(saw);
        }
    }

    /** A record the doctor saw: {@code kind} is a word of the schema such as {@code pathology-report}. */
    public record Seen(
            String kind, @Nullable String what, @Nullable String date) {}

    /** A conclusion about what the illness is. {@code role}, {@code certainty} and {@code laterality} are words of the schema. */
    public record Diagnosis(
            String role,
            String text,
            List<Code> codes,
            @Nullable String certainty,
            @Nullable String bodySite,
            @Nullable String laterality,
            @Nullable Stage stage,
            @Nullable String grade,
            List<Marker> markers) {
        public Diagnosis {
            codes = List.copyOf(codes);
            markers = List.copyOf(markers);
        }
    }

    /** Stage, as a group ({@code IIA}), as TNM, or both. */
    public record Stage(
            @Nullable String system,
            @Nullable String type,
            @Nullable String group,
            @Nullable String t,
            @Nullable String n,
            @Nullable String m) {}

    /** A tumour or other marker; {@code result} is positive, negative, equivocal, not-tested or value. */
    public record Marker(
            String name, String result, @Nullable String value) {}

    /** One option. {@code stance}, {@code kind}, {@code intent} and {@code laterality} are words of the schema. */
    public record Treatment(
            String text,
            String stance,
            String kind,
            List<Code> codes,
            @Nullable String laterality,
            @Nullable String detail,
            @Nullable String intent,
            @Nullable Integer order,
            @Nullable Timing timing,
            List<Measure> benefits,
            List<Measure> harms,
            @Nullable Cost cost,
            @Nullable Convenience convenience,
            List<Evidence> evidence) {
        public Treatment {
            codes = List.copyOf(codes);
            benefits = List.copyOf(benefits);
            harms = List.copyOf(harms);
            evidence = List.copyOf(evidence);
        }
    }

    /** When to start. */
    public record Timing(
            @Nullable LocalDate startBy,
            @Nullable Integer withinDays,
            @Nullable String text) {}

    /**
     * How often something happens: {@code count} (or {@code low} to {@code high}) {@code of} so many people within a time.
     *
     * @param without the same count without this treatment
     */
    public record Measure(
            String what,
            @Nullable BigDecimal count,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            @Nullable Integer of,
            @Nullable BigDecimal without,
            @Nullable String timeframe,
            @Nullable String severity,
            @Nullable Boolean lasting,
            @Nullable String source) {}

    /** What it costs in all, and what of it the patient pays. */
    public record Cost(@Nullable Money total, @Nullable Money patientShare) {}

    /** An amount in a currency (ISO 4217), with where the figure comes from. */
    public record Money(
            BigDecimal amount, String currency, @Nullable String source) {}

    /** What it asks of daily life. */
    public record Convenience(
            @Nullable Integer visits,
            @Nullable Integer nights,
            @Nullable Integer daysOffWork,
            @Nullable BigDecimal travelKm,
            @Nullable String recovery) {}

    /** What the doctor cites; {@code level} is a word of the schema such as {@code trial}. */
    public record Evidence(
            String text,
            @Nullable String level,
            @Nullable String reference,
            @Nullable Integer year) {}

    /** A test the doctor wants. */
    public record TestRequest(
            String text, List<Code> codes, @Nullable String why) {
        public TestRequest {
            codes = List.copyOf(codes);
        }
    }

    /** How soon the doctor wants treatment to start; {@code level} is U0 to U6. */
    public record UrgencyStatement(
            @Nullable String level,
            @Nullable LocalDate startBy,
            @Nullable String text) {}
}
