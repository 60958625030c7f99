package org.consilium.opinions;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.consilium.clinical.Code;
import org.consilium.opinions.Opinion.Author;
import org.consilium.opinions.Opinion.Basis;
import org.consilium.opinions.Opinion.Convenience;
import org.consilium.opinions.Opinion.Cost;
import org.consilium.opinions.Opinion.Diagnosis;
import org.consilium.opinions.Opinion.Evidence;
import org.consilium.opinions.Opinion.Marker;
import org.consilium.opinions.Opinion.Measure;
import org.consilium.opinions.Opinion.Money;
import org.consilium.opinions.Opinion.Seen;
import org.consilium.opinions.Opinion.Stage;
import org.consilium.opinions.Opinion.TestRequest;
import org.consilium.opinions.Opinion.Timing;
import org.consilium.opinions.Opinion.Treatment;
import org.consilium.opinions.Opinion.UrgencyStatement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns JSON that the schema has accepted into an opinion. */
final class OpinionReader {
    private OpinionReader() {}

    static Opinion opinion(JsonNode json) {
        return new Opinion(
                text(json, "id"),
                author(json.get("author")),
                LocalDate.parse(words(json, "date")),
                part(json, "basis", OpinionReader::basis),
                list(json, "diagnoses", OpinionReader::diagnosis),
                list(json, "treatments", OpinionReader::treatment),
                list(
                        json,
                        "testsRequested",
                        test -> new TestRequest(words(test, "text"), codes(test), text(test, "why"))),
                part(
                        json,
                        "urgency",
                        it -> new UrgencyStatement(text(it, "class"), day(it, "startBy"), text(it, "text"))),
                text(json, "certaintyStatement"),
                text(json, "wouldChangeMind"),
                text(json, "conflictOfInterest"),
                text(json, "narrative"));
    }

    private static Author author(JsonNode json) {
        return new Author(
                words(json, "name"),
                text(json, "specialty"),
                text(json, "nucc"),
                text(json, "npi"),
                text(json, "organisation"),
                text(json, "country"));
    }

    private static Basis basis(JsonNode json) {
        return new Basis(
                yes(json, "examinedPatient"),
                yes(json, "knewFirstOpinion"),
                list(json, "saw", it -> new Seen(words(it, "kind"), text(it, "what"), text(it, "date"))));
    }

    private static Diagnosis diagnosis(JsonNode json) {
        return new Diagnosis(
                Objects.requireNonNullElse(text(json, "role"), "primary"),
                words(json, "text"),
                codes(json),
                text(json, "certainty"),
                text(json, "bodySite"),
                text(json, "laterality"),
                part(json, "stage", OpinionReader::stage),
                text(json, "grade"),
                list(json, "markers", it -> new Marker(words(it, "name"), words(it, "result"), text(it, "value"))));
    }

    private static Stage stage(JsonNode json) {
        return new Stage(
                text(json, "system"),
                text(json, "type"),
                text(json, "group"),
                text(json, "t"),
                text(json, "n"),
                text(json, "m"));
    }

    private static Treatment treatment(JsonNode json) {
        return new Treatment(
                words(json, "text"),
                words(json, "stance"),
                words(json, "kind"),
                codes(json),
                text(json, "laterality"),
                text(json, "detail"),
                text(json, "intent"),
                whole(json, "order"),
                part(json, "timing", it -> new Timing(day(it, "startBy"), whole(it, "withinDays"), text(it, "text"))),
                list(json, "benefits", OpinionReader::measure),
                list(json, "harms", OpinionReader::measure),
                part(
                        json,
                        "cost",
                        it -> new Cost(
                                part(it, "total", OpinionReader::money),
                                part(it, "patientShare", OpinionReader::money))),
                part(json, "convenience", OpinionReader::convenience),
                list(
                        json,
                        "evidence",
                        it -> new Evidence(
                                words(it, "text"), text(it, "level"), text(it, "reference"), whole(it, "year"))));
    }

    private static Measure measure(JsonNode json) {
        return new Measure(
                words(json, "what"),
                number(json, "count"),
                number(json, "low"),
                number(json, "high"),
                whole(json, "of"),
                number(json, "without"),
                text(json, "timeframe"),
                text(json, "severity"),
                yes(json, "lasting"),
                text(json, "source"));
    }

    private static Money money(JsonNode json) {
        var amount = Objects.requireNonNull(number(json, "amount"), "amount");
        return new Money(amount, words(json, "currency"), text(json, "source"));
    }

    private static Convenience convenience(JsonNode json) {
        return new Convenience(
                whole(json, "visits"),
                whole(json, "nights"),
                whole(json, "daysOffWork"),
                number(json, "travelKm"),
                text(json, "recovery"));
    }

    private static List<Code> codes(JsonNode json) {
        return list(json, "codes", it -> new Code(words(it, "system"), words(it, "code"), text(it, "display")));
    }

    private static <T> List<T> list(JsonNode json, String field, Function<JsonNode, T> item) {
        var items = new ArrayList<T>();
        for (var element : json.path(field)) {
            items.add(item.apply(element));
        }
        return items;
    }

    private static <T> @Nullable T part(JsonNode json, String field, Function<JsonNode, T> read) {
        var node = json.get(field);
        return node == null ? null : read.apply(node);
    }

    private static String words(JsonNode json, String field) {
        return Objects.requireNonNull(text(json, field), field);
    }

    private static @Nullable String text(JsonNode json, String field) {
        var node = json.get(field);
        return node == null ? null : node.stringValue();
    }

    private static @Nullable LocalDate day(JsonNode json, String field) {
        var text = text(json, field);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable Boolean yes(JsonNode json, String field) {
        var node = json.get(field);
        return node == null ? null : Boolean.valueOf(node.booleanValue());
    }

    private static @Nullable Integer whole(JsonNode json, String field) {
        var number = number(json, field);
        return number == null ? null : Integer.valueOf(number.intValueExact());
    }

    private static @Nullable BigDecimal number(JsonNode json, String field) {
        var node = json.get(field);
        return node == null ? null : plain(node.decimalValue());
    }

    /** One form for equal numbers, so that 10, 10.0 and 1e1 are the same. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
