package org.consilium.records.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.consilium.records.pdf.TextRecognition.RecognisedWord;

/** The words of a picture of a page: turned upright and made level when the first try gives little. */
final class Recognising {
    /** A word read with less confidence than this is shown but never proposed as a fact. */
    static final float SURE = 75;

    /** A page read worse than this may lie on its side. */
    private static final float POOR = 65;

    private static final int FEW = 8;

    private Recognising() {}

    /**
     * @param limit for all there is to do with the picture
     * @throws IOException when the recognition fails or takes too long
     */
    static List<Word> words(BufferedImage picture, TextRecognition recognition, Duration limit) throws IOException {
        var end = System.nanoTime() + limit.toNanos();
        var gray = Gray.of(picture);
        if (Gray.isBlank(gray)) {
            return List.of();
        }
        var best = recognition.words(gray, left(end));
        if (best.size() < FEW || confidence(best) < POOR) {
            best = turned(gray, recognition, best, end);
        }
        return level(upright(best, gray.getWidth(), gray.getHeight()));
    }

    /** Words that were read on their side, as they would stand if the picture were turned. */
    private static List<RecognisedWord> upright(List<RecognisedWord> words, int width, int height) {
        var lengthy = words.stream().filter(word -> word.text().length() >= 4).toList();
        var tall = lengthy.stream()
                .filter(word -> word.bottom() - word.top() > word.right() - word.left())
                .count();
        if (tall * 2 <= lengthy.size()) {
            return words;
        }
        var down = 0;
        for (var index = 1; index < words.size(); index++) {
            var before = words.get(index - 1);
            if (before.line().equals(words.get(index).line())) {
                down += words.get(index).top() > before.top() ? 1 : -1;
            }
        }
        var readsDown = down >= 0;
        return words.stream()
                .map(word -> readsDown
                        ? new RecognisedWord(
                                word.text(),
                                word.top(),
                                width - word.right(),
                                word.bottom(),
                                width - word.left(),
                                word.confidence(),
                                word.line())
                        : new RecognisedWord(
                                word.text(),
                                height - word.bottom(),
                                word.left(),
                                height - word.top(),
                                word.right(),
                                word.confidence(),
                                word.line()))
                .toList();
    }

    /** The words of the picture turned as it seems to lie, when that gives more and there is time for it. */
    private static List<RecognisedWord> turned(
            BufferedImage gray, TextRecognition recognition, List<RecognisedWord> best, long end) {
        try {
            var turn = recognition.turn(gray, left(end));
            if (turn == 0) {
                return best;
            }
            var again = recognition.words(Gray.turned(gray, turn), left(end));
            return score(again) > score(best) ? again : best;
        } catch (IOException tooFewLettersOrNoTime) {
            return best;
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private static double confidence(List<RecognisedWord> words) {
        return words.stream().mapToDouble(RecognisedWord::confidence).average().orElse(0);
    }

    private static double score(List<RecognisedWord> words) {
        return words.stream()
                .filter(word -> word.confidence() >= SURE)
                .mapToInt(word -> word.text().length())
                .sum();
    }

    /** Takes out a slight tilt, so that the words of one line have one height. */
    private static List<Word> level(List<RecognisedWord> words) {
        var slope = slope(words);
        var level = new ArrayList<Word>(words.size());
        for (var word : words) {
            if (isNoise(word)) {
                continue;
            }
            var shift = (float) (slope * (word.left() + word.right()) / 2);
            level.add(new Word(
                    word.text(),
                    word.left(),
                    word.right(),
                    word.top() - shift,
                    word.bottom() - shift,
                    word.confidence() >= SURE));
        }
        return level;
    }

    /** Lines of tables and specks are often taken for bars and dashes. */
    private static boolean isNoise(RecognisedWord word) {
        return word.text().matches("[|_~=—–\\-.,:;'`\"“”‘’\\[\\](){}\\\\/]*")
                && (word.confidence() < SURE || word.text().matches("[|_~=—]+"));
    }

    private static double slope(List<RecognisedWord> words) {
        var lines = new LinkedHashMap<String, List<RecognisedWord>>();
        for (var word : words) {
            lines.computeIfAbsent(word.line(), line -> new ArrayList<>()).add(word);
        }
        var slopes = lines.values().stream()
                .filter(line -> line.size() >= 4)
                .mapToDouble(line -> {
                    var first = line.getFirst();
                    var last = line.getLast();
                    var across = (last.left() + last.right() - first.left() - first.right()) / 2.0;
                    return across < 200 ? 0 : (last.bottom() - first.bottom()) / across;
                })
                .sorted()
                .toArray();
        var middle = slopes.length == 0 ? 0 : slopes[slopes.length / 2];
        return Math.abs(middle) > 0.15 ? 0 : middle;
    }
}
