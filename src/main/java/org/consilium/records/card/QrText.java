package org.consilium.records.card;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The text of QR codes of health cards: {@code shc:/} and digits, two for each character; a card in several codes has
 * {@code shc:/2/3/} for the second of three.
 *
 * @param cards the signed texts that are whole
 * @param missing how many codes of a card are not here
 */
record QrText(List<String> cards, int missing) {
    private static final Pattern CODE = Pattern.compile("(?i)shc:/(?:(\\d{1,3})/(\\d{1,3})/)?([0-9]{2,200000})");
    private static final int SMALLEST = 45;

    static QrText read(String text) {
        var cards = new ArrayList<String>();
        var parts = new LinkedHashMap<Integer, TreeMap<Integer, String>>();
        var codes = CODE.matcher(text);
        while (codes.find()) {
            var characters = characters(codes.group(3));
            if (characters.isEmpty()) {
                continue;
            }
            if (codes.group(1) == null) {
                cards.add(characters.get());
                continue;
            }
            parts.computeIfAbsent(Integer.parseInt(codes.group(2)), any -> new TreeMap<>())
                    .put(Integer.parseInt(codes.group(1)), characters.get());
        }
        var missing = 0;
        for (var card : parts.entrySet()) {
            var all = card.getKey();
            var here = (int) card.getValue().keySet().stream()
                    .filter(number -> number >= 1 && number <= all)
                    .count();
            if (here == all) {
                cards.add(String.join("", card.getValue().headMap(all, true).values()));
            } else {
                missing += all - here;
            }
        }
        return new QrText(List.copyOf(cards), missing);
    }

    private static Optional<String> characters(String digits) {
        if (digits.length() % 2 != 0) {
            return Optional.empty();
        }
        var out = new StringBuilder(digits.length() / 2);
        for (var i = 0; i < digits.length(); i += 2) {
            out.append((char) (Integer.parseInt(digits, i, i + 2, 10) + SMALLEST));
        }
        return Optional.of(out.toString());
    }
}
