package org.consilium.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.consilium.language.Messages;
import org.junit.jupiter.api.Test;

class Icd10TitlesTest {
    private static final Locale SPANISH = Locale.of("es");
    private static final int LONGEST_TITLE = 80;

    @Test
    void everyCodeHasThePlainTitleOfItsCategory() {
        assertThat(title("C50.911", Locale.ENGLISH)).isEqualTo("Cancer of the breast");
        assertThat(title("c50911", SPANISH)).isEqualTo("Cáncer de mama");
        assertThat(title("E11.9", Locale.ENGLISH)).isEqualTo("Type 2 diabetes");
        assertThat(title("I21.4", Locale.ENGLISH)).isEqualTo("Heart attack, new");
        assertThat(title("I64", SPANISH)).as("only in the ICD-10 of the WHO").startsWith("Ataque cerebral");
    }

    @Test
    void whatIsNoCodeHasNoTitle() {
        assertThat(Icd10.title("")).isEmpty();
        assertThat(Icd10.title("breast")).isEmpty();
        assertThat(Icd10.title("A11")).as("a code nobody has assigned").isEmpty();
        assertThat(Icd10.title("C50" + "1".repeat(1_000_000))).isEmpty();
        assertThat(Icd10.place("no code")).isEmpty();
    }

    @Test
    void aCategoryWeDoNotKnowIsNamedByItsBlock() {
        assertThat(Icd10.title("F85.1"))
                .contains(Icd10.place("F84.0").orElseThrow().block());
    }

    @Test
    void aCodeHasAPlaceInTheTree() {
        var lung = Icd10.place("C34.90").orElseThrow();
        assertThat(lung.chapter()).isEqualTo(Chapter.II);
        assertThat(lung.block().code()).isEqualTo("C30-C39");
        assertThat(lung.category().code()).isEqualTo("C34");
        assertThat(lung.path(Locale.ENGLISH))
                .containsExactly("Tumors and cancer", "Cancers of the lungs, airways and chest", "Cancer of the lung");
        assertThat(Icd10.place("C50.1").orElseThrow().path(SPANISH))
                .as("a block of one category is named once")
                .containsExactly("Tumores y cáncer", "Cáncer de mama");
        assertThat(Icd10.place("C80.1").orElseThrow().block().code()).isEqualTo("C76-C80");
    }

    @Test
    void titlesAreShortAndTellTheCategoriesOfABlockApart() {
        for (var table : tables()) {
            var seen = new HashSet<String>();
            assertThat(table).hasSizeGreaterThan(900).allSatisfy(title -> {
                for (var locale : Messages.SPOKEN) {
                    var words = title.in(locale);
                    assertThat(words).hasSizeLessThanOrEqualTo(LONGEST_TITLE).doesNotContain("NEC", "nspecified");
                    var block = title.code().length() == 3
                            ? Icd10.block(title.code()).orElseThrow()
                            : "blocks";
                    assertThat(seen.add(block + locale + words.toLowerCase(locale)))
                            .as(title.code() + " " + words)
                            .isTrue();
                }
            });
        }
    }

    @Test
    void everyLineOfTheTablesIsReadAndEveryBlockHasATitle() {
        for (var path : paths()) {
            assertThat(Icd10Titles.read(Lines.of(path)))
                    .hasSameSizeAs(Lines.of(path).toList());
        }
        var blocks = Lines.of("/terminology/blocks.txt")
                .flatMap(line -> Stream.of(line.split(" ")))
                .toList();
        var titled =
                tables().stream().flatMap(List::stream).map(Icd10Title::code).toList();
        assertThat(blocks).hasSizeGreaterThan(100);
        assertThat(titled).containsAll(blocks);
    }

    @Test
    void everyCategoryOfTheRealTableHasATitleInBothLanguages() throws Exception {
        var real = categories();
        if (real.isEmpty()) {
            System.out.println("no ICD-10-CM table beside the project: the titles are not checked against it");
            return;
        }
        assertThat(real).hasSizeGreaterThan(1_800).allSatisfy(code -> {
            assertThat(Icd10.title(code)).map(Icd10Title::code).contains(code);
            assertThat(Icd10.place(code)).isPresent();
            assertThat(Icd10.block(code)).isPresent();
        });
    }

    @Test
    void readingATableIsBounded() {
        var endless = IntStream.iterate(0, i -> i + 1).mapToObj(i -> "A" + i + "\tone\tuno");
        assertThat(Icd10Titles.read(endless)).hasSize(Icd10Titles.MOST_LINES);
        assertThat(Icd10Titles.read(Stream.of(
                        "A00", "A00\tone", "A00\t \tuno", "A00\tone\tuno\t", "A01\t" + "x".repeat(500) + "\tuno")))
                .isEmpty();
        assertThat(Icd10Titles.read(Stream.of("A00\tone\tuno", "A00\ttwo\tdos")))
                .hasSize(1);
    }

    @Test
    void findsCategoriesByWordsBeginningsAndCodes() {
        assertThat(Icd10Titles.search("heart attack", 3))
                .first()
                .matches(title -> title.code().equals("I21"));
        assertThat(Icd10Titles.search("cancer of the breast", 3))
                .first()
                .matches(title -> title.code().equals("C50"));
        assertThat(Icd10Titles.search("CANCER mama", 3))
                .first()
                .matches(title -> title.code().equals("C50"));
        assertThat(Icd10Titles.search("migr", 3))
                .first()
                .matches(title -> title.code().equals("G43"));
        assertThat(Icd10Titles.search("k50.90", 3)).extracting(Icd10Title::code).containsExactly("K50");
        assertThat(Icd10Titles.search("hemorrhoids", 9))
                .extracting(Icd10Title::code)
                .containsExactly("K64");
        assertThat(Icd10Titles.search("older code", 9)).as("not in ICD-10-CM").isEmpty();
        assertThat(Icd10Titles.search("of the", 9)).isEmpty();
        assertThat(Icd10Titles.search("cancer", 7)).hasSize(7);
        assertThat(Icd10Titles.search("cancer", 0)).isEmpty();
    }

    @Property
    void searchTakesAnyText(@ForAll String text) {
        assertThat(Icd10Titles.search(text, 5)).hasSizeLessThanOrEqualTo(5);
        assertThat(Icd10.title(text).isPresent()).isEqualTo(Icd10.place(text).isPresent());
    }

    private static String title(String code, Locale locale) {
        return Icd10.title(code).orElseThrow().in(locale);
    }

    private static List<String> paths() {
        return List.of("/terminology/categories-a.txt", "/terminology/categories-n.txt");
    }

    private static List<List<Icd10Title>> tables() {
        return paths().stream().map(path -> Icd10Titles.read(Lines.of(path))).toList();
    }

    /** The categories of ICD-10-CM from the real files beside the project; empty when there are none. */
    private static List<String> categories() throws Exception {
        var file = Path.of("target/shared-data/ontology/jackwasey+icd.data/derived-csv/icd10cm2019.csv");
        var unpack = Path.of("../shared/data/unpack");
        if (!Files.exists(file) && Files.exists(unpack)) {
            new ProcessBuilder(unpack.toAbsolutePath().toString(), "target/shared-data", "ontology")
                    .inheritIO()
                    .start()
                    .waitFor();
        }
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.substring(0, line.indexOf(',')).replace("\"", ""))
                    .filter(code -> code.matches("[A-Z][0-9][0-9A-Z]{1,5}"))
                    .map(Icd10::category)
                    .distinct()
                    .toList();
        }
    }
}
