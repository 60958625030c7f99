package org.consilium.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consilium.clinical.Code;
import org.consilium.clinical.CodeSystems;
import org.consilium.knowledge.ConditionNames;
import org.consilium.knowledge.Knowledge;
import org.consilium.knowledge.NamedCondition;
import org.consilium.terminology.Icd10;
import org.consilium.terminology.Icd10Titles;
import org.consilium.terminology.Terminologies;
import org.consilium.web.pages.SituationPage.Choice;
import org.springframework.stereotype.Component;

/** Finds conditions for the search box: those of the knowledge base first, then ICD-10-CM categories, then loaded terminologies. */
@Component
class Concepts {
    /** A concept as a form sends it: the system and the code. */
    static final Pattern PICK = Pattern.compile("(https?://[A-Za-z0-9./_#-]+)\\|([A-Za-z0-9.-]{1,40})");

    private static final int MOST = 10;
    private static final int MOST_CATEGORIES = 5;
    /** More than are shown: loaded terminologies also hold what nobody has as a diagnosis. */
    private static final int MOST_LOADED = 30;

    private static final List<String> FOR_A_DIAGNOSIS = List.of(
            CodeSystems.ICD10CM, CodeSystems.SNOMED, CodeSystems.ORPHA, "http://purl.obolibrary.org/obo/mondo.owl");

    private final ConditionNames names;
    private final Knowledge knowledge;
    private final Terminologies terminologies;

    Concepts(Knowledge knowledge, Terminologies terminologies) {
        this.names = knowledge.names();
        this.knowledge = knowledge;
        this.terminologies = terminologies;
    }

    /** At most ten, the best first; nothing for nothing. */
    List<Choice> search(String words, Locale locale) {
        var found = new LinkedHashMap<String, Choice>();
        for (var hit : names.search(words, MOST)) {
            var plain = hit.condition().name().in(locale);
            var label = plain.equalsIgnoreCase(hit.name()) ? plain : plain + " – " + hit.name();
            put(found, code(hit.condition()), label);
        }
        for (var title : Icd10Titles.search(words, MOST_CATEGORIES)) {
            put(found, Code.of(CodeSystems.ICD10CM, title.code()), title.in(locale));
        }
        for (var hit : terminologies.search(words, MOST_LOADED)) {
            if (FOR_A_DIAGNOSIS.contains(hit.code().system())) {
                put(found, hit.code(), hit.name());
            }
        }
        return found.values().stream().limit(MOST).toList();
    }

    private static void put(Map<String, Choice> found, Code code, String label) {
        var value = code.system() + "|" + code.code();
        found.putIfAbsent(value, new Choice(value, label + " (" + code.code() + ")", false));
    }

    private static Code code(NamedCondition condition) {
        return condition.codes().stream()
                .filter(pattern -> pattern.system().equals(CodeSystems.ICD10CM))
                .findFirst()
                .map(pattern -> Code.of(pattern.system(), pattern.code()))
                .orElseThrow();
    }

    /** The concept that was picked, with its name where one is known; absent when what was sent is none. */
    Optional<Code> picked(String pick, Locale locale) {
        var parts = PICK.matcher(pick);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var code = Code.of(parts.group(1), parts.group(2));
        return Optional.of(new Code(code.system(), code.code(), name(code, locale)));
    }

    private String name(Code code, Locale locale) {
        return knowledge.conditions().stream()
                .filter(condition -> code(condition).sameAs(code))
                .findFirst()
                .map(condition -> condition.name().in(locale))
                .or(() ->
                        terminologies.find(code).map(concept -> concept.names().getFirst()))
                .or(() -> Icd10.isIcd10(code)
                        ? Icd10.title(code.code()).map(title -> title.in(locale))
                        : Optional.empty())
                .orElse(code.code());
    }
}
