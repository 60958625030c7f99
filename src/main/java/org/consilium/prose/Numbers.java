package org.consilium.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads numbers with a decimal point or a decimal comma, as the document itself writes them. A number that could be read both
 * ways stays words.
 */
public final class Numbers {
    private static final Pattern POINT = Pattern.compile("(?<![\\d.,/])\\d+\\.(?:\\d{1,2}|\\d{4,6})(?![\\d.,/])");
    private static final Pattern COMMA = Pattern.compile("(?<![\\d.,/])\\d+,(?:\\d{1,2}|\\d{4,6})(?![\\d.,/])");
    private static final Pattern ZERO_POINT = Pattern.compile("(?<![\\d.,/])0\\.\\d+");
    private static final Pattern ZERO_COMMA = Pattern.compile("(?<![\\d.,/])0,\\d+");
    private static final int MOST_DIGITS = 12;

    private enum Mark {
        POINT,
        COMMA,
        UNKNOWN
    }

    private final Mark mark;

    private Numbers(Mark mark) {
        this.mark = mark;
    }

    public static Numbers of(List<Line> lines, boolean spanish) {
        var points = 0L;
        var commas = 0L;
        for (var line : lines) {
            for (var cell : line.cells()) {
                var text = cell.text();
                points += POINT.matcher(text).results().count()
                        + ZERO_POINT.matcher(text).results().count();
                commas += COMMA.matcher(text).results().count()
                        + ZERO_COMMA.matcher(text).results().count();
            }
        }
        if (points > commas * 3) {
            return new Numbers(Mark.POINT);
        }
        if (commas > points * 3) {
            return new Numbers(Mark.COMMA);
        }
        return new Numbers(spanish || commas > 0 ? Mark.UNKNOWN : Mark.POINT);
    }

    /** The number, or nothing when it is none or could be two. */
    public Optional<BigDecimal> read(String text) {
        var digits = text.strip();
        if (digits.length() > MOST_DIGITS || !digits.matches("\\d[\\d.,]*\\d|\\d")) {
            return Optional.empty();
        }
        if (digits.matches("\\d+")) {
            return Optional.of(new BigDecimal(digits));
        }
        if (digits.matches("\\d{1,3}(?:,\\d{3})+\\.\\d+")) {
            return Optional.of(new BigDecimal(digits.replace(",", "")));
        }
        if (digits.matches("\\d{1,3}(?:\\.\\d{3})+,\\d+")) {
            return Optional.of(new BigDecimal(digits.replace(".", "").replace(',', '.')));
        }
        if (digits.matches("\\d{1,3}(?:,\\d{3}){2,}|\\d{1,3}(?:\\.\\d{3}){2,}")) {
            return Optional.of(new BigDecimal(digits.replaceAll("[.,]", "")));
        }
        if (digits.matches("\\d+[.,]\\d+")) {
            return single(digits);
        }
        return Optional.empty();
    }

    private Optional<BigDecimal> single(String digits) {
        var decimal = digits.replace(',', '.');
        var could = digits.matches("[1-9]\\d{0,2}[.,]\\d{3}");
        if (!could) {
            return Optional.of(new BigDecimal(decimal));
        }
        var comma = digits.indexOf(',') >= 0;
        return switch (mark) {
            case POINT -> Optional.of(new BigDecimal(comma ? digits.replace(",", "") : digits));
            case COMMA -> Optional.of(new BigDecimal(comma ? decimal : digits.replace(".", "")));
            case UNKNOWN -> Optional.empty();
        };
    }
}
