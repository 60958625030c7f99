package org.consilium.triage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;

/** What a record says about a condition beside its code: stage, risk class, size, kind. Nothing is inferred. */
final class Traits {
    private static final Set<String> STAGE_GROUPS = Set.of("21908-9", "21902-2", "21914-7");
    private static final Pattern NAMED_STAGE =
            Pattern.compile("\\b(?:stage|estadio)\\s*(IV|III|II|I|0|[1-4])", Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE_STAGE = Pattern.compile("^\\s*(IV|III|II|I|0|[1-4])(?:[ABC]\\d?)?\\b.*");
    private static final Map<String, String> ROMAN = Map.of("1", "I", "2", "II", "3", "III", "4", "IV");
    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,3}(?:[.,]\\d)?)\\s?(cm|mm)\\b", Pattern.CASE_INSENSITIVE);

    private Traits() {}

    static boolean names(Held held, String words) {
        var index = new WordIndex<Boolean>();
        index.add(words, true);
        return said(held)
                .map(Text::of)
                .anyMatch(text ->
                        index.find(text).stream().anyMatch(hit -> !Negation.denies(text, hit.from(), hit.to())));
    }

    /** I to IV, or 0. */
    static Optional<String> stage(Held held, History history) {
        var own = said(held).flatMap(text -> find(NAMED_STAGE, text).stream()).findFirst();
        var detail = Optional.ofNullable(held.fact())
                .flatMap(fact -> fact.detail(Detail.STAGE))
                .flatMap(text -> find(BARE_STAGE, text));
        return detail.or(() -> own).or(() -> staged(held, history)).map(stage -> {
            var upper = stage.toUpperCase(Locale.ROOT);
            return ROMAN.getOrDefault(upper, upper);
        });
    }

    private static Optional<String> staged(Held held, History history) {
        if (held.groups().stream().noneMatch(group -> group.id().startsWith("CA-"))) {
            return Optional.empty();
        }
        return history.staging().stream()
                .filter(Traits::isStageGroup)
                .min(History.NEWEST_FIRST)
                .map(fact -> Objects.requireNonNull(fact.value()).text())
                .flatMap(text -> find(NAMED_STAGE, text).or(() -> find(BARE_STAGE, text)));
    }

    private static boolean isStageGroup(Fact fact) {
        return fact.value() != null
                && fact.codes().stream()
                        .anyMatch(code -> code.in(CodeSystems.LOINC) && STAGE_GROUPS.contains(code.code()));
    }

    /** low, intermediate or high. */
    static Optional<String> risk(Held held) {
        return Stream.of("high", "intermediate", "low")
                .filter(risk -> names(held, risk + " risk"))
                .findFirst();
    }

    /** The largest size that is named. */
    static Optional<Double> centimetres(Held held) {
        return said(held)
                .flatMap(text -> SIZE.matcher(text).results())
                .map(found -> Double.parseDouble(found.group(1).replace(',', '.'))
                        / (found.group(2).equalsIgnoreCase("mm") ? 10 : 1))
                .max(Double::compare);
    }

    private static Optional<String> find(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Stream<String> said(Held held) {
        var displays = held.codes().stream().map(Code::display).filter(Objects::nonNull);
        var fact = held.fact();
        var details = fact == null
                ? Stream.<String>empty()
                : List.of(Detail.STAGE, Detail.SEVERITY, Detail.NARRATIVE).stream()
                        .flatMap(detail -> fact.detail(detail).stream());
        return Stream.of(Stream.of(held.text()), displays, details).flatMap(texts -> texts);
    }
}
