package org.consilium.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.consilium.clinical.Fact;

/**
 * Facts in the order in which things happened.
 *
 * @param years from the earliest on
 * @param undated those without a date, in the order given
 */
public record Timeline(List<Year> years, List<Fact> undated) {
    /**
     * The facts of one year.
     *
     * @param facts by the first day their date can mean; those of one day in the order given
     */
    public record Year(int year, List<Fact> facts) {
        public Year {
            facts = List.copyOf(facts);
        }
    }

    public Timeline {
        years = List.copyOf(years);
        undated = List.copyOf(undated);
    }

    /** Every fact exactly once. */
    public static Timeline of(Collection<Fact> facts) {
        var years = new TreeMap<Integer, List<Fact>>();
        var undated = new ArrayList<Fact>();
        for (var fact : facts) {
            if (fact.date() == null) {
                undated.add(fact);
            } else {
                years.computeIfAbsent(fact.date().year(), year -> new ArrayList<>())
                        .add(fact);
            }
        }
        var byDate = Comparator.comparing((Fact fact) -> Objects.requireNonNull(fact.date()));
        var sorted = years.entrySet().stream()
                .map(year -> new Year(
                        year.getKey(), year.getValue().stream().sorted(byDate).toList()))
                .toList();
        return new Timeline(sorted, undated);
    }

    /** The same with the newest year first and, in it, the newest fact first. */
    public Timeline newestFirst() {
        var newest = years.reversed().stream()
                .map(year -> new Year(year.year(), year.facts().reversed()))
                .toList();
        return new Timeline(newest, undated);
    }
}
