package org.consilium.terminology;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which character of an ICD-10-CM code names the side, by family of codes. Table: {@code terminology/laterality.txt}. */
record Laterality(int position, String sides) {
    private static final Map<String, Laterality> FAMILIES = families();

    /** The side of a code without its dot. The longest family that fits decides. */
    static Optional<Side> of(String flat) {
        for (var length = Math.min(flat.length(), 6); length >= 3; length--) {
            var family = FAMILIES.get(flat.substring(0, length));
            if (family != null) {
                return family.side(flat);
            }
        }
        return Optional.empty();
    }

    private Optional<Side> side(String flat) {
        if (flat.length() <= position) {
            return Optional.empty();
        }
        for (var i = 0; i < sides.length(); i += 2) {
            if (sides.charAt(i) == flat.charAt(position)) {
                return Optional.of(
                        switch (sides.charAt(i + 1)) {
                            case 'L' -> Side.LEFT;
                            case 'R' -> Side.RIGHT;
                            default -> Side.BOTH;
                        });
            }
        }
        return Optional.empty();
    }

    private static Map<String, Laterality> families() {
        var families = new HashMap<String, Laterality>();
        Lines.of("/terminology/laterality.txt").forEach(line -> {
            var words = line.split(" ");
            var rule = new Laterality(Integer.parseInt(words[0]), words[1]);
            for (var i = 2; i < words.length; i++) {
                families.put(words[i], rule);
            }
        });
        return Map.copyOf(families);
    }
}
