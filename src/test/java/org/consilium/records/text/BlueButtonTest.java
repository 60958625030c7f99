package org.consilium.records.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.consilium.clinical.Detail;
import org.consilium.clinical.Fact;
import org.consilium.clinical.FactKind;
import org.consilium.clinical.Sex;
import org.consilium.clinical.Value;
import org.consilium.records.Format;
import org.consilium.records.Reading;
import org.consilium.records.Reading.Status;
import org.consilium.records.archive.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlueButtonTest {
    @TempDir
    Path folder;

    @Test
    void readsTheDownloadOfAnInsurer() throws IOException {
        var reading = Samples.read(folder, "download.txt", Samples.utf8(BLUE_BUTTON));

        assertThat(reading.format()).isEqualTo(Format.TEXT);
        assertThat(reading.status()).isEqualTo(Status.READ);
        assertThat(reading.patient()).isNotNull().satisfies(patient -> {
            assertThat(patient.names()).containsExactly("EXAMPLE PERSON");
            assertThat(String.valueOf(patient.birthDate())).isEqualTo("1940-02-03");
            assertThat(patient.sex()).isEqualTo(Sex.FEMALE);
        });
        assertThat(reading.facts())
                .extracting(fact -> fact.kind() + " " + fact.text() + " " + fact.date())
                .contains(
                        "CONDITION Arthritis 2005-08-09",
                        "ALLERGY Penicillin 1966-01-08",
                        "MEDICATION Aspirin null",
                        "IMMUNIZATION Influenza 2012-10-01",
                        "LAB Glucose Level 2012-03-21",
                        "VITAL Blood Pressure 2012-07-22",
                        "FAMILY_HISTORY Diabetes null",
                        "ENCOUNTER Example Clinic 2012-10-18",
                        "PROCEDURE Office visit 2012-10-18");
        var lab = fact(reading, FactKind.LAB);
        assertThat(lab.value()).isInstanceOf(Value.Quantity.class);
        assertThat(fact(reading, FactKind.VITAL).value()).isEqualTo(new Value.Words("120/80"));
        assertThat(fact(reading, FactKind.ALLERGY).detail(Detail.REACTION)).hasValue("Rash");
        assertThat(fact(reading, FactKind.ENCOUNTER).detail(Detail.AMOUNT))
                .hasValue("submitted 1060.00 USD; paid 27.20 USD");
        assertThat(lab.sources().getFirst().at()).isEqualTo("line 39");
    }

    private static Fact fact(Reading reading, FactKind kind) {
        return reading.facts().stream()
                .filter(fact -> fact.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static final String BLUE_BUTTON = """
            --------------------------------
            MYMEDICARE.GOV PERSONAL HEALTH INFORMATION

            --------------------------------
            **********CONFIDENTIAL***********
            Produced by the Blue Button (v2.0)

            --------------------------------
            Demographic
            --------------------------------
            Source: MyMedicare.gov
            Name: EXAMPLE PERSON
            Date of Birth: 02/03/1940
            Gender: Female

            --------------------------------
            Self Reported Medical Conditions
            --------------------------------
            Source: Self-Entered
            Condition Name: Arthritis
            Medical Condition Start Date: 08/09/2005
            Medical Condition End Date:

            --------------------------------
            Self Reported Allergies
            --------------------------------
            Allergy Name: Penicillin
            Type: Drugs
            Reaction: Rash
            First Episode Date: 01/08/1966

            --------------- Self Reported Immunizations ---------------
            Immunization Name: Influenza       Date Administered: 01 Oct 2012 @ 1030

            --------------------------------
            Self Reported Labs and Tests
            --------------------------------

            Test/Lab Type: Glucose Level
            Date Taken: March 21, 2012
            Results: 110 mg/dL

            --------------------------------
            Self Reported Vital Statistics
            --------------------------------
            Vital Statistic Type: Blood Pressure
            Date: 07/22/2012
            Time: 3:00 PM
            Reading: 120/80

            --------------------------------
            Family Medical History
            --------------------------------
            Family Member: Brother
            Type: Condition
            Description: Diabetes

            --------------------------------
            Drugs
            --------------------------------
            Drug Name: Aspirin
            Supply: Daily

            --------------------------------
            Claim Summary
            --------------------------------
            Claim Number: 1234567890000
            Provider: Example Clinic
            Service Start Date: 10/18/2012
            Amount Charged: $1,060.00
            Provider Paid: $27.20
            Diagnosis Code 1: 3534

            --------------------------------
            Claim Lines for Claim Number: 1234567890000
            --------------------------------
            Line number:  1
            Date of Service From: 10/18/2012
            Procedure Code/Description: 99213 - Office visit
            """;
}
