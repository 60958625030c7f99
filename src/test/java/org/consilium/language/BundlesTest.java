package org.consilium.language;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every word a patient reads: in both languages, and easy enough. */
class BundlesTest {
    private static final Path FOLDER = Path.of("src/main/resources/messages");
    private static final Pattern PLACE = Pattern.compile("\\{\\d+}");
    /** Six is aimed at; no message and no room's words as a whole may pass eight. */
    private static final double HIGHEST_GRADE = 8.0;
    /** Below this many words the formula measures the length of single words, not how hard a sentence reads. */
    private static final int FEWEST_WORDS = 12;

    private record Hard(String key, double grade, String text) {
        @Override
        public String toString() {
            return "%4.1f %s: %s".formatted(grade, key, text);
        }
    }

    @Test
    void haveTheSameKeysAndPlacesInEnglishAndSpanish() throws IOException {
        var wrong = new ArrayList<String>();
        for (var room : rooms()) {
            var english = bundle(room, "en");
            var spanish = bundle(room, "es");
            var all = new TreeSet<>(english.keySet());
            all.addAll(spanish.keySet());
            for (var key : all) {
                var one = english.getOrDefault(key, "");
                var other = spanish.getOrDefault(key, "");
                if (one.isBlank() || other.isBlank()) {
                    wrong.add(room + ": " + key + " is missing or empty in one language");
                } else if (!places(one).equals(places(other))) {
                    wrong.add(room + ": " + key + " has other places in Spanish");
                }
            }
        }
        assertThat(rooms()).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    @Test
    void readAtGradeEightAtMost() throws IOException {
        var rooms = new TreeMap<String, Double>();
        var hard = new ArrayList<Hard>();
        for (var room : rooms()) {
            var whole = new ReadingGrade(0, 0, 0);
            for (var message : bundle(room, "en").entrySet()) {
                var text = PLACE.matcher(message.getValue()).replaceAll("it");
                var grade = ReadingGrade.of(text);
                if (grade.words() < FEWEST_WORDS) {
                    continue;
                }
                whole = whole.plus(grade);
                if (grade.grade() > HIGHEST_GRADE) {
                    hard.add(new Hard(message.getKey(), grade.grade(), message.getValue()));
                }
            }
            rooms.put(room, whole.grade());
        }
        hard.sort(Comparator.comparingDouble(Hard::grade).reversed());
        assertThat(rooms)
                .as("reading grade of each room's words")
                .allSatisfy((room, grade) -> assertThat(grade).isLessThanOrEqualTo(HIGHEST_GRADE));
        assertThat(hard).as("messages above grade 8; the hardest first").isEmpty();
    }

    @Test
    void theFormulaGivesTheGradesOfKnownTexts() {
        assertThat(ReadingGrade.of("The cat sat on the mat.").grade()).isCloseTo(-1.45, within(0.01));
        assertThat(ReadingGrade.of(
                                "The multidisciplinary committee recommends individualized pharmacological intervention.")
                        .grade())
                .isGreaterThan(20);
        assertThat(List.of("please", "asked", "treated", "table", "doctor", "opinion", "records", "diagnosis", "social")
                        .stream()
                        .map(ReadingGrade::syllables))
                .containsExactly(1, 1, 2, 2, 2, 3, 2, 4, 2);
    }

    private static List<String> rooms() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.map(path -> path.getFileName().toString())
                    .map(name -> name.replaceAll("_(en|es)\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, String> bundle(String room, String language) throws IOException {
        var file = FOLDER.resolve(room + "_" + language + ".properties");
        var properties = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
        }
        var messages = new TreeMap<String, String>();
        properties.stringPropertyNames().forEach(key -> messages.put(key, properties.getProperty(key)));
        return messages;
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(match -> match.group()).collect(toSet());
    }
}
