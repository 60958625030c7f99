package org.consilium.records.fhir;

import java.util.Locale;
import java.util.Set;
import org.consilium.language.Message;

/** Resource types that are kept but carry no medical fact yet, and what to call them in plain words. */
final class KeptTypes {
    private static final Set<String> WITH_OWN_WORDS = Set.of(
            "Claim",
            "ClaimResponse",
            "ExplanationOfBenefit",
            "Coverage",
            "Specimen",
            "Goal",
            "RiskAssessment",
            "CareTeam",
            "QuestionnaireResponse",
            "Questionnaire",
            "Consent",
            "Communication",
            "List",
            "Task");

    private KeptTypes() {}

    static Message message(String type, int number) {
        return WITH_OWN_WORDS.contains(type)
                ? Message.of("records.fhir.kept." + type.toLowerCase(Locale.ROOT), number)
                : Message.of("records.fhir.kept.other", number, type);
    }
}
