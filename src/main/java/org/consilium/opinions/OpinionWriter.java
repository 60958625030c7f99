package org.consilium.opinions;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.consilium.clinical.Code;
import org.consilium.opinions.Opinion.Author;
import org.consilium.opinions.Opinion.Basis;
import org.consilium.opinions.Opinion.Convenience;
import org.consilium.opinions.Opinion.Diagnosis;
import org.consilium.opinions.Opinion.Measure;
import org.consilium.opinions.Opinion.Money;
import org.consilium.opinions.Opinion.Stage;
import org.consilium.opinions.Opinion.Treatment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Turns an opinion into JSON; the keys in the order of the schema, the unknown left out. */
final class OpinionWriter {
    private final ObjectNode node = OpinionJson.object();

    private OpinionWriter() {}

    static ObjectNode opinion(Opinion it) {
        return new OpinionWriter()
                .put("id", it.id())
                .part("author", it.author(), OpinionWriter::author)
                .put("date", it.date())
                .part("basis", it.basis(), OpinionWriter::basis)
                .list("diagnoses", it.diagnoses(), OpinionWriter::diagnosis)
                .list("treatments", it.treatments(), OpinionWriter::treatment)
                .list(
                        "testsRequested",
                        it.testsRequested(),
                        test -> new OpinionWriter()
                                .put("text", test.text())
                                .list("codes", test.codes(), OpinionWriter::code)
                                .put("why", test.why())
                                .node)
                .part(
                        "urgency",
                        it.urgency(),
                        urgency -> new OpinionWriter()
                                .put("class", urgency.level())
                                .put("startBy", urgency.startBy())
                                .put("text", urgency.text())
                                .node)
                .put("certaintyStatement", it.certaintyStatement())
                .put("wouldChangeMind", it.wouldChangeMind())
                .put("conflictOfInterest", it.conflictOfInterest())
                .put("narrative", it.narrative())
                .node;
    }

    private static ObjectNode author(Author it) {
        return new OpinionWriter()
                .put("name", it.name())
                .put("specialty", it.specialty())
                .put("nucc", it.nucc())
                .put("npi", it.npi())
                .put("organisation", it.organisation())
                .put("country", it.country())
                .node;
    }

    private static ObjectNode basis(Basis it) {
        return new OpinionWriter()
                .put("examinedPatient", it.examinedPatient())
                .put("knewFirstOpinion", it.knewFirstOpinion())
                .list(
                        "saw",
                        it.saw(),
                        seen -> new OpinionWriter()
                                .put("kind", seen.kind())
                                .put("what", seen.what())
                                .put("date", seen.date())
                                .node)
                .node;
    }

    private static ObjectNode diagnosis(Diagnosis it) {
        return new OpinionWriter()
                .put("role", it.role())
                .put("text", it.text())
                .list("codes", it.codes(), OpinionWriter::code)
                .put("certainty", it.certainty())
                .put("bodySite", it.bodySite())
                .put("laterality", it.laterality())
                .part("stage", it.stage(), OpinionWriter::stage)
                .put("grade", it.grade())
                .list(
                        "markers",
                        it.markers(),
                        marker -> new OpinionWriter()
                                .put("name", marker.name())
                                .put("result", marker.result())
                                .put("value", marker.value())
                                .node)
                .node;
    }

    private static ObjectNode stage(Stage it) {
        return new OpinionWriter()
                .put("system", it.system())
                .put("type", it.type())
                .put("group", it.group())
                .put("t", it.t())
                .put("n", it.n())
                .put("m", it.m())
                .node;
    }

    private static ObjectNode treatment(Treatment it) {
        return new OpinionWriter()
                .put("text", it.text())
                .put("stance", it.stance())
                .put("kind", it.kind())
                .list("codes", it.codes(), OpinionWriter::code)
                .put("laterality", it.laterality())
                .put("detail", it.detail())
                .put("intent", it.intent())
                .put("order", it.order())
                .part(
                        "timing",
                        it.timing(),
                        timing -> new OpinionWriter()
                                .put("startBy", timing.startBy())
                                .put("withinDays", timing.withinDays())
                                .put("text", timing.text())
                                .node)
                .list("benefits", it.benefits(), OpinionWriter::measure)
                .list("harms", it.harms(), OpinionWriter::measure)
                .part(
                        "cost",
                        it.cost(),
                        cost -> new OpinionWriter()
                                .part("total", cost.total(), OpinionWriter::money)
                                .part("patientShare", cost.patientShare(), OpinionWriter::money)
                                .node)
                .part("convenience", it.convenience(), OpinionWriter::convenience)
                .list(
                        "evidence",
                        it.evidence(),
                        evidence -> new OpinionWriter()
                                .put("text", evidence.text())
                                .put("level", evidence.level())
                                .put("reference", evidence.reference())
                                .put("year", evidence.year())
                                .node)
                .node;
    }

    private static ObjectNode measure(Measure it) {
        return new OpinionWriter()
                .put("what", it.what())
                .put("count", it.count())
                .put("low", it.low())
                .put("high", it.high())
                .put("of", it.of())
                .put("without", it.without())
                .put("timeframe", it.timeframe())
                .put("severity", it.severity())
                .put("lasting", it.lasting())
                .put("source", it.source())
                .node;
    }

    private static ObjectNode money(Money it) {
        return new OpinionWriter()
                .put("amount", it.amount())
                .put("currency", it.currency())
                .put("source", it.source())
                .node;
    }

    private static ObjectNode convenience(Convenience it) {
        return new OpinionWriter()
                .put("visits", it.visits())
                .put("nights", it.nights())
                .put("daysOffWork", it.daysOffWork())
                .put("travelKm", it.travelKm())
                .put("recovery", it.recovery())
                .node;
    }

    private static ObjectNode code(Code it) {
        return new OpinionWriter()
                .put("system", it.system())
                .put("code", it.code())
                .put("display", it.display())
                .node;
    }

    private OpinionWriter put(String key, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Integer whole -> node.put(key, whole);
            case BigDecimal number -> node.put(key, number);
            case Boolean yes -> node.put(key, yes);
            default -> node.put(key, value.toString());
        }
        return this;
    }

    private <T> OpinionWriter part(String key, @Nullable T value, Function<T, ObjectNode> write) {
        if (value != null) {
            node.set(key, write.apply(value));
        }
        return this;
    }

    private <T> OpinionWriter list(String key, List<T> values, Function<T, ObjectNode> write) {
        if (!values.isEmpty()) {
            var array = node.putArray(key);
            values.forEach(value -> array.add(write.apply(value)));
        }
        return this;
    }
}
