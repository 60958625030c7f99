package org.consilium.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.consilium.clinical.FactKind;
import org.consilium.language.Messages;
import org.consilium.records.CaseFile;

/** What was read, for a person at a terminal: each file with its problems, then the counts per kind. */
final class ReadTable {
    private ReadTable() {}

    static String of(List<ReadCommand.ReadFile> files, CaseFile caseFile) {
        var lines = new ArrayList<String>();
        for (var file : files) {
            var reading = file.reading();
            lines.add("%-13s %-8s %6d  %s"
                    .formatted(
                            reading.format().word(),
                            reading.status().word(),
                            reading.facts().size(),
                            visible(file.path())));
            for (var problem : reading.problems()) {
                lines.add("    " + visible(Messages.english().say(problem.message())));
            }
        }
        lines.add("");
        counts(caseFile).forEach((kind, count) -> lines.add("%6d  %s".formatted(count, kind.word())));
        lines.add("%6d  facts in %d files".formatted(caseFile.facts().size(), files.size()));
        return String.join(System.lineSeparator(), lines);
    }

    /** One file on one line, with what is to be said of it. */
    static String line(ReadCommand.ReadFile file) {
        var reading = file.reading();
        var said = reading.problems().stream()
                .map(problem -> Messages.english().say(problem.message()))
                .toList();
        return visible("%-13s %-8s %6d  %s  %s"
                        .formatted(
                                reading.format().word(),
                                reading.status().word(),
                                reading.facts().size(),
                                file.path(),
                                String.join(" ", said)))
                .strip();
    }

    private static Map<FactKind, Integer> counts(CaseFile caseFile) {
        var counts = new TreeMap<FactKind, Integer>();
        caseFile.facts().forEach(fact -> counts.merge(fact.kind(), 1, Integer::sum));
        return counts;
    }

    /** Without characters that could command a terminal. */
    private static String visible(String words) {
        return words.replaceAll("\\p{Cntrl}", " ");
    }
}
