package org.consilium.records;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.consilium.clinical.Value;
import org.jspecify.annotations.Nullable;

/** Facts and files for the tests of this room. */
final class Samples {
    static final Code ASTHMA = new Code(CodeSystems.SNOMED, "195967001", "Asthma");
    static final Code ASTHMA_ICD = new Code(CodeSystems.ICD10CM, "J45.909", "Unspecified asthma");

    private Samples() {}

    static Fact condition(String file, @Nullable String date, String status, Code... codes) {
        return fact(FactKind.CONDITION, file, date, status, null, Map.of(), codes);
    }

    static Fact lab(String file, String date, String number, Code code) {
        var value = new Value.Quantity(new BigDecimal(number), null, "g/dL");
        return fact(FactKind.LAB, file, date, "final", value, Map.of(), code);
    }

    static Fact fact(
            FactKind kind,
            String file,
            @Nullable String date,
            String status,
            @Nullable Value value,
            Map<Detail, String> details,
            Code... codes) {
        var text = codes.length == 0 ? "Something" : String.valueOf(codes[0].display());
        return new Fact(
                kind,
                List.of(codes),
                text,
                PartialDate.parse(date).orElse(null),
                null,
                status,
                value,
                details,
                List.of(new Source(file, "x")));
    }

    static Content file(Path folder, String name, byte[] bytes) throws IOException {
        var file = folder.resolve(name);
        Files.write(file, bytes);
        return new Content(name, name, file);
    }

    /** Facts that often say the same and often nearly the same. */
    static Arbitrary<List<Fact>> facts() {
        var codes = Arbitraries.of(
                        new Code(CodeSystems.SNOMED, "1", "One"),
                        new Code(CodeSystems.SNOMED, "2", "Two"),
                        new Code(CodeSystems.ICD10CM, "A1", "a"),
                        new Code(CodeSystems.ICD10CM, "A1", "another a"),
                        new Code("urn:local", "L", null),
                        new Code("", "?", "no system"))
                .list()
                .ofMaxSize(3);
        var fact = Combinators.combine(
                        Arbitraries.of(FactKind.CONDITION, FactKind.LAB, FactKind.ALLERGY, FactKind.REPORT),
                        codes,
                        Arbitraries.of(
                                "",
                                "2024",
                                "2024-05",
                                "2024-05-01",
                                "2024-06-02",
                                "2024-05-01T10:00:00Z",
                                "2024-05-01T12:00:30+02:00"),
                        Arbitraries.of("unknown", "active", "final", "refuted"),
                        Arbitraries.of("", "left", "right"),
                        Arbitraries.of("", "5", "5.0", "6"),
                        Arbitraries.of("a", "b", "c"))
                .as((kind, coded, date, status, side, number, file) -> fact(
                        kind,
                        file,
                        date,
                        status,
                        number.isEmpty() ? null : new Value.Quantity(new BigDecimal(number), null, "g"),
                        side.isEmpty() ? Map.of() : Map.of(Detail.LATERALITY, side),
                        coded.toArray(Code[]::new)));
        return fact.list().ofMaxSize(25);
    }
}
