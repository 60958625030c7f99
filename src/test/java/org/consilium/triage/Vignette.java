package org.consilium.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.knowledge.Knowledge;
import org.consilium.records.CaseFile;

/**
 * A made-up case with what is expected of it: a line of {@code triage/cases.txt}, its columns parted by «|».
 *
 * @param triggers a letter for each of T1 to T8: y, n or ? for «cannot tell»
 * @param windows each as {@code W01}, {@code W01:21} or {@code W01:21:in-person}, «?» for no number
 * @param completeness the group, then items as {@code RC01-PATH=present}; empty when it is not looked at
 * @param says ends of the keys of reasons that are given, or with «!» not given
 */
record Vignette(
        String name,
        CaseFile caseFile,
        Answers answers,
        String flags,
        String urgency,
        String windows,
        String triggers,
        String completeness,
        String says) {
    static final LocalDate TODAY = LocalDate.of(2025, 6, 1);

    static Stream<Vignette> all() {
        return lines("/triage/cases.txt")
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Vignette::of);
    }

    private static Stream<String> lines(String file) {
        try (var in = Objects.requireNonNull(Vignette.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The table of single conditions, ten days old: {@code triage/vignettes.csv}. */
    static Stream<Vignette> oneCondition() {
        return lines("/triage/vignettes.csv").skip(1).map(line -> {
            var columns = line.split(",");
            return of(String.join(
                    "|",
                    columns[1],
                    "",
                    columns[0] + " " + columns[1] + " @-10",
                    "",
                    "-",
                    columns[2],
                    columns[3],
                    letters(columns[4])));
        });
    }

    /** As letters; T4, T5 and T8 are not to be told from one condition. */
    private static String letters(String met) {
        var letters = new StringBuilder("nnn??nn?");
        Stream.of(met.split(" "))
                .filter(id -> id.startsWith("T"))
                .forEach(id -> letters.setCharAt(id.charAt(1) - '1', 'y'));
        return letters.toString();
    }

    private static Vignette of(String line) {
        var columns = new ArrayList<>(
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList());
        while (columns.size() < 10) {
            columns.add("");
        }
        return new Vignette(
                columns.get(0),
                caseFile(columns.get(1), columns.get(2)),
                VignetteLine.answers(columns.get(3)),
                columns.get(4),
                columns.get(5),
                columns.get(6),
                columns.get(7),
                columns.get(8),
                columns.get(9));
    }

    private static CaseFile caseFile(String person, String records) {
        var sex = Stream.of(Sex.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(person))
                .findFirst()
                .orElse(null);
        var born = person.startsWith("born ")
                ? PartialDate.parse(person.substring(5)).orElseThrow()
                : null;
        return new CaseFile(VignetteLine.facts(records), born, sex, "hash");
    }

    Assessment assess(Knowledge knowledge) {
        return Triage.assess(caseFile, answers, knowledge, TODAY);
    }

    /** What was found, in the words of the line. */
    String found(Assessment assessment) {
        return String.join(" | ", flags(assessment), urgency(assessment), windows(assessment), letters(assessment));
    }

    String expected() {
        return String.join(" | ", flags, urgency, windows, triggers);
    }

    boolean isEmergency() {
        return !flags.equals("-");
    }

    static String flags(Assessment assessment) {
        return orDash(assessment.emergencies().stream().map(up -> up.flag().id()));
    }

    static String urgency(Assessment assessment) {
        var urgency = assessment.urgency();
        return urgency == null ? "unknown" : urgency.name();
    }

    /** As exactly as the line asks for them; all of them only when the line names more than one. */
    String windows(Assessment assessment) {
        var wanted = List.of(windows.split(" "));
        var found = new ArrayList<String>();
        for (var at = 0; at < Math.min(wanted.size(), assessment.windows().size()); at++) {
            var budget = assessment.windows().get(at);
            var days = budget.budget();
            var whole = List.of(
                    budget.window().id(),
                    days == null ? "?" : days.toString(),
                    budget.advice().word());
            found.add(String.join(
                    ":", whole.subList(0, Math.min(3, wanted.get(at).split(":").length))));
        }
        return orDash(found.stream());
    }

    static String letters(Assessment assessment) {
        return assessment.triggers().stream()
                .map(trigger -> switch (trigger.met()) {
                    case YES -> "y";
                    case NO -> "n";
                    case CANNOT_TELL -> "?";
                })
                .collect(Collectors.joining());
    }

    private static String orDash(Stream<String> words) {
        var joined = words.collect(Collectors.joining(" "));
        return joined.isEmpty() ? "-" : joined;
    }

    @Override
    public String toString() {
        return name;
    }
}
