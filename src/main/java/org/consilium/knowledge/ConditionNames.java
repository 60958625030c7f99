package org.consilium.knowledge;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds a condition by its name. The whole name has to be one of those in the knowledge base, in English or Spanish; case,
 * accents, punctuation, a side of the body and words such as «unspecified» make no difference. Nothing is guessed from a part
 * of a name: «no breast cancer» is no name.
 */
public final class ConditionNames {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BESIDE =
            Pattern.compile("\\((disorder|finding|morphologic abnormality|diagnosis|trastorno|diagnostico)\\)|[’']s\\b"
                    + "|\\b(unspecified|nos|not otherwise specified|left|right|bilateral|primary malignant"
                    + "|izquierd[oa]|derech[oa]|no especificad[oa]|of the|of|the|de la|del|de)\\b");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Map<String, NamedCondition> byName = new HashMap<>();

    ConditionNames(List<NamedCondition> conditions) {
        for (var condition : conditions) {
            Stream.concat(condition.english().stream(), condition.spanish().stream())
                    .forEach(name -> byName.putIfAbsent(key(name), condition));
        }
    }

    public Optional<NamedCondition> find(String name) {
        return name.length() > 200 ? Optional.empty() : Optional.ofNullable(byName.get(key(name)));
    }

    static String key(String name) {
        var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        return NO_WORD.matcher(BESIDE.matcher(plain).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
