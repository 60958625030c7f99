package org.consilium.terminology;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Short plain titles of the blocks and three-character categories of ICD-10 and ICD-10-CM, built in. The wording is our own;
 * the tables are read when the first title is asked for.
 */
public final class Icd10Titles {
    static final int MOST_LINES = 5_000;
    static final int LONGEST_LINE = 300;

    private static final List<String> TABLES =
            List.of("/terminology/categories-a.txt", "/terminology/categories-n.txt");
    private static final String ONLY_WHO = "/terminology/categories-who.txt";
    private static final int LONGEST_CODE = 20;
    private static final int SHORTEST_BEGINNING = 2;

    /** Words that say nothing about a disease. */
    private static final Set<String> SMALL_WORDS =
            Set.of("a", "and", "de", "del", "el", "en", "in", "la", "las", "los", "o", "of", "or", "the", "y");

    private Icd10Titles() {}

    /** Read once, at the first use. */
    private static final class Loaded {
        static final List<Icd10Title> CM =
                TABLES.stream().flatMap(Icd10Titles::table).toList();
        static final Map<String, Icd10Title> BY_CODE = byCode();
        static final List<Words> WORDS =
                CM.stream().filter(Icd10Titles::isForPeople).map(Words::of).toList();

        private static Map<String, Icd10Title> byCode() {
            var all = new LinkedHashMap<String, Icd10Title>();
            Stream.concat(CM.stream(), table(ONLY_WHO)).forEach(title -> all.putIfAbsent(title.code(), title));
            return Map.copyOf(all);
        }
    }

    /** A title with its words as they are looked up. */
    private record Words(Icd10Title title, Set<String> en, Set<String> es) {
        static Words of(Icd10Title title) {
            return new Words(
                    title,
                    new LinkedHashSet<>(Folded.words(title.en())),
                    new LinkedHashSet<>(Folded.words(title.es())));
        }

        boolean haveAll(List<String> asked) {
            return en.containsAll(asked) || es.containsAll(asked);
        }

        boolean begin(List<String> asked) {
            return begin(en, asked) || begin(es, asked);
        }

        private static boolean begin(Set<String> words, List<String> asked) {
            return asked.stream()
                    .allMatch(one -> one.length() < SHORTEST_BEGINNING
                            ? words.contains(one)
                            : words.stream().anyMatch(word -> word.startsWith(one)));
        }

        int length() {
            return title.en().length();
        }
    }

    /**
     * Categories of ICD-10-CM whose English or Spanish title has all these words or beginnings of words: whole words first, then
     * short titles first. A code finds its category. Causes of injury are left out: nobody has them as a condition.
     */
    public static List<Icd10Title> search(String words, int most) {
        var found = new LinkedHashSet<Icd10Title>();
        if (words.length() <= LONGEST_CODE && Icd10.isWellFormed(words)) {
            var category = Icd10.category(words);
            Loaded.WORDS.stream()
                    .map(Words::title)
                    .filter(title -> title.code().equals(category))
                    .forEach(found::add);
        }
        var asked = Folded.words(words).stream()
                .filter(word -> !SMALL_WORDS.contains(word))
                .toList();
        if (!asked.isEmpty()) {
            add(found, Loaded.WORDS.stream().filter(one -> one.haveAll(asked)));
            add(found, Loaded.WORDS.stream().filter(one -> one.begin(asked)));
        }
        return found.stream().limit(Math.max(0, most)).toList();
    }

    private static void add(Set<Icd10Title> found, Stream<Words> more) {
        more.sorted(Comparator.comparingInt(Words::length)).map(Words::title).forEach(found::add);
    }

    static Optional<Icd10Title> of(String code) {
        if (code.length() > LONGEST_CODE || !Icd10.isWellFormed(code)) {
            return Optional.empty();
        }
        return find(Icd10.category(code)).or(() -> Icd10.block(code).flatMap(Icd10Titles::find));
    }

    static Optional<Icd10Place> place(String code) {
        return of(code).flatMap(category -> Chapter.of(code).map(chapter -> {
            var block = Icd10.block(code).flatMap(Icd10Titles::find).orElse(category);
            return new Icd10Place(chapter, block, category);
        }));
    }

    private static Optional<Icd10Title> find(String code) {
        return Optional.ofNullable(Loaded.BY_CODE.get(code));
    }

    private static boolean isForPeople(Icd10Title title) {
        return title.code().length() == 3 && Chapter.of(title.code()).orElse(Chapter.XX) != Chapter.XX;
    }

    private static Stream<Icd10Title> table(String path) {
        return read(Lines.of(path)).stream();
    }

    /** Lines of code, English and Spanish between tabs; at most {@value #MOST_LINES}; others and repeated codes are passed over. */
    static List<Icd10Title> read(Stream<String> lines) {
        var titles = new ArrayList<Icd10Title>();
        var seen = new HashSet<String>();
        lines.limit(MOST_LINES).filter(line -> line.length() <= LONGEST_LINE).forEach(line -> {
            var columns = line.split("\t", -1);
            if (columns.length == 3 && Stream.of(columns).noneMatch(String::isBlank) && seen.add(columns[0])) {
                titles.add(new Icd10Title(columns[0], columns[1].strip(), columns[2].strip()));
            }
        });
        return titles;
    }
}
