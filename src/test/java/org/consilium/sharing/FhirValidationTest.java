package org.consilium.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.consilium.language.Messages;
import org.consilium.opinions.Draft;
import org.consilium.opinions.PeerCheck;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeSystem.CodeSystemContentMode;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The documents against the rules of FHIR R4, checked by HAPI's validator. No terminology server is asked: codes of systems that
 * do not come with FHIR itself (ICD-10-CM, SNOMED CT, LOINC and others) are not looked up, and say so as warnings.
 */
class FhirValidationTest {
    private static final Messages SPANISH = Messages.in(Locale.of("es"));
    private static FhirValidator validator;

    @BeforeAll
    static void prepare() {
        var context = FhirContext.forR4Cached();
        var own = new PrePopulatedValidationSupport(context);
        own.addCodeSystem(sections());
        var chain = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                own,
                new InMemoryTerminologyServerValidationSupport(context));
        validator = context.newValidator().registerValidatorModule(new FhirInstanceValidator(chain));
    }

    /** The codes this program has for the parts of its documents; without a part that it writes, the documents would fail. */
    private static CodeSystem sections() {
        var system = new CodeSystem()
                .setUrl(FhirDocument.SECTIONS)
                .setStatus(PublicationStatus.ACTIVE)
                .setContent(CodeSystemContentMode.COMPLETE);
        for (var id : List.of(
                "author",
                "diagnoses",
                "urgency",
                "treatments",
                "tests",
                "basis",
                "sure",
                "interests",
                "narrative",
                "signature",
                "decision",
                "goals",
                "options",
                "unchecked")) {
            system.addConcept().setCode(id).setDisplay(id);
        }
        return system;
    }

    private static List<String> errors(String document) {
        return validator.validateWithResult(document).getMessages().stream()
                .filter(message -> message.getSeverity() == ResultSeverityEnum.ERROR
                        || message.getSeverity() == ResultSeverityEnum.FATAL)
                .map(message -> message.getLocationString() + ": " + message.getMessage())
                .distinct()
                .toList();
    }

    private static void isValid(Draft opinion, Messages messages) {
        var document = OpinionFhir.write(opinion, List.of(), messages);
        assertThat(errors(document)).as(opinion.json()).isEmpty();
    }

    @Test
    void theValidatorIsAwake() {
        var document = OpinionFhir.write(Samples.ofPeople().getFirst(), List.of(), Messages.english());
        assertThat(errors(document.replaceFirst("\"status\" : \"final\"", "\"status\" : \"finished\"")))
                .isNotEmpty();
        assertThat(errors(document.replaceFirst("\"intent\" : \"proposal\"", "\"intended\" : \"proposal\"")))
                .isNotEmpty();
    }

    @Test
    void theOpinionsOfTheSamplePeopleAreValidInBothLanguages() {
        for (var opinion : Samples.ofPeople()) {
            isValid(opinion, Messages.english());
            isValid(opinion, SPANISH);
        }
    }

    @Test
    void opinionsOfEveryGroupOfCasesAreValid() {
        var all = Samples.ofPairs();
        var checked = new ArrayList<Draft>();
        for (var at = 0; at < all.size(); at += 8) {
            checked.add(all.get(at));
        }
        assertThat(checked).hasSizeGreaterThan(40);
        checked.forEach(opinion -> isValid(opinion, Messages.english()));
    }

    @Test
    void anOpinionWithEveryFieldSignedAndCheckedByOthersIsValid() {
        var signed = org.consilium.opinions.Samples.signed(
                Samples.whole(org.consilium.opinions.Samples.WHOLE), Instant.parse("2026-03-02T10:11:12Z"));
        var checks = List.of(
                new PeerCheck("Dr. Yes", true, "", 1, Instant.parse("2026-03-04T10:00:00.123Z")),
                new PeerCheck("Dr. No", false, "too early", 1, Instant.parse("2026-03-05T10:00:00Z")));
        var document = OpinionFhir.write(signed, checks, Messages.english());
        assertThat(errors(document)).isEmpty();
    }

    @Test
    void aDecisionIsValidInBothLanguages() {
        var summary = org.consilium.decision.Samples.summary();
        assertThat(errors(DecisionFhir.write(summary, Messages.english()))).isEmpty();
        assertThat(errors(DecisionFhir.write(summary, SPANISH))).isEmpty();
        var hard = DecisionFhirTest.decided(" <b>&\u0000 two\r\nlines ", "\u00a0", List.of("A <i>"));
        assertThat(errors(DecisionFhir.write(hard, Messages.english()))).isEmpty();
    }

    @Test
    void opinionsWithWordsThatAreHardToCarryAreValid() {
        for (var seed = 0; seed < 12; seed++) {
            isValid(Samples.any(seed), Messages.english());
        }
    }
}
