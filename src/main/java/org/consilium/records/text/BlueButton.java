package org.consilium.records.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.consilium.records.Content;
import org.consilium.records.Format;
import org.consilium.records.Problem;
import org.consilium.records.Problem.Severity;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;

/**
 * The Blue Button text download of Medicare (MyMedicare.gov, now Medicare.gov) and of the Department of Veterans Affairs
 * (My HealtheVet): sections with lines of «name: value». The layout is that of the sample files both have published.
 */
final class BlueButton {
    private static final Pattern TITLE = Pattern.compile(
            "(?:MYMEDICARE\\.GOV|MEDICARE\\.GOV|MY\\s?HEALTH ?E ?VET|VA) PERSONAL (?:HEALTH )?INFORMATION"
                    + "|Produced by the (?:VA )?Blue Button");
    private static final Pattern RULE = Pattern.compile("[-=_*]{4,}");
    private static final Pattern HEADING = Pattern.compile("[-=_*]{2,}\\s*([^-=_*:]{3,60}?)\\s*[-=_*]{2,}");
    private static final Pattern COLUMNS = Pattern.compile(" {2,}(?=[A-Z][A-Za-z0-9 /'().#-]{1,40}:(?:\\s|$))");
    private static final Pattern FIELD = Pattern.compile("([A-Z][A-Za-z0-9 /'().,#&-]{1,60}?)\\s*:(?!//)\\s*(.*)");
    private static final int START = 4_000;
    private static final int MOST = 100_000;

    private final List<Group> groups = new ArrayList<>();
    private Group open = new Group("", 1, new ArrayList<>());
    private String section = "";
    private boolean afterRule;

    /** Lines that belong together: the person, one allergy, one claim. */
    record Group(String section, int line, List<Field> fields) {
        /** One line of «name: value»; the name in small letters. */
        record Field(String name, String value) {}

        /** The first value under one of these names; empty when there is none. */
        String first(Collection<String> names) {
            for (var name : names) {
                for (var field : fields) {
                    if (field.name.equals(name) && !field.value.isBlank()) {
                        return field.value;
                    }
                }
            }
            return "";
        }
    }

    private BlueButton() {}

    static boolean isOne(String text) {
        return TITLE.matcher(text.substring(0, Math.min(START, text.length()))).find();
    }

    static Reading read(Content content, String text) {
        var file = new BlueButton();
        file.gather(text.lines().toList());
        var facts = new ArrayList<Fact>();
        facts.add(Written.document(content, Written.clean(text)));
        for (var group : file.groups) {
            facts.addAll(BlueButtonFacts.of(group, content.label()));
        }
        var known = facts.size() > 1;
        var problem = new Problem(
                known ? Severity.INFORMATION : Severity.WARNING,
                Message.of(known ? "archive.bluebutton.own" : "records.kept.text"),
                "");
        return new Reading(
                Format.TEXT,
                known ? Status.READ : Status.KEPT,
                facts,
                List.of(problem),
                BlueButtonFacts.identity(file.groups));
    }

    private void gather(List<String> lines) {
        for (var index = 0; index < lines.size() && groups.size() < MOST; index++) {
            var line = lines.get(index).strip();
            if (!line.isEmpty()) {
                gather(line, index + 1);
            }
        }
        groups.add(open);
    }

    private void gather(String line, int number) {
        var heading = HEADING.matcher(line);
        if (heading.matches()) {
            start(heading.group(1), number);
        } else if (RULE.matcher(line).matches()) {
            afterRule = true;
            return;
        } else if (line.indexOf(':') < 0) {
            if (afterRule) {
                start(line, number);
            }
        } else {
            for (var column : COLUMNS.split(line)) {
                field(column.strip(), number);
            }
        }
        afterRule = false;
    }

    private void start(String heading, int number) {
        section = heading.strip().toLowerCase(Locale.ROOT);
        next(number);
    }

    private void next(int number) {
        groups.add(open);
        open = new Group(section, number, new ArrayList<>());
    }

    private void field(String text, int number) {
        var field = FIELD.matcher(text);
        if (!field.matches()) {
            return;
        }
        var name = field.group(1).toLowerCase(Locale.ROOT);
        if (open.fields().isEmpty()) {
            open = new Group(section, number, new ArrayList<>());
        } else if (BlueButtonFacts.begins(name, section)) {
            next(number);
        }
        open.fields().add(new Group.Field(name, field.group(2).strip()));
    }
}
