package org.consilium.comparison;

import java.time.LocalDate;
import java.util.List;
import org.consilium.clinical.CodeSystems;
import org.consilium.knowledge.CodePattern;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.PlannedProcedure;
import org.consilium.knowledge.Provenance;
import org.consilium.knowledge.Words;
import org.consilium.opinions.Opinion;
import org.consilium.terminology.Crosswalk;

/** Synthetic opinions of two doctors, and a small knowledge base. */
final class Samples {
    static final Provenance SOURCE =
            new Provenance(Provenance.Tag.PROPOSAL, Provenance.Grade.E, "test", "any", null, LocalDate.of(2030, 1, 1));
    static final Knowledge KNOWLEDGE = new Knowledge(
            "test",
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    procedure("PR01", List.of("22612", "22558"), List.of("lumbar fusion", "spinal fusion")),
                    procedure("PR05", List.of("27447"), List.of("knee replacement", "knee arthroplasty")),
                    procedure("PR07", List.of("29881"), List.of("knee arthroscopy"))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Crosswalk.EMPTY);

    private Samples() {}

    private static PlannedProcedure procedure(String id, List<String> cpt, List<String> words) {
        return new PlannedProcedure(
                id,
                new Words(id, id),
                "T2",
                cpt.stream().map(code -> new CodePattern(CodeSystems.CPT, code)).toList(),
                words,
                new Words("", ""),
                SOURCE);
    }

    static Opinion first(String members) {
        return org.consilium.opinions.Samples.by("Dr. First", "2026-01-10", members);
    }

    static Opinion second(String members) {
        return org.consilium.opinions.Samples.by("Dr. Second", "2026-01-20", members);
    }

    static Opinion third(String members) {
        return org.consilium.opinions.Samples.by("Dr. Third", "2026-01-30", members);
    }

    /**
     * Diagnoses and treatments in the short forms below; several are joined with {@code &}, and what stands after a semicolon
     * is further JSON of the same object.
     */
    static String members(String diagnoses, String treatments) {
        var parts = new java.util.ArrayList<String>();
        if (!diagnoses.isEmpty()) {
            parts.add("'diagnoses': [" + each(diagnoses, Samples::diagnosis) + "]");
        }
        if (!treatments.isEmpty()) {
            parts.add("'treatments': [" + each(treatments, Samples::treatment) + "]");
        }
        return String.join(", ", parts);
    }

    private static String each(String list, java.util.function.UnaryOperator<String> write) {
        return String.join(
                ", ",
                java.util.Arrays.stream(list.split(" & "))
                        .map(String::strip)
                        .map(write)
                        .toList());
    }

    /** {@code C50.9; 'grade': '2'}, a number for SNOMED CT, or {@code ~words} without a code. */
    private static String diagnosis(String shortForm) {
        var parts = shortForm.split(";", 2);
        var rest = parts.length == 1 || parts[1].isBlank() ? "" : ", " + parts[1].strip();
        var name = parts[0].strip();
        if (name.startsWith("~")) {
            return "{'text': '" + name.substring(1) + "'" + rest + "}";
        }
        var system = name.matches("\\d+") ? CodeSystems.SNOMED : CodeSystems.ICD10CM;
        return "{'text': 'illness " + name + "', 'codes': [{'system': '" + system + "', 'code': '" + name + "'}]" + rest
                + "}";
    }

    /** {@code surgery: words; rest}, {@code ?surgery: words} possible, {@code -surgery: words} advised against. */
    private static String treatment(String shortForm) {
        var parts = shortForm.split(";", 2);
        var rest = parts.length == 1 || parts[1].isBlank() ? "" : ", " + parts[1].strip();
        var head = parts[0].split(":", 2);
        var stance = switch (head[0].charAt(0)) {
            case '?' -> "possible";
            case '-' -> "advised-against";
            default -> "recommended";
        };
        var kind = head[0].replaceFirst("^[?-]", "").strip();
        return "{'text': '" + head[1].strip() + "', 'stance': '" + stance + "', 'kind': '" + kind + "'" + rest + "}";
    }
}
