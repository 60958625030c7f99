package org.consilium.records.fhir;

import java.util.regex.Pattern;
import org.consilium.clinical.Detail;
import org.consilium.clinical.FactKind;
import org.jspecify.annotations.Nullable;

/**
 * Condition and AllergyIntolerance. The status is the clinical status; a verification status of «refuted» or
 * «entered-in-error» takes its place, because then nothing else the resource says holds.
 */
final class Conditions {
    /** Said in words alone, without one of the codes for it. */
    private static final Pattern NO_ALLERGY =
            Pattern.compile("(?i)nkd?a|no known( \\w+){0,2} allerg(y|ies)|(sin|no) alergias? conocidas?");

    private Conditions() {}

    static void condition(Place place) {
        var condition = place.resource();
        var named = Named.of(condition.child("code"));
        if (place.harvest().tellsNothingIsKnown(named, place.at())) {
            return;
        }
        var draft = place.draft(FactKind.CONDITION)
                .named(named)
                .status(status(condition))
                .detail(Detail.VERIFICATION, verification(condition))
                .detail(Detail.SEVERITY, Named.of(condition.child("severity")).words())
                .detail(Detail.CATEGORY, Named.of(condition.child("category")).word())
                .detail(Detail.STAGE, stage(place))
                .bodySite(condition.children("bodySite"))
                .detail(Detail.LATERALITY, Laterality.ofWords(named.text()))
                .when(When.of(condition, "onset"))
                .recorded(When.first(condition, "recordedDate", "assertedDate", "dateRecorded", "dateAsserted"))
                .end(When.of(condition, "abatement"))
                .performers(condition.children("asserter"))
                .performers(condition.children("recorder"))
                .detail(Detail.NARRATIVE, condition.child("note").string("text"));
        draft.done();
    }

    static void allergy(Place place) {
        var allergy = place.resource();
        var named = Named.first(allergy, "code", "substance");
        if (!named.isSomething()) {
            named = Named.of(allergy.child("reaction", "substance"));
        }
        if (place.harvest().tellsNothingIsKnown(named, place.at())) {
            return;
        }
        var words = named.text();
        place.draft(FactKind.ALLERGY)
                .named(named)
                .negatedIf(words != null && NO_ALLERGY.matcher(words).matches())
                .status(status(allergy))
                .detail(Detail.VERIFICATION, verification(allergy))
                .detail(Detail.SEVERITY, allergy.child("reaction").string("severity"))
                .detail(Detail.SEVERITY, allergy.string("criticality"))
                .detail(Detail.CATEGORY, allergy.string("category"))
                .detail(Detail.REACTION, reactions(allergy))
                .when(When.of(allergy, "onset"))
                .recorded(When.first(allergy, "recordedDate", "assertedDate"))
                .performers(allergy.children("asserter"))
                .performers(allergy.children("recorder"))
                .detail(Detail.NARRATIVE, allergy.child("note").string("text"))
                .done();
    }

    private static String status(Element resource) {
        var verification = verification(resource);
        if (verification != null && (verification.equals("refuted") || verification.equals("entered-in-error"))) {
            return verification;
        }
        var clinical = Named.of(resource.child("clinicalStatus")).word();
        if (clinical != null) {
            return clinical;
        }
        var formerly = resource.string("status");
        return formerly == null ? "unknown" : formerly;
    }

    private static @Nullable String verification(Element resource) {
        return Named.of(resource.child("verificationStatus")).word();
    }

    private static @Nullable String stage(Place place) {
        for (var stage : place.resource().children("stage")) {
            var summary = Named.of(stage.child("summary")).words();
            if (summary != null) {
                return summary;
            }
            var found = place.harvest().references().stages().found(stage.child("assessment"));
            var assessment = found != null ? found : place.words(stage.child("assessment"));
            if (assessment != null) {
                return assessment;
            }
        }
        return null;
    }

    private static @Nullable String reactions(Element allergy) {
        var all = new java.util.LinkedHashSet<String>();
        for (var reaction : allergy.children("reaction")) {
            for (var manifestation : reaction.children("manifestation")) {
                var words = Named.of(manifestation).words();
                if (words != null) {
                    all.add(words);
                }
            }
            var description = reaction.string("description");
            if (description != null) {
                all.add(description);
            }
        }
        return all.isEmpty() ? null : String.join(", ", all);
    }
}
