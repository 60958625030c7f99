package org.consilium.comparison;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.consilium.comparison.Comparison.Criterion;
import org.consilium.comparison.Row.Said;
import org.consilium.comparison.Row.Topic;
import org.consilium.language.Message;
import org.consilium.opinions.Opinion.Convenience;
import org.consilium.opinions.Opinion.Cost;
import org.consilium.opinions.Opinion.Money;
import org.jspecify.annotations.Nullable;

/** What one option costs, in money and in daily life. What nobody says stays unknown. */
final class CostRows {
    private final Map<Integer, Option> group;
    private final int opinions;
    private final List<Row> rows = new ArrayList<>();

    private CostRows(Map<Integer, Option> group, int opinions) {
        this.group = group;
        this.opinions = opinions;
    }

    static List<Row> of(Map<Integer, Option> group, int opinions) {
        var costs = new CostRows(group, opinions);
        costs.money("total", Cost::total);
        costs.money("patientShare", Cost::patientShare);
        costs.life("visits", it -> whole(it.visits()));
        costs.life("nights", it -> whole(it.nights()));
        costs.life("daysOffWork", it -> whole(it.daysOffWork()));
        costs.life("travelKm", it -> Optional.ofNullable(it.travelKm()));
        costs.recovery();
        return costs.rows;
    }

    private static Optional<BigDecimal> whole(@Nullable Integer number) {
        return Optional.ofNullable(number).map(BigDecimal::valueOf);
    }

    private void money(String field, Function<Cost, @Nullable Money> part) {
        add(
                Topic.COST,
                field,
                option -> Optional.ofNullable(option.treatment().cost())
                        .map(part)
                        .map(money -> new Said<>(
                                money,
                                Message.of("comparison.cost.money", Texts.number(money.amount()), currency(money)),
                                option.at() + "/cost/" + field)),
                (one, other) -> {
                    if (!currency(one).equals(currency(other))) {
                        return Judgement.notComparable(
                                0, "C-OTHER-CURRENCY", Message.of("comparison.because.currency"));
                    }
                    return one.amount().compareTo(other.amount()) == 0 ? same() : apart();
                });
    }

    private static String currency(Money money) {
        return money.currency().strip().toUpperCase(Locale.ROOT);
    }

    private void life(String field, Function<Convenience, Optional<BigDecimal>> part) {
        add(
                Topic.LIFE,
                field,
                option -> Optional.ofNullable(option.treatment().convenience())
                        .flatMap(part)
                        .map(number -> new Said<>(
                                number,
                                number.compareTo(BigDecimal.ONE) == 0
                                        ? Message.of("comparison.life." + field + ".one")
                                        : Message.of("comparison.life." + field, Texts.number(number)),
                                option.at() + "/convenience/" + field)),
                (one, other) -> one.compareTo(other) == 0 ? same() : apart());
    }

    private void recovery() {
        add(
                Topic.LIFE,
                "recovery",
                option -> Optional.ofNullable(option.treatment().convenience())
                        .map(Convenience::recovery)
                        .map(text -> new Said<>(text, Texts.quote(text), option.at() + "/convenience/recovery")),
                (one, other) -> Texts.plain(one).equals(Texts.plain(other))
                        ? same()
                        : Judgement.notComparable(0, "C-WORDS", Message.of("comparison.because.costWords")));
    }

    private static Judgement same() {
        return Judgement.agrees("C-SAME");
    }

    private static Judgement apart() {
        return Judgement.differs(0, "C-DIFFERS", Message.of("comparison.because.cost"));
    }

    private <T> void add(
            Topic topic, String field, Function<Option, Optional<Said<T>>> words, BiFunction<T, T, Judgement> both) {
        var said = new TreeMap<Integer, Said<T>>();
        group.forEach((place, option) -> words.apply(option).ifPresent(it -> said.put(place, it)));
        Row.of(
                        Criterion.COST,
                        topic,
                        Message.of("comparison.about." + field, TreatmentRows.name(group)),
                        opinions,
                        said,
                        both,
                        only -> Judgement.onlyOne(0, "C-ONLY-ONE"))
                .ifPresent(rows::add);
    }
}
