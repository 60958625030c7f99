package org.consilium.knowledge;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.language.Message;

/**
 * One entry of one version of the knowledge base: what it was called, and a short hash of each side of it.
 *
 * @param name in words, shortened; for a pair of codes the code
 * @param hashes of the sides that the entry has
 */
public record Fingerprint(Words name, Map<Side, String> hashes) {
    private static final int LONGEST = 120;

    /** What can change in an entry. */
    public enum Side {
        /** Name, text and notes. */
        WORDS,
        /** Codes and words it is found by. */
        DETECTION,
        /** Days, urgency, and when it holds. */
        RULE,
        /** Where it comes from and who checked it. */
        SOURCE;

        /** The side that a field of a knowledge file belongs to. */
        static Side of(String field) {
            return switch (field) {
                case "name",
                        "says",
                        "text",
                        "event",
                        "rule",
                        "note",
                        "caveat",
                        "alternatives",
                        "symptom",
                        "target",
                        "law",
                        "line",
                        "fee",
                        "more",
                        "en",
                        "es",
                        "qualifiers" -> WORDS;
                case "codes",
                        "words",
                        "symptomWords",
                        "medicines",
                        "onlyWith",
                        "groups",
                        "countries",
                        "assumed",
                        "items" -> DETECTION;
                case "source", "jurisdiction", "reviewBy", "reviewedBy" -> SOURCE;
                default -> RULE;
            };
        }

        /** Lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** What a reader is told. */
        public Message wording() {
            return Message.of("triagemore.side." + word());
        }
    }

    public Fingerprint {
        name = new Words(shortened(name.en()), shortened(name.es()));
        hashes = Collections.unmodifiableMap(hashes.isEmpty() ? new EnumMap<>(Side.class) : new EnumMap<>(hashes));
    }

    /** The sides in which the two differ. */
    Set<Side> differingFrom(Fingerprint other) {
        var differing = EnumSet.noneOf(Side.class);
        Arrays.stream(Side.values())
                .filter(side -> !Objects.equals(hashes.get(side), other.hashes.get(side)))
                .forEach(differing::add);
        return differing;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, Math.max(LONGEST / 2, text.lastIndexOf(' ', LONGEST - 2))) + " …";
    }
}
