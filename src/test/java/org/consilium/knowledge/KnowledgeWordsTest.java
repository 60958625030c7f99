package org.consilium.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.consilium.language.Messages;
import org.junit.jupiter.api.Test;

class KnowledgeWordsTest {
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private final Knowledge knowledge = KnowledgeBase.load();

    @Test
    void everythingIsSaidInBothLanguages() {
        assertThat(words()).hasSizeGreaterThan(700).allSatisfy(words -> {
            assertThat(words.en()).isNotBlank().doesNotContain("¿", "ción");
            assertThat(words.es()).isNotBlank();
        });
    }

    @Test
    void saysWhatATagAGradeAndAClockMean() {
        for (var locale : Messages.SPOKEN) {
            var messages = Messages.in(locale);
            for (var tag : Provenance.Tag.values()) {
                assertThat(messages.say(tag.wording())).isNotBlank();
            }
            for (var grade : Provenance.Grade.values()) {
                assertThat(messages.say(grade.wording())).isNotBlank();
            }
            for (var clock : Window.Clock.values()) {
                assertThat(messages.say(clock.wording())).isNotBlank();
            }
        }
        assertThat(Messages.english().say(Provenance.Tag.RECALLED.wording())).contains("being checked");
    }

    @Test
    void sentencesAreEasyToRead() {
        var sentences = sentences();
        var average = sentences.stream()
                .mapToDouble(KnowledgeWordsTest::grade)
                .average()
                .orElseThrow();
        var worst = sentences.stream()
                .sorted(Comparator.comparingDouble(KnowledgeWordsTest::grade).reversed())
                .limit(5)
                .map(text -> "%.1f %s".formatted(grade(text), text))
                .toList();
        System.out.println("reading grade of the knowledge base: %.1f on average of %d; hardest: %s"
                .formatted(average, sentences.size(), worst));

        assertThat(average).isLessThan(8);
    }

    @Test
    void namesSymptomWordsInLowerCase() {
        assertThat(knowledge.redFlags().stream().flatMap(flag -> flag.symptomWords().stream()))
                .hasSizeGreaterThan(100)
                .allMatch(word -> word.equals(word.toLowerCase(Locale.ROOT)));
    }

    /** Whole sentences that a person reads; names of things are not sentences. */
    private List<String> sentences() {
        var all = new ArrayList<String>();
        knowledge.redFlags().forEach(flag -> {
            all.add(flag.text().en());
            all.add(flag.symptom().en());
        });
        knowledge.windows().forEach(window -> all.add(window.note().en()));
        knowledge.questions().forEach(question -> all.add(question.text().en()));
        knowledge.evidence().forEach(card -> {
            all.add(card.text().en());
            all.add(card.caveat().en());
        });
        knowledge.accessRights().forEach(right -> {
            all.add(right.fee().en());
            all.add(right.more().en());
        });
        knowledge.background().forEach(each -> all.add(each.says().en()));
        knowledge.volumes().forEach(volume -> all.add(volume.more().en()));
        return all.stream().filter(text -> text.split(" ").length > 4).toList();
    }

    private List<Words> words() {
        var all = new ArrayList<Words>();
        knowledge.groups().forEach(group -> all.add(group.name()));
        knowledge.redFlags().forEach(flag -> {
            all.add(flag.text());
            all.add(flag.target());
        });
        knowledge.windows().forEach(window -> {
            all.add(window.event());
            all.add(window.note());
        });
        knowledge.procedures().forEach(procedure -> {
            all.add(procedure.name());
            all.add(procedure.alternatives());
        });
        knowledge.treatments().forEach(treatment -> all.add(treatment.name()));
        knowledge.failedTrials().forEach(trial -> all.add(trial.name()));
        knowledge.checklists().forEach(list -> {
            all.add(list.name());
            list.items().forEach(item -> all.add(item.name()));
        });
        knowledge.questions().forEach(question -> all.add(question.text()));
        knowledge.evidence().forEach(card -> {
            all.add(card.text());
            all.add(card.caveat());
        });
        knowledge
                .accessRights()
                .forEach(right -> all.addAll(List.of(right.name(), right.line(), right.fee(), right.more())));
        knowledge.volumes().forEach(volume -> all.add(volume.name()));
        knowledge.volumes().stream()
                .map(Volume::more)
                .filter(more -> !more.en().isBlank())
                .forEach(all::add);
        knowledge.background().forEach(each -> all.addAll(List.of(each.name(), each.says())));
        return all;
    }

    /** Flesch-Kincaid grade. */
    private static double grade(String text) {
        var sentences = Math.max(1, text.split("[.?!](\\s|$)").length);
        var words = text.split("\\s+");
        var syllables = 0;
        for (var word : words) {
            var plain = word.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").replaceAll("e$", "");
            syllables += Math.max(1, (int) VOWELS.matcher(plain).results().count());
        }
        return 0.39 * words.length / sentences + 11.8 * syllables / words.length - 15.59;
    }
}
