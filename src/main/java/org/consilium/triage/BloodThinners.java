package org.consilium.triage;

import java.util.Set;
import org.consilium.clinical.CodeSystems;
import org.consilium.clinical.Fact;
import org.consilium.knowledge.SpecialTreatment;

/**
 * Medicines against clotting (ATC group B01A, or their names). Aspirin alone is not counted: NICE guideline NG232 leaves it out
 * where it asks for a scan after a blow to the head.
 */
final class BloodThinners {
    private static final String GROUP = "B01A";
    private static final String ASPIRIN = "B01AC06";
    private static final Set<String> BLEEDING =
            Set.of("D68.3", "I60", "I61", "I62", "K92.0", "K92.1", "K92.2", "R04", "R31", "R58");

    private BloodThinners() {}

    static boolean isOnThem(History history, Catalogue catalogue) {
        return TreatmentTriggers.ongoing(history, catalogue)
                .anyMatch(use -> isOne(use.treatment()) && !isAspirin(use.fact()));
    }

    /** True when the words name one and do not deny it. */
    static boolean isNamed(String said, Catalogue catalogue) {
        var text = Text.of(said);
        return catalogue.treatmentWords.find(text).stream()
                .filter(hit -> !Negation.denies(text, hit.from(), hit.to()))
                .anyMatch(hit -> isOne(hit.what()));
    }

    static boolean isOne(SpecialTreatment treatment) {
        return treatment.codes().stream()
                .anyMatch(code ->
                        code.system().equals(CodeSystems.ATC) && code.code().startsWith(GROUP));
    }

    private static boolean isAspirin(Fact medicine) {
        return medicine.codes().stream()
                .anyMatch(code -> code.in(CodeSystems.ATC) && code.code().equals(ASPIRIN));
    }

    /** A bleeding on record: then a blood thinner that is in use is a risky treatment, else it is an everyday one. */
    static boolean isBleeding(History history) {
        return history.present().stream()
                .flatMap(held -> held.codes().stream())
                .filter(code -> code.system().contains("icd-10"))
                .anyMatch(code -> BLEEDING.stream().anyMatch(code.code()::startsWith));
    }
}
