package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Source;
import org.junit.jupiter.api.Test;

class OneStudyTest {
    private static final Map<Detail, String> PICTURE =
            Map.of(Detail.STUDY, "1.2.3", Detail.SERIES, "1", Detail.INSTANCES, "1", Detail.IMAGES, "yes");

    private static Fact picture(String file, int series, int number, Detail detail, String words) {
        var details = new EnumMap<>(PICTURE);
        details.put(detail, words);
        return fact("CT chest", "2024-03-05T10:15:30", details, file, "image/%012x/%012x".formatted(series, number));
    }

    private static Fact fact(String text, String date, Map<Detail, String> details, String file, String at) {
        return new Fact(
                FactKind.IMAGING,
                List.of(Code.of(CodeSystems.DICOM, details.getOrDefault(Detail.MODALITY, "CT"))),
                text,
                PartialDate.parse(date).orElse(null),
                null,
                "available",
                null,
                details,
                List.of(new Source(file, at)));
    }

    @Provide
    Arbitrary<List<Fact>> pieces() {
        var piece = Combinators.combine(
                        Arbitraries.of("1.2.3", "1.2.4", ""),
                        Arbitraries.of("CT", "PT", "CT PT", ""),
                        Arbitraries.of("left", "right", "bilateral", ""),
                        Arbitraries.of("", "2024", "2024-03-05", "2024-03-05T10:15:30", "2024-03-05T10:15:30+02:00"),
                        Arbitraries.of("", "1", "7", "07", "many"),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.of("a", "b", "c!x!", ""),
                        Arbitraries.of("CHEST", "ABDOMEN", "CHEST; HEAD", ""))
                .as((study, modality, side, date, count, number, file, site) -> {
                    var details = new EnumMap<Detail, String>(Detail.class);
                    put(details, Detail.STUDY, study);
                    put(details, Detail.MODALITY, modality);
                    put(details, Detail.LATERALITY, side);
                    put(details, Detail.INSTANCES, count);
                    put(details, Detail.BODY_SITE, site);
                    var at = number == 0 ? "Bundle.entry[0]" : "image/%012x/%012x".formatted(number % 2, number);
                    return fact("Scan " + modality + date, date, details, "f", file + at);
                });
        return piece.list().ofMaxSize(12);
    }

    private static void put(Map<Detail, String> details, Detail detail, String words) {
        if (!words.isEmpty()) {
            details.put(detail, words);
        }
    }

    @Property(tries = 500)
    void takingInAgainChangesNothingAndTheOrderMakesNoDifference(
            @ForAll("pieces") List<Fact> facts, @ForAll long seed) {
        var once = Merge.of(facts);
        var twice = new ArrayList<>(facts);
        twice.addAll(facts);
        Collections.shuffle(twice, new Random(seed));

        assertThat(Merge.of(once)).isEqualTo(once);
        assertThat(Merge.of(twice)).isEqualTo(once);
    }

    @Test
    void fiveThousandSlicesAreOneExaminationWithAllItsSources() {
        var slices = IntStream.range(0, 5_000)
                .mapToObj(number -> picture("slice" + number, number % 4, number, Detail.MODALITY, "CT"))
                .toList();

        var merged = Merge.of(slices);

        assertThat(merged).hasSize(1);
        assertThat(merged.getFirst().detail(Detail.SERIES)).hasValue("4");
        assertThat(merged.getFirst().detail(Detail.INSTANCES)).hasValue("5000");
        assertThat(merged.getFirst().sources()).hasSize(5_000);
    }

    @Test
    void theSamePictureOnTwoCdsCountsOnce() {
        var merged = Merge.of(List.of(
                picture("a", 1, 1, Detail.MODALITY, "CT"),
                picture("b", 1, 1, Detail.MODALITY, "CT"),
                picture("b", 1, 2, Detail.MODALITY, "CT")));

        assertThat(merged.getFirst().detail(Detail.INSTANCES)).hasValue("2");
        assertThat(merged.getFirst().detail(Detail.SERIES)).hasValue("1");
    }

    @Test
    void aTableOfContentsAndItsPicturesAreOneExaminationThatIsAtHand() {
        var listed = fact(
                "CT chest",
                "2024-03-05",
                Map.of(
                        Detail.STUDY, "1.2.3",
                        Detail.SERIES, "3",
                        Detail.INSTANCES, "120",
                        Detail.IMAGES, "no",
                        Detail.MODALITY, "CT PT"),
                "dicomdir",
                "(0004,1220)[2]");

        var merged = Merge.of(List.of(listed, picture("a", 1, 1, Detail.MODALITY, "CT")));

        assertThat(merged).hasSize(1);
        assertThat(merged.getFirst().details())
                .containsEntry(Detail.IMAGES, "yes")
                .containsEntry(Detail.INSTANCES, "120")
                .containsEntry(Detail.SERIES, "3")
                .containsEntry(Detail.MODALITY, "CT PT");
        assertThat(merged.getFirst().date()).hasToString("2024-03-05T10:15:30");
    }

    @Test
    void picturesOfBothSidesAreOfBothSides() {
        var merged = Merge.of(
                List.of(picture("a", 1, 1, Detail.LATERALITY, "left"), picture("b", 1, 2, Detail.LATERALITY, "right")));

        assertThat(merged.getFirst().detail(Detail.LATERALITY)).hasValue("bilateral");
    }

    @Test
    void twoExaminationsStayTwoEvenWhenTheyReadAlike() {
        var one = picture("a", 1, 1, Detail.STUDY, "1.2.3");
        var other = picture("b", 1, 1, Detail.STUDY, "1.2.4");

        assertThat(Merge.of(List.of(one, other))).hasSize(2);
    }
}
