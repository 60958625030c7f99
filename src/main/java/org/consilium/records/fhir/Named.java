package org.consilium.records.fhir;

import java.util.ArrayList;
import java.util.List;
import org.consilium.clinical.Code;
import org.jspecify.annotations.Nullable;

/**
 * What something is: its codes and its name in words.
 *
 * @param text null when the file gives codes without words, or nothing
 */
record Named(List<Code> codes, @Nullable String text) {
    static final Named NOTHING = new Named(List.of(), null);

    /** IPS: statements that something is not there, or that nothing is known about it. */
    private static final String ABSENT_UNKNOWN = "absent-unknown-uv-ips";

    Named {
        codes = List.copyOf(codes);
    }

    /** A CodeableConcept, a Coding, a CodeableReference or plain words. */
    static Named of(Element concept) {
        if (!concept.isPresent()) {
            return NOTHING;
        }
        if (concept.has("concept")) {
            return of(concept.child("concept"));
        }
        var words = concept.value();
        if (words != null) {
            return new Named(List.of(), Texts.bounded(words, Texts.LONGEST_NAME));
        }
        var codings = concept.has("coding") ? concept.children("coding") : List.of(concept);
        var codes = new ArrayList<Code>(codings.size());
        var text = concept.string("text");
        for (var coding : codings) {
            var display = coding.string("display");
            var code = coding.string("code");
            if (code != null) {
                codes.add(new Code(Systems.uri(coding.string("system")), code, display));
            }
            if (text == null) {
                text = display;
            }
        }
        return new Named(codes, text == null ? null : Texts.bounded(text, Texts.LONGEST_NAME));
    }

    /** The first of these that says anything. */
    static Named first(Element resource, String... names) {
        for (var name : names) {
            var found = of(resource.child(name));
            if (found.isSomething()) {
                return found;
            }
        }
        return NOTHING;
    }

    boolean isSomething() {
        return text != null || !codes.isEmpty();
    }

    Named orElse(Named other) {
        return isSomething() ? this : other;
    }

    /** The name, else the first code. */
    @Nullable
    String words() {
        if (text != null) {
            return text;
        }
        return codes.isEmpty() ? null : codes.getFirst().code();
    }

    /** The code of a small FHIR vocabulary, for example a status; plain words as they are. */
    @Nullable
    String word() {
        return codes.isEmpty() ? text : codes.getFirst().code();
    }

    /** True for «no known allergies» and the like. */
    boolean saysNone() {
        return codes.stream()
                .anyMatch(code -> NoneKnown.SNOMED_CODES.contains(code.code())
                        || (code.system().endsWith(ABSENT_UNKNOWN)
                                && code.code().startsWith("no-known-")));
    }

    /** True for «no information about allergies» and the like: it says neither yes nor no. */
    boolean saysNothingIsKnown() {
        return codes.stream()
                .anyMatch(code -> code.system().endsWith(ABSENT_UNKNOWN)
                        && code.code().startsWith("no-")
                        && code.code().endsWith("-info"));
    }

    /** SNOMED CT concepts that say that there is none of something (the «no known» sets of the IPS and US Core guides). */
    private static final class NoneKnown {
        private static final java.util.Set<String> SNOMED_CODES = java.util.Set.of(
                "716186003", // no known allergy
                "409137002", // no known drug allergy
                "429625007", // no known food allergy
                "428607008", // no known environmental allergy
                "1003774007", // no known latex allergy
                "428197003", // no known insect allergy
                "160244002", // no known allergies, former code
                "160245001", // no current problems or disability
                "787481004", // no known problems in past
                "1149503005", // no known current problem
                "1234391001"); // no known current medication
    }
}
