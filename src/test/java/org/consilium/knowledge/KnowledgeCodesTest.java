package org.consilium.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.junit.jupiter.api.Test;

class KnowledgeCodesTest {
    private final Knowledge knowledge = KnowledgeBase.load();

    @Test
    void snomedCodesHaveAValidCheckDigit() {
        assertThat(codes(CodeSystems.SNOMED)).hasSizeGreaterThan(500).allMatch(CheckDigits::verhoeff);
        assertThat(CheckDigits.verhoeff("254837009")).isTrue();
        assertThat(CheckDigits.verhoeff("254837008")).isFalse();
    }

    @Test
    void loincCodesHaveAValidCheckDigit() {
        assertThat(codes(CodeSystems.LOINC)).hasSizeGreaterThan(150).allMatch(CheckDigits::mod10);
        assertThat(CheckDigits.mod10("2857-1")).isTrue();
        assertThat(CheckDigits.mod10("2857-2")).isFalse();
    }

    @Test
    void everyIcdPatternCoversARealCode() throws Exception {
        var real = icd10cm();
        if (real.isEmpty()) {
            System.out.println("no ICD-10-CM table beside the project: the codes are not checked against it");
            return;
        }

        assertThat(codes(CodeSystems.ICD10CM)).allSatisfy(code -> {
            var pattern = new CodePattern(CodeSystems.ICD10CM, code);
            assertThat(real).as(code).anyMatch(one -> pattern.covers(Code.of(CodeSystems.ICD10CM, one)));
        });
    }

    private Set<String> codes(String system) {
        var all = new HashSet<CodePattern>();
        knowledge.groups().forEach(group -> all.addAll(group.codes()));
        knowledge.windows().forEach(window -> all.addAll(window.codes()));
        knowledge.procedures().forEach(procedure -> all.addAll(procedure.codes()));
        knowledge.treatments().forEach(treatment -> all.addAll(treatment.codes()));
        knowledge.failedTrials().forEach(trial -> all.addAll(trial.codes()));
        knowledge
                .redFlags()
                .forEach(flag -> flag.when().forEach(rule -> {
                    all.addAll(rule.any());
                    all.addAll(rule.with());
                }));
        knowledge.checklists().forEach(list -> list.items().forEach(item -> all.addAll(item.codes())));
        knowledge
                .crosswalk()
                .pairs()
                .forEach(pair -> Stream.of(pair.first(), pair.second())
                        .forEach(code -> all.add(new CodePattern(code.system(), code.code()))));
        var found = new HashSet<String>();
        all.stream().filter(pattern -> pattern.system().equals(system)).forEach(pattern -> found.add(pattern.code()));
        return found;
    }

    /** The codes of ICD-10-CM from the real files beside the project; empty when there are none. */
    private static List<String> icd10cm() throws Exception {
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
                    .toList();
        }
    }

    /** The check digits of SNOMED CT (Verhoeff) and LOINC (modulus 10). */
    private static final class CheckDigits {
        private static final int[][] PERMUTED = {
            {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
            {1, 5, 7, 6, 2, 8, 3, 0, 9, 4},
            {5, 8, 0, 3, 7, 9, 6, 1, 4, 2},
            {8, 9, 1, 6, 0, 4, 3, 5, 2, 7},
            {9, 4, 5, 3, 1, 2, 6, 8, 7, 0},
            {4, 2, 8, 6, 5, 7, 3, 9, 0, 1},
            {2, 7, 9, 3, 8, 0, 6, 4, 1, 5},
            {7, 0, 4, 6, 9, 1, 3, 2, 5, 8}
        };

        static boolean verhoeff(String digits) {
            var check = 0;
            for (var i = 0; i < digits.length(); i++) {
                check = times(check, PERMUTED[i % 8][digits.charAt(digits.length() - 1 - i) - '0']);
            }
            return check == 0;
        }

        /** Multiplication in the dihedral group of order 10. */
        private static int times(int a, int b) {
            if (a < 5) {
                return b < 5 ? (a + b) % 5 : 5 + (a + b - 5) % 5;
            }
            return b < 5 ? 5 + (a - 5 - b + 5) % 5 : (a - b + 5) % 5;
        }

        static boolean mod10(String code) {
            var parts = code.split("-");
            var sum = 0;
            for (var i = 0; i < parts[0].length(); i++) {
                var digit = parts[0].charAt(parts[0].length() - 1 - i) - '0';
                var counted = i % 2 == 0 ? digit * 2 : digit;
                sum += counted > 9 ? counted - 9 : counted;
            }
            return (10 - sum % 10) % 10 == Integer.parseInt(parts[1]);
        }
    }
}
