package org.consilium.triage;

import java.util.Map;
import java.util.TreeMap;

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

    @Override
    public String toString() {
        var table =
                new StringBuilder("expected>found   y>y   y>n   y>?   n>y   n>n   n>?   ?>y   ?>n   ?>?%n".formatted());
        counts.forEach((what, cells) -> {
            table.append("%-13s".formatted(what));
            for (var cell : "yy yn y? ny nn n? ?y ?n ??".split(" ")) {
                table.append("%6d".formatted(cells.getOrDefault(cell, 0)));
            }
            table.append("   sensitivity %.1f %%, specificity %.1f %%%n".formatted(rate(what, "y"), rate(what, "n")));
        });
        return table.toString();
    }
}
