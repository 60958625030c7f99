package org.consilium.records.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.consilium.records.Identity;
import org.consilium.records.text.BlueButton.Group;
import org.jspecify.annotations.Nullable;

/** What one group of lines of a Blue Button download says. */
final class BlueButtonFacts {
    private static final Pattern NUMBER =
            Pattern.compile("([<>]=?)?\\s*(\\d{1,9}(?:\\.\\d{1,6})?)\\s*([A-Za-z%][A-Za-z%/^0-9.*]{0,19})?");
    private static final Pattern PROCEDURE = Pattern.compile("([A-Z]?\\d{4,5}[A-Z]?)\\s*-\\s*(.+)");
    private static final Pattern MONEY = Pattern.compile("\\$\\s*([\\d,]{1,12}(?:\\.\\d{2})?)");

    /** What a group is, by the name of its first line. */
    private record Sort(
            FactKind kind, List<String> names, List<String> dates, List<String> ends, List<String> values) {}

    private static final List<Sort> SORTS = List.of(
            new Sort(
                    FactKind.CONDITION,
                    List.of("condition name", "problem", "medical event", "diagnosis", "health condition"),
                    List.of(
                            "medical condition start date",
                            "onset date",
                            "start date",
                            "date/time entered",
                            "date entered",
                            "date"),
                    List.of("medical condition end date", "stop date", "end date", "resolved date"),
                    List.of()),
            new Sort(
                    FactKind.ALLERGY,
                    List.of("allergy name", "allergy"),
                    List.of("first episode date", "date entered", "date"),
                    List.of(),
                    List.of()),
            new Sort(
                    FactKind.MEDICATION,
                    List.of("drug name", "medication", "medication name"),
                    List.of("start date", "initially ordered on", "last filled on", "claim service date", "date"),
                    List.of("stop date", "end date"),
                    List.of()),
            new Sort(
                    FactKind.IMMUNIZATION,
                    List.of("immunization name", "immunization", "vaccine"),
                    List.of("date administered", "date received", "date"),
                    List.of(),
                    List.of()),
            new Sort(
                    FactKind.LAB,
                    List.of("test/lab type", "lab test", "test name"),
                    List.of("date taken", "date/time collected", "date performed", "date"),
                    List.of(),
                    List.of("results", "result")),
            new Sort(
                    FactKind.VITAL,
                    List.of("vital statistic type", "measurement type"),
                    List.of("date", "date taken"),
                    List.of(),
                    List.of("reading", "measurement", "value")),
            new Sort(
                    FactKind.DEVICE,
                    List.of("device name", "implanted device"),
                    List.of("date implanted", "date"),
                    List.of(),
                    List.of()),
            new Sort(
                    FactKind.PROCEDURE,
                    List.of("procedure", "surgery", "procedure code/description"),
                    List.of("date of service from", "date performed", "date"),
                    List.of(),
                    List.of()),
            new Sort(
                    FactKind.ENCOUNTER,
                    List.of("claim number"),
                    List.of("service start date", "claim service date", "date of service from"),
                    List.of("service end date"),
                    List.of()));
    private static final Map<Detail, List<String>> DETAILS = Map.of(
            Detail.REACTION, List.of("reaction"),
            Detail.SEVERITY, List.of("severity"),
            Detail.DOSE, List.of("dosage", "instructions", "supply"),
            Detail.PERFORMER, List.of("requesting doctor", "provider", "prescriber", "administered by"),
            Detail.REASON, List.of("reason test/lab requested", "reason for taking", "reason"),
            Detail.REFERENCE_RANGE, List.of("reference range"));

    private BlueButtonFacts() {}

    /** True for the name of a line that begins the next allergy, claim and so on. */
    static boolean begins(String name, String section) {
        return name.equals("line number")
                || name.equals("family member")
                || (name.equals("relationship") && section.contains("family"))
                || (SORTS.stream().anyMatch(sort -> sort.names.contains(name))
                        && !(name.equals("claim number") && section.startsWith("claim lines"))
                        && !name.equals("procedure code/description"));
    }

    static List<Fact> of(Group group, String file) {
        var source = List.of(new Source(file, "line " + group.line()));
        var facts = new ArrayList<Fact>();
        for (var sort : SORTS) {
            var name = group.first(sort.names);
            if (!name.isEmpty() && !isNothing(name)) {
                facts.add(fact(sort, name, group, source));
                return facts;
            }
        }
        var relative = group.first(List.of("family member", "relationship"));
        if (!relative.isEmpty() && group.section().contains("family")) {
            for (var field : group.fields()) {
                if (field.name().equals("description") && !isNothing(field.value())) {
                    facts.add(plain(FactKind.FAMILY_HISTORY, field.value(), Map.of(Detail.RELATIVE, relative), source));
                }
            }
        }
        return facts;
    }

    private static boolean isNothing(String value) {
        return value.isBlank() || value.toLowerCase(Locale.ROOT).matches("no information.*|none( recorded)?|n/a|-+");
    }

    private static Fact fact(Sort sort, String name, Group group, List<Source> source) {
        var details = new EnumMap<Detail, String>(Detail.class);
        DETAILS.forEach((detail, names) -> {
            var value = group.first(names);
            if (!isNothing(value)) {
                details.put(detail, value);
            }
        });
        if (sort.kind == FactKind.ENCOUNTER) {
            claim(group, details);
        }
        var procedure = PROCEDURE.matcher(name);
        var coded = sort.kind == FactKind.PROCEDURE && procedure.matches();
        return new Fact(
                sort.kind,
                coded ? List.of(code(procedure.group(1), procedure.group(2))) : drug(sort, group),
                sort.kind == FactKind.ENCOUNTER ? claimName(group, name) : coded ? procedure.group(2) : name,
                BlueButtonDates.parse(group.first(sort.dates)),
                BlueButtonDates.parse(group.first(sort.ends)),
                status(group),
                value(group.first(sort.values)),
                details,
                source);
    }

    private static Code code(String code, String words) {
        return new Code(code.matches("\\d{5}") ? CodeSystems.CPT : CodeSystems.HCPCS, code, words);
    }

    private static List<Code> drug(Sort sort, Group group) {
        var code = group.first(List.of("drug code"));
        return sort.kind == FactKind.MEDICATION && code.matches("\\d{11}")
                ? List.of(Code.of(CodeSystems.NDC, code))
                : List.of();
    }

    private static String status(Group group) {
        return switch (group.first(List.of("status")).toLowerCase(Locale.ROOT)) {
            case "active" -> "active";
            case "discontinued" -> "stopped";
            case "expired", "completed", "inactive" -> "completed";
            case "resolved" -> "resolved";
            default -> "unknown";
        };
    }

    private static String claimName(Group group, String number) {
        var provider = group.first(List.of("provider", "pharmacy name"));
        return isNothing(provider) ? number : provider;
    }

    private static void claim(Group group, Map<Detail, String> details) {
        var amounts = new ArrayList<String>();
        amount(group, "amount charged", "submitted", amounts);
        amount(group, "medicare approved", "approved", amounts);
        amount(group, "provider paid", "paid", amounts);
        amount(group, "you may be billed", "patient", amounts);
        if (!amounts.isEmpty()) {
            details.put(Detail.AMOUNT, String.join("; ", amounts));
        }
        var codes = group.fields().stream()
                .filter(field -> field.name().startsWith("diagnosis code") && !isNothing(field.value()))
                .map(Group.Field::value)
                .toList();
        if (!codes.isEmpty()) {
            details.put(Detail.REASON, String.join(", ", codes));
        }
    }

    private static void amount(Group group, String name, String word, List<String> amounts) {
        var money = MONEY.matcher(group.first(List.of(name)));
        if (money.find()) {
            amounts.add(word + " " + money.group(1).replace(",", "") + " USD");
        }
    }

    private static @Nullable Value value(String words) {
        if (isNothing(words)) {
            return null;
        }
        var number = NUMBER.matcher(words);
        return number.matches()
                ? new Value.Quantity(new BigDecimal(number.group(2)), number.group(1), number.group(3))
                : new Value.Words(words);
    }

    private static Fact plain(FactKind kind, String text, Map<Detail, String> details, List<Source> source) {
        return new Fact(kind, List.of(), text, null, null, "unknown", null, details, source);
    }

    /** Whose download it is, from the lines at its beginning. */
    static @Nullable Identity identity(Iterable<Group> groups) {
        var name = "";
        var born = "";
        var sex = "";
        for (var group : groups) {
            if (group.fields().isEmpty() || group.section().contains("emergency")) {
                continue;
            }
            name = name.isEmpty() ? group.first(List.of("name")) : name;
            born = born.isEmpty() ? group.first(List.of("date of birth")) : born;
            sex = sex.isEmpty() ? group.first(List.of("gender", "sex")) : sex;
            if (!born.isEmpty() && !name.isEmpty()) {
                break;
            }
        }
        if (name.isEmpty() && born.isEmpty()) {
            return null;
        }
        var known = switch (sex.toLowerCase(Locale.ROOT)) {
            case "male", "m" -> Sex.MALE;
            case "female", "f" -> Sex.FEMALE;
            default -> null;
        };
        var names = name.isEmpty() ? List.<String>of() : List.of(BlueButtonDates.nameInOrder(name));
        return new Identity(names, BlueButtonDates.parse(born), known, List.of());
    }
}
