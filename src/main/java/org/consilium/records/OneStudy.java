package org.consilium.records;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.jspecify.annotations.Nullable;

/**
 * One examination out of all that belongs to it: files with its pictures, tables of contents, what other records say of it.
 *
 * <p>Every part of the result depends only on the set of facts, and taking the result in again changes nothing. Series and
 * pictures are counted by the places of the sources: a source of a picture ends with {@code image/<series>/<picture>}, so
 * the same picture on two CDs counts once. Where a record states more than the files at hand show, its number stands.
 */
public final class OneStudy {
    private static final Pattern PICTURE = Pattern.compile("(?:.*!)?image/([0-9a-f]{12})/([0-9a-f]{12})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
    private static final int MOST_SITES = 10;

    private OneStudy() {}

    /** The UID when the fact is an examination that gives one. */
    public static Optional<String> uid(Fact fact) {
        return fact.kind() == FactKind.IMAGING ? fact.detail(Detail.STUDY) : Optional.empty();
    }

    /** @param group facts with one UID, at least one */
    public static Fact of(List<Fact> group) {
        var sorted = Order.fullestFirst(group);
        var first = sorted.getFirst();
        var codes = new TreeMap<String, Code>();
        var sources = new HashSet<Source>();
        for (var fact : sorted) {
            for (var code : fact.codes()) {
                codes.merge(Order.rank(code) + Sameness.code(code), code, Order::betterDisplay);
            }
            sources.addAll(fact.sources());
        }
        var places = new ArrayList<>(sources);
        places.sort(Comparator.comparing(Source::file).thenComparing(Source::at));
        return new Fact(
                first.kind(),
                List.copyOf(codes.values()),
                first.text(),
                date(sorted),
                sorted.stream()
                        .map(Fact::end)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                status(sorted),
                sorted.stream()
                        .map(Fact::value)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                details(sorted, places),
                places);
    }

    /**
     * The picture that a source is the place of.
     *
     * @param series digest of its series
     * @param picture digest of the picture itself
     */
    public record Picture(String series, String picture) {
        /** Empty when the source is no picture. */
        public static Optional<Picture> at(Source source) {
            var found = PICTURE.matcher(source.at());
            return found.matches() ? Optional.of(new Picture(found.group(1), found.group(2))) : Optional.empty();
        }
    }

    /** The examination with these pictures counted, where it does not state more itself. */
    public static Fact counted(Fact study, int series, int pictures) {
        var details = new EnumMap<Detail, String>(Detail.class);
        details.putAll(study.details());
        count(details, Detail.SERIES, series);
        count(details, Detail.INSTANCES, pictures);
        return new Fact(
                study.kind(),
                study.codes(),
                study.text(),
                study.date(),
                study.end(),
                study.status(),
                study.value(),
                details,
                study.sources());
    }

    /** The most exact, then the earliest. */
    private static @Nullable PartialDate date(List<Fact> facts) {
        return facts.stream()
                .map(Fact::date)
                .filter(Objects::nonNull)
                .min(Comparator.<PartialDate>comparingInt(
                                date -> -date.toString().length())
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static String status(List<Fact> facts) {
        var said = facts.stream()
                .map(Fact::status)
                .filter(status -> !status.equals("unknown"))
                .collect(Collectors.toSet());
        return said.contains("available")
                ? "available"
                : said.stream().sorted().findFirst().orElse("unknown");
    }

    private static Map<Detail, String> details(List<Fact> sorted, List<Source> sources) {
        var details = new EnumMap<Detail, String>(Detail.class);
        for (var fact : sorted) {
            fact.details()
                    .forEach((detail, words) -> details.merge(detail, words, (one, other) -> both(detail, one, other)));
        }
        var series = new HashSet<String>();
        var pictures = new HashSet<String>();
        for (var source : sources) {
            Picture.at(source).ifPresent(picture -> {
                series.add(picture.series());
                pictures.add(picture.picture());
            });
        }
        count(details, Detail.SERIES, series.size());
        count(details, Detail.INSTANCES, pictures.size());
        return details;
    }

    private static String both(Detail detail, String one, String other) {
        return switch (detail) {
            case IMAGES -> one.equals("yes") ? one : other;
            case SERIES, INSTANCES -> number(one) >= number(other) ? one : other;
            case LATERALITY -> one.equals(other) ? one : sides(one, other);
            case MODALITY -> union(one, other, " ", Integer.MAX_VALUE);
            case BODY_SITE -> union(one, other, "; ", MOST_SITES);
            default -> one;
        };
    }

    private static String sides(String one, String other) {
        var both = new TreeSet<>(List.of(one, other));
        return both.equals(new TreeSet<>(List.of("left", "right"))) || both.contains("bilateral")
                ? "bilateral"
                : both.first();
    }

    private static String union(String one, String other, String separator, int most) {
        var all = new TreeSet<>(Arrays.asList(one.split(separator)));
        all.addAll(Arrays.asList(other.split(separator)));
        return all.stream().limit(most).collect(Collectors.joining(separator));
    }

    private static void count(Map<Detail, String> details, Detail detail, int counted) {
        if (counted > number(details.getOrDefault(detail, ""))) {
            details.put(detail, String.valueOf(counted));
        }
    }

    private static int number(String written) {
        return NUMBER.matcher(written).matches() ? Integer.parseInt(written) : 0;
    }
}
