package org.consilium.comparison;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.consilium.opinions.Opinion.Stage;
import org.jspecify.annotations.Nullable;

/**
 * Stage and grade in a form that can be compared. The lines at which treatment often changes are a proposal of this project
 * for review by clinicians: stage 0 | I and II | III | IV; N0 | N1 and more; M0 | M1; Tis | T1 and T2 | T3 and T4;
 * of the bladder T up to T1 | T2 and more (into the muscle: EAU guidelines tell the two apart);
 * grade 1 and 2 | 3 and 4; prostate grade groups 1 | 2 | 3 | 4 and 5.
 */
final class Staging {
    private static final Pattern GROUP =
            Pattern.compile("(?:stage|estadio|est\\.)?\\s*(IV|III|II|I|0|1|2|3|4)\\s*([A-E]\\d?)?");
    private static final Pattern TUMOUR = Pattern.compile("[a-z]*T(IS|A|[0-4]).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern NODES = Pattern.compile("[a-z]*N([0-3]).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern METASTASES = Pattern.compile("[a-z]*M([01]).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern GLEASON =
            Pattern.compile("(?:gleason\\s*)?(?:score\\s*)?(?:\\d+\\s*\\(?=?\\s*)?([3-5])\\s*\\+\\s*([3-5]).*");
    private static final Pattern GRADE_GROUP =
            Pattern.compile("(?:isup|grade group|gg|gleason grade group)\\s*(?:grade|group)?\\s*([1-5])");
    private static final Pattern GRADE = Pattern.compile(
            "(?:who|nottingham|fnclcc|fuhrman|figo|cns who)?\\s*(?:histologic\\s*)?(?:grade|grado|g)?\\s*(iv|iii|ii|i|[1-4])");

    private Staging() {}

    /** Stage 0 to 4 with its letter. */
    record Group(int number, String letter) {
        int band() {
            return switch (number) {
                case 0 -> 0;
                case 1, 2 -> 1;
                case 3 -> 2;
                default -> 3;
            };
        }
    }

    /** A grade on its scale; grades of different scales are not comparable. */
    record Grade(String scale, int number) {
        int band() {
            if (scale.equals("prostate")) {
                return Math.min(number, 4);
            }
            return number <= 2 ? 0 : 1;
        }
    }

    static Optional<Group> group(@Nullable Stage stage) {
        if (stage == null || stage.group() == null) {
            return Optional.empty();
        }
        var matcher = GROUP.matcher(stage.group()
                .strip()
                .toUpperCase(Locale.ROOT)
                .replace("STAGE", "")
                .replace("ESTADIO", "")
                .strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Group(roman(matcher.group(1)), matcher.group(2) == null ? "" : matcher.group(2)));
    }

    /** T as 0 (in situ or none), 1 for T1 and T2, 2 for T3 and T4; of the bladder 1 up to T1, 2 from T2. */
    static OptionalInt tumourBand(@Nullable Stage stage, boolean bladder) {
        if (stage == null || stage.t() == null) {
            return OptionalInt.empty();
        }
        var matcher = TUMOUR.matcher(stage.t().strip());
        if (!matcher.matches()) {
            return OptionalInt.empty();
        }
        var shallow = !Character.isDigit(matcher.group(1).charAt(0));
        var size = shallow ? 0 : Integer.parseInt(matcher.group(1));
        if (bladder) {
            return OptionalInt.of(size <= 1 ? 1 : 2);
        }
        return OptionalInt.of(size == 0 ? 0 : size <= 2 ? 1 : 2);
    }

    /** N as 0 (none) or 1. */
    static OptionalInt nodeBand(@Nullable Stage stage) {
        return stage == null ? OptionalInt.empty() : band(NODES, stage.n());
    }

    /** M as 0 or 1. */
    static OptionalInt metastasisBand(@Nullable Stage stage) {
        return stage == null ? OptionalInt.empty() : band(METASTASES, stage.m());
    }

    private static OptionalInt band(Pattern pattern, @Nullable String text) {
        if (text == null) {
            return OptionalInt.empty();
        }
        var matcher = pattern.matcher(text.strip());
        return matcher.matches() ? OptionalInt.of(matcher.group(1).equals("0") ? 0 : 1) : OptionalInt.empty();
    }

    /** The family of the staging system, without its edition; AJCC, UICC and TNM are one. */
    static Optional<String> system(@Nullable Stage stage) {
        if (stage == null || stage.system() == null || stage.system().isBlank()) {
            return Optional.empty();
        }
        var letters = stage.system().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        if (letters.contains("ajcc") || letters.contains("uicc") || letters.contains("tnm")) {
            return Optional.of("tnm");
        }
        return Optional.of(letters.replaceAll("(th|rd|nd|st)?(edition|ed)$", ""));
    }

    static Optional<Grade> grade(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var words = text.strip().toLowerCase(Locale.ROOT);
        var gleason = GLEASON.matcher(words);
        if (gleason.matches()) {
            return Optional.of(new Grade(
                    "prostate", gradeGroup(Integer.parseInt(gleason.group(1)), Integer.parseInt(gleason.group(2)))));
        }
        var group = GRADE_GROUP.matcher(words);
        if (group.matches()) {
            return Optional.of(new Grade("prostate", Integer.parseInt(group.group(1))));
        }
        var grade = GRADE.matcher(words);
        if (grade.matches()) {
            return Optional.of(new Grade("grade", roman(grade.group(1).toUpperCase(Locale.ROOT))));
        }
        return switch (words.replace(" grade", "")) {
            case "low", "well differentiated", "bajo" -> Optional.of(new Grade("words", 1));
            case "intermediate", "moderately differentiated", "intermedio" -> Optional.of(new Grade("words", 2));
            case "high", "poorly differentiated", "alto" -> Optional.of(new Grade("words", 3));
            default -> Optional.empty();
        };
    }

    /** ISUP 2014: 3+3 is 1, 3+4 is 2, 4+3 is 3, a sum of 8 is 4, above is 5. */
    private static int gradeGroup(int first, int second) {
        var sum = first + second;
        if (sum == 7) {
            return first == 3 ? 2 : 3;
        }
        return sum <= 6 ? 1 : Math.min(sum - 4, 5);
    }

    private static int roman(String number) {
        return switch (number) {
            case "I" -> 1;
            case "II" -> 2;
            case "III" -> 3;
            case "IV" -> 4;
            default -> Integer.parseInt(number);
        };
    }
}
