package org.consilium.decision;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.decision.DecisionSummary.Doctor;
import org.consilium.decision.DecisionSummary.OptionLine;
import org.consilium.decision.DecisionSummary.Says;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion;
import org.jspecify.annotations.Nullable;

/** What the opinions say, as lines of the summary. */
final class OpinionWords {
    private static final Set<String> CERTAINTIES = Set.of("confirmed", "likely", "possible", "unlikely", "ruled-out");
    private static final Set<String> SIDES = Set.of("left", "right", "bilateral", "midline");
    private static final Set<String> RESULTS = Set.of("positive", "negative", "equivocal", "not-tested");

    private final List<Opinion> opinions;

    OpinionWords(List<Opinion> opinions) {
        this.opinions = opinions;
    }

    List<Doctor> doctors() {
        return opinions.stream()
                .map(opinion -> new Doctor(name(opinion), detail(opinion)))
                .toList();
    }

    static Message name(Opinion opinion) {
        return asWritten(opinion.author().name());
    }

    private static Message detail(Opinion opinion) {
        var known = Stream.of(opinion.author().specialty(), opinion.author().organisation())
                .filter(Objects::nonNull)
                .filter(word -> !word.isBlank())
                .collect(Collectors.joining(", "));
        return known.isEmpty()
                ? Message.of("decision.doctor.date", opinion.date())
                : Message.of("decision.doctor.detail", known, opinion.date());
    }

    List<Says> diagnoses() {
        return says(opinion -> opinion.diagnoses().isEmpty()
                ? List.of(Message.of("decision.diagnosis.none"))
                : opinion.diagnoses().stream().map(OpinionWords::diagnosis).toList());
    }

    /** The tests wanted; doctors who want none are left out. */
    List<Says> tests() {
        return says(opinion -> opinion.testsRequested().stream()
                        .map(test -> with(asWritten(test.text()), test.why()))
                        .toList())
                .stream()
                .filter(said -> !said.lines().isEmpty())
                .toList();
    }

    private List<Says> says(Function<Opinion, List<Message>> lines) {
        return IntStream.range(0, opinions.size())
                .mapToObj(place -> new Says(place, lines.apply(opinions.get(place))))
                .toList();
    }

    private static Message diagnosis(Opinion.Diagnosis diagnosis) {
        var details = new ArrayList<Message>();
        if (known(diagnosis.certainty(), CERTAINTIES)) {
            details.add(Message.of("decision.certainty." + diagnosis.certainty()));
        }
        if (diagnosis.stage() != null) {
            stage(diagnosis.stage()).ifPresent(details::add);
        }
        if (diagnosis.grade() != null) {
            details.add(Message.of("decision.diagnosis.grade", diagnosis.grade()));
        }
        diagnosis.markers().forEach(marker -> details.add(marker(marker)));
        if (diagnosis.bodySite() != null) {
            details.add(asWritten(diagnosis.bodySite()));
        }
        if (known(diagnosis.laterality(), SIDES)) {
            details.add(Message.of("decision.side." + diagnosis.laterality()));
        }
        var name = switch (diagnosis.role()) {
            case "differential" -> Message.of("decision.diagnosis.differential", diagnosis.text());
            case "ruled-out" -> Message.of("decision.diagnosis.ruled-out", diagnosis.text());
            case "secondary" -> Message.of("decision.diagnosis.secondary", diagnosis.text());
            default -> asWritten(diagnosis.text());
        };
        return details.stream().reduce(name, (line, detail) -> Message.of("decision.measure.and", line, detail));
    }

    private static Optional<Message> stage(Opinion.Stage stage) {
        var tnm = Stream.of(stage.t(), stage.n(), stage.m()).filter(Objects::nonNull);
        var words = Stream.concat(Stream.ofNullable(stage.group()), tnm).collect(Collectors.joining(" "));
        return words.isBlank() ? Optional.empty() : Optional.of(Message.of("decision.diagnosis.stage", words));
    }

    private static Message marker(Opinion.Marker marker) {
        if (RESULTS.contains(marker.result())) {
            return Message.of("decision.marker." + marker.result(), marker.name());
        }
        return Message.of("decision.marker.value", marker.name(), Objects.requireNonNullElse(marker.value(), "?"));
    }

    List<OptionLine> options(Options options) {
        return IntStream.range(0, options.options().size())
                .mapToObj(place -> line(options.options().get(place), place))
                .toList();
    }

    private OptionLine line(Option option, int place) {
        return new OptionLine(
                option.id(),
                place < 26 ? String.valueOf((char) ('A' + place)) : String.valueOf(place + 1),
                option.name(),
                option.addedByTheProgram(),
                Stream.of(Option.Stance.values())
                        .flatMap(stance -> stance(option, stance))
                        .toList(),
                option.benefits().stream().map(this::said).toList(),
                option.harms().stream().map(this::said).toList(),
                option.voices().stream().flatMap(this::daily).toList());
    }

    private Stream<Message> stance(Option option, Option.Stance stance) {
        var key = "decision.stance." + stance.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return option.voices().stream()
                .filter(voice -> voice.stance() == stance)
                .map(voice -> {
                    var words = Message.of(key, name(opinions.get(voice.opinion())));
                    return with(words, voice.treatment().detail());
                });
    }

    private Message said(Option.Said said) {
        return by(said.opinion(), MeasureWords.of(said.measure()));
    }

    private Message by(int opinion, Message words) {
        return Message.of("decision.by", words, name(opinions.get(opinion)));
    }

    private Stream<Message> daily(Option.Voice voice) {
        var lines = new ArrayList<Message>();
        var cost = voice.treatment().cost();
        if (cost != null) {
            if (cost.total() != null) {
                lines.add(money("decision.cost.total", cost.total()));
            }
            if (cost.patientShare() != null) {
                lines.add(money("decision.cost.share", cost.patientShare()));
            }
        }
        life(voice.treatment().convenience()).ifPresent(lines::add);
        return lines.stream().map(line -> by(voice.opinion(), line));
    }

    /** What it asks of daily life, on one line. */
    private static Optional<Message> life(Opinion.@Nullable Convenience life) {
        if (life == null) {
            return Optional.empty();
        }
        var parts = new ArrayList<Message>();
        number(parts, "decision.daily.visits", life.visits());
        number(parts, "decision.daily.nights", life.nights());
        number(parts, "decision.daily.days-off", life.daysOffWork());
        number(parts, "decision.daily.travel", life.travelKm());
        if (life.recovery() != null && !life.recovery().isBlank()) {
            parts.add(Message.of("decision.daily.recovery", life.recovery()));
        }
        return parts.stream().reduce((line, part) -> Message.of("decision.daily.and", line, part));
    }

    private static void number(List<Message> lines, String key, @Nullable Number number) {
        if (number != null) {
            lines.add(Message.of(key, number instanceof BigDecimal exact ? exact.toPlainString() : number));
        }
    }

    private static Message money(String key, Opinion.Money money) {
        var words = Message.of(key, grouped(money.amount()), money.currency());
        var source = money.source();
        return source == null || source.isBlank() ? words : Message.of("decision.measure.source", words, source);
    }

    /** Groups of three with a space that does not break: the same in every language. */
    private static String grouped(BigDecimal amount) {
        var plain = (amount.scale() > 0 && amount.stripTrailingZeros().scale() <= 0 ? amount.setScale(0) : amount)
                .toPlainString();
        return plain.replaceAll("(?<=\\d)(?=(\\d{3})+(?!\\d))(?<!\\.\\d{0,9})", "\u00a0");
    }

    private static Message with(Message words, @Nullable String detail) {
        return detail == null || detail.isBlank() ? words : Message.of("decision.with", words, detail);
    }

    private static boolean known(@Nullable String word, Set<String> words) {
        return word != null && words.contains(word);
    }

    private static Message asWritten(String words) {
        return Message.of("decision.asWritten", words);
    }
}
