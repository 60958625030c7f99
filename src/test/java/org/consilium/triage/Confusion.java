package org.consilium.triage;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.consilium.knowledge.Knowledge;

/** How often what was expected was found: a table of expected against found, for emergencies and for each trigger. */
final class Confusion {
    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();

    void add(String what, String expected, String found) {
        counts.computeIfAbsent(what, fresh -> new TreeMap<>()).merge(expected + found, 1, Integer::sum);
    }

    /** An emergency, expected and found y or n. */
    void addEmergency(boolean expected, boolean found) {
        add("emergency", expected ? "y" : "n", found ? "y" : "n");
    }

    /** Letters of T1 to T8. */
    void addTriggers(String expected, String found) {
        for (var at = 0; at < expected.length(); at++) {
            add("T" + (at + 1), expected.substring(at, at + 1), found.substring(at, at + 1));
        }
    }

    int count(String what, String cell) {
        return counts.getOrDefault(what, Map.of()).getOrDefault(cell, 0);
    }

    /** Share of the expected «yes» (or «no») that was found, in percent. */
    double rate(String what, String letter) {
        var all = counts.getOrDefault(what, Map.of()).entrySet().stream()
                .filter(cell -> cell.getKey().startsWith(letter))
                .mapToInt(Map.Entry::getValue)
                .sum();
        return all == 0 ? 100 : 100.0 * count(what, letter + letter) / all;
    }

    /** Of every vignette, and of every code of the emergency list with its counterparts that are none. */
    static Confusion ofAll(Knowledge knowledge) {
        var confusion = new Confusion();
        Stream.concat(Vignette.all(), Vignette.oneCondition()).forEach(vignette -> {
            var assessment = vignette.assess(knowledge);
            confusion.addEmergency(
                    vignette.isEmergency(), !assessment.emergencies().isEmpty());
            confusion.addTriggers(vignette.triggers(), Vignette.letters(assessment));
        });
        CoverageTest.expectedEmergencies()
                .forEach(facts -> confusion.addEmergency(true, CoverageTest.isEmergency(facts)));
        CoverageTest.noEmergencies().forEach(facts -> confusion.addEmergency(false, CoverageTest.isEmergency(facts)));
        return confusion;
    }

    /** As a table of Markdown; what never occurs is left empty. */
    String table() {
        var table = new StringBuilder(
                "| | yes, found yes | yes, missed | no, found yes | no, found no "
                        + "| cannot tell, said so | otherwise | sensitivity | specificity |\n|---|---|---|---|---|---|---|---|---|\n");
        counts.forEach((what, cells) -> table.append("| %s | %d | %d | %d | %d | %d | %d | %s | %s |%n"
                .formatted(
                        what,
                        count(what, "yy"),
                        count(what, "yn") + count(what, "y?"),
                        count(what, "ny"),
                        count(what, "nn"),
                        count(what, "??"),
                        count(what, "n?") + count(what, "?y") + count(what, "?n"),
                        percent(rate(what, "y")),
                        percent(rate(what, "n")))));
        return table.toString();
    }

    private static String percent(double rate) {
        return String.format(Locale.ROOT, "%.1f %%", rate);
    }
}
