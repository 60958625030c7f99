package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consilium.clinical.Code;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.consilium.language.Message;
import org.junit.jupiter.api.Test;

class FactJsonTest {
    @Property(tries = 300)
    void whatIsWrittenIsReadBackEqual(@ForAll("facts") List<Fact> facts) {
        var out = new ByteArrayOutputStream();
        FactJson.write(facts, out);
        assertThat(FactJson.read(new ByteArrayInputStream(out.toByteArray()))).isEqualTo(facts);
    }

    @Test
    void halfASurrogatePairSurvives() {
        var fact = new Fact(
                FactKind.REPORT,
                List.of(),
                "broken \ud83d text",
                null,
                null,
                "final",
                null,
                Map.of(),
                List.of(new Source("f", "")));
        var out = new ByteArrayOutputStream();
        FactJson.write(List.of(fact), out);
        assertThat(FactJson.read(new ByteArrayInputStream(out.toByteArray()))).containsExactly(fact);
    }

    @Test
    void aCutFormIsAnErrorNotFewerFacts() {
        var fact = new Fact(
                FactKind.LAB,
                List.of(),
                "Hemoglobin",
                null,
                null,
                "final",
                null,
                Map.of(),
                List.of(new Source("f", "")));
        var out = new ByteArrayOutputStream();
        FactJson.write(List.of(fact, fact), out);
        var cut = new String(out.toByteArray(), StandardCharsets.UTF_8).substring(0, out.size() / 2 + 10);
        assertThatThrownBy(() -> FactJson.read(new ByteArrayInputStream(cut.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void allButTheFactsIsReadBackEqual() {
        var problem = new Problem(
                Problem.Severity.WARNING,
                Message.of(
                        "records.fhir.kept.other",
                        3,
                        4_000_000_000L,
                        new BigDecimal("1.50"),
                        LocalDate.of(2024, 2, 29),
                        "words ñ",
                        Message.of("records.empty")),
                "Bundle.entry[3]");
        var identity = new Identity(
                List.of("Ada Quintana"), PartialDate.parse("1961-04").orElseThrow(), Sex.FEMALE, List.of("urn:x|1"));
        var about = new AboutJson.About(
                "a.json",
                Format.FHIR_R4,
                Reading.Status.PARTLY,
                Map.of(FactKind.PLANNED_PROCEDURE, 2),
                List.of(problem),
                identity,
                Message.of("records.review.sex"),
                List.of(new Part(
                        "a.zip!b.json!",
                        "b.json",
                        Format.FHIR_R4,
                        Reading.Status.READ,
                        3,
                        List.of(problem),
                        identity)));
        assertThat(AboutJson.read(AboutJson.write(about))).isEqualTo(about);
        var bare = new AboutJson.About(
                "", Format.UNKNOWN, Reading.Status.KEPT, Map.of(), List.of(), null, null, List.of());
        assertThat(AboutJson.read(AboutJson.write(bare))).isEqualTo(bare);
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        return fact().list().ofMaxSize(5);
    }

    private static Arbitrary<Fact> fact() {
        var details = Arbitraries.maps(Arbitraries.of(Detail.class), words()).ofMaxSize(4);
        var sources = Combinators.combine(words(), words())
                .as(Source::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        var text = words().map(words -> words.isBlank() ? "x" : words);
        return Combinators.combine(
                        Arbitraries.of(FactKind.class),
                        codes(),
                        text,
                        date().injectNull(0.3),
                        date().injectNull(0.7),
                        words(),
                        value().injectNull(0.3))
                .flatAs((kind, codes, name, date, end, status, value) -> Combinators.combine(details, sources)
                        .as((more, places) -> new Fact(kind, codes, name, date, end, status, value, more, places)));
    }

    private static Arbitrary<List<Code>> codes() {
        return Combinators.combine(words(), words(), words().injectNull(0.3))
                .as(Code::new)
                .list()
                .ofMaxSize(3);
    }

    private static Arbitrary<PartialDate> date() {
        return Arbitraries.of("2024", "1950-02", "2024-02-29", "2024-03-05T10:15:00-05:00", "0001-01-01")
                .map(iso -> PartialDate.parse(iso).orElseThrow());
    }

    private static Arbitrary<Value> value() {
        var number = Combinators.combine(
                        Arbitraries.bigIntegers(), Arbitraries.integers().between(-30, 30))
                .as((BigInteger digits, Integer scale) -> new BigDecimal(digits, scale));
        Arbitrary<Value> quantity = Combinators.combine(
                        number, Arbitraries.of("<", ">=").injectNull(0.5), words().injectNull(0.3))
                .as(Value.Quantity::new);
        Arbitrary<Value> coded = Combinators.combine(codes(), words()).as(Value.Coded::new);
        return Arbitraries.oneOf(quantity, coded, words().map(Value.Words::new));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings().all().ofMaxLength(12);
    }
}
