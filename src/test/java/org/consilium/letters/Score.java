package org.consilium.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.consilium.letters.Labelled.Label;
import org.consilium.prose.Plain;

/** Counts, by kind of field, what was proposed, what of it is right, and what was missed. */
final class Score {
    /** Counts of one kind of field. */
    static final class Count {
        int right;
        int wrong;
        int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return right + missed == 0 ? 1 : (double) right / (right + missed);
        }
    }

    private static final List<String> ALWAYS =
            List.of("laterality", "stage/group", "stage/t", "stage/n", "stage/m", "grade");

    final Map<String, Count> counts = new TreeMap<>();
    final List<String> errors = new ArrayList<>();
    private Map<String, String> fields = Map.of();
    private String letter = "";

    Count of(String kind) {
        return counts.computeIfAbsent(kind, first -> new Count());
    }

    void add(Labelled labelled, LetterReading reading) {
        letter = labelled.name();
        fields = reading.proposals().stream()
                .collect(Collectors.toMap(Proposal::path, Proposal::value, (one, other) -> one));
        single(labelled, "author", "/author/name");
        single(labelled, "specialty", "/author/specialty");
        single(labelled, "organisation", "/author/organisation");
        single(labelled, "date", "/date");
        single(labelled, "examined", "/basis/examinedPatient");
        single(labelled, "urgency", "/urgency/text");
        single(labelled, "mind", "/wouldChangeMind");
        list(
                labelled,
                "saw",
                "/basis/saw",
                (label, entry) -> label.words().equals(at(entry, "kind"))
                        && (label.get("date").isEmpty() || label.get("date").equals(at(entry, "date"))));
        diagnoses(labelled);
        treatments(labelled);
        list(labelled, "test", "/testsRequested", (label, entry) -> alike(at(entry, "text"), label.words()));
        nested(
                labelled,
                "evidence",
                "evidence",
                (label, entry) -> alike(at(entry, "text"), label.words())
                        && (label.get("year").isEmpty() || label.get("year").equals(at(entry, "year")))
                        && (label.get("level").isEmpty() || label.get("level").equals(at(entry, "level"))));
        nested(labelled, "benefit", "benefits", this::isMeasure);
        nested(labelled, "harm", "harms", this::isMeasure);
    }

    private String at(String entry, String field) {
        return fields.getOrDefault(entry + "/" + field, "");
    }

    private static boolean alike(String one, String other) {
        var left = Plain.of(one);
        var right = Plain.of(other);
        return !left.isEmpty() && (left.contains(right) || right.contains(left));
    }

    private void single(Labelled labelled, String kind, String path) {
        var value = fields.get(path);
        var labels = labelled.of(kind);
        if (value == null) {
            labels.forEach(label -> missed(kind, label.words()));
        } else if (labels.isEmpty()) {
            wrong(kind, value);
        } else if (Plain.of(value).contains(Plain.of(labels.getFirst().words()))) {
            of(kind).right++;
        } else {
            wrong(kind, value);
            missed(kind, labels.getFirst().words());
        }
    }

    private List<String> entries(String list) {
        var found = new TreeSet<String>();
        for (var path : fields.keySet()) {
            if (path.matches(list + "/\\d+/.*")) {
                found.add(path.replaceFirst("^(" + list + "/\\d+)/.*", "$1"));
            }
        }
        return List.copyOf(found);
    }

    private Map<Label, String> list(Labelled labelled, String kind, String list, BiPredicate<Label, String> same) {
        return match(labelled, kind, entries(list), same);
    }

    private Map<Label, String> match(
            Labelled labelled, String kind, List<String> entries, BiPredicate<Label, String> same) {
        var open = new ArrayList<>(entries);
        var matched = new java.util.LinkedHashMap<Label, String>();
        for (var label : labelled.of(kind)) {
            var entry = open.stream().filter(each -> same.test(label, each)).findFirst();
            if (entry.isPresent()) {
                of(kind).right++;
                open.remove(entry.get());
                matched.put(label, entry.get());
            } else {
                missed(kind, label.words() + " " + label.more());
            }
        }
        open.forEach(entry -> wrong(
                kind,
                fields.entrySet().stream()
                        .filter(field -> field.getKey().startsWith(entry + "/"))
                        .map(field -> field.getKey().substring(entry.length() + 1) + "=" + field.getValue())
                        .sorted()
                        .collect(Collectors.joining(" | "))));
        return matched;
    }

    private void diagnoses(Labelled labelled) {
        var matched = list(
                labelled,
                "dx",
                "/diagnoses",
                (label, entry) -> alike(at(entry, "text"), label.words())
                        && label.get("role").equals("ruled-out")
                                == at(entry, "role").equals("ruled-out"));
        matched.forEach((label, entry) -> {
            attribute(label, "role", entry, "role");
            attribute(label, "certainty", entry, "certainty");
            attribute(label, "site", entry, "bodySite");
            attribute(label, "side", entry, "laterality");
            attribute(label, "group", entry, "stage/group");
            attribute(label, "t", entry, "stage/t");
            attribute(label, "n", entry, "stage/n");
            attribute(label, "m", entry, "stage/m");
            attribute(label, "grade", entry, "grade");
            markers(label, entry);
        });
    }

    private void markers(Label label, String entry) {
        var proposed = entries(entry + "/markers").stream()
                .map(each -> at(each, "name") + ":" + at(each, "result"))
                .toList();
        for (var marker : label.markers()) {
            if (proposed.contains(marker)) {
                of("dx marker").right++;
            } else {
                missed("dx marker", marker);
            }
        }
        proposed.stream().filter(each -> !label.markers().contains(each)).forEach(each -> wrong("dx marker", each));
    }

    private void treatments(Labelled labelled) {
        var matched = list(labelled, "tx", "/treatments", (label, entry) -> alike(at(entry, "text"), label.words()));
        matched.forEach((label, entry) -> {
            attribute(label, "stance", entry, "stance");
            attribute(label, "kind", entry, "kind");
            attribute(label, "side", entry, "laterality");
            attribute(label, "order", entry, "order");
            attribute(label, "within", entry, "timing/withinDays");
            attribute(label, "intent", entry, "intent");
            attribute(label, "detail", entry, "detail");
        });
    }

    private void attribute(Label label, String key, String entry, String field) {
        var kind = label.kind() + " " + (key.matches("group|t|n|m") ? "stage" : key);
        var wanted = label.get(key);
        var value = at(entry, field);
        if (wanted.isEmpty()) {
            if (!value.isEmpty() && ALWAYS.contains(field) && label.kind().equals("dx")) {
                wrong(kind, label.words() + ": " + value);
            }
        } else if (value.isEmpty()) {
            missed(kind, label.words() + ": " + wanted);
        } else if ((field.equals("detail") || field.equals("bodySite"))
                ? alike(value, wanted)
                : value.toLowerCase(Locale.ROOT).equals(wanted.toLowerCase(Locale.ROOT))) {
            of(kind).right++;
        } else {
            wrong(kind, label.words() + ": " + value + " for " + wanted);
            missed(kind, label.words() + ": " + wanted);
        }
    }

    private void nested(Labelled labelled, String kind, String list, BiPredicate<Label, String> same) {
        var entries = entries("/treatments").stream()
                .flatMap(treatment -> entries(treatment + "/" + list).stream())
                .toList();
        match(labelled, kind, entries, same);
    }

    private boolean isMeasure(Label label, String entry) {
        var treatment = entry.replaceFirst("^(/treatments/\\d+)/.*", "$1");
        return alike(at(entry, "what"), label.words())
                && (label.get("tx").isEmpty() || alike(at(treatment, "text"), label.get("tx")))
                && at(entry, "count").equals(label.get("count"))
                && at(entry, "low").equals(label.get("low"))
                && at(entry, "high").equals(label.get("high"))
                && at(entry, "of").equals(label.get("of"))
                && at(entry, "without").equals(label.get("without"))
                && (label.get("time").isEmpty() || alike(at(entry, "timeframe"), label.get("time")));
    }

    private void wrong(String kind, String what) {
        of(kind).wrong++;
        errors.add(letter + " " + kind + " wrong: " + what);
    }

    private void missed(String kind, String what) {
        of(kind).missed++;
        errors.add(letter + " " + kind + " missed: " + what);
    }

    /** A table: one line for each kind of field. */
    String table() {
        var table = new StringBuilder(
                "| field | right | wrong | missed | precision | recall |\n|---|---|---|---|---|---|\n");
        var all = new Count();
        counts.forEach((kind, count) -> {
            line(table, kind, count);
            all.right += count.right;
            all.wrong += count.wrong;
            all.missed += count.missed;
        });
        line(table, "all", all);
        return table.toString();
    }

    private static void line(StringBuilder table, String kind, Count count) {
        table.append(String.format(
                Locale.ROOT,
                "| %s | %d | %d | %d | %.3f | %.3f |%n",
                kind,
                count.right,
                count.wrong,
                count.missed,
                count.precision(),
                count.recall()));
    }
}
