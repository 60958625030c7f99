package org.consilium.opinions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;

/** Synthetic opinions, as the JSON a doctor's program would send. */
public final class Samples {
    private Samples() {}

    /** Reads JSON written with single quotes. */
    public static Opinion opinion(String json) {
        var read = OpinionJson.read(bytes(json));
        assertThat(read).isInstanceOf(OpinionJson.Reading.Parsed.class);
        return ((OpinionJson.Reading.Parsed) read).opinion();
    }

    /** The same opinion, signed with a fresh key. */
    public static String signed(String json) {
        try {
            var keys = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return OpinionSignature.sign(new Draft(json), keys, java.time.Instant.parse("2026-03-04T10:00:00Z"))
                    .json();
        } catch (java.security.NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    public static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** The same document signed with a new key. */
    public static Draft signed(Draft whole, Instant now) {
        try {
            return OpinionSignature.sign(
                    whole, KeyPairGenerator.getInstance("Ed25519").generateKeyPair(), now);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** An opinion of this doctor with these members, for example {@code 'diagnoses': [...]}. */
    public static Opinion by(String doctor, String date, String members) {
        return opinion("{'author': {'name': '" + doctor + "'}, 'date': '" + date + "', " + members + "}");
    }

    /** Everything the schema knows, once. */
    public static final String WHOLE = """
            {'id': 'o-1',
             'author': {'name': 'Dr. Ada Mora', 'specialty': 'Oncology', 'nucc': '207RX0202X', 'npi': '1234567893',
               'organisation': 'Example Hospital', 'country': 'US'},
             'date': '2026-03-02',
             'basis': {'examinedPatient': true, 'knewFirstOpinion': false,
               'saw': [{'kind': 'pathology-slides', 'what': 'core biopsy', 'date': '2026-02'}]},
             'diagnoses': [{'role': 'primary', 'text': 'Breast cancer',
               'codes': [{'system': 'http://hl7.org/fhir/sid/icd-10-cm', 'code': 'C50.911', 'display': 'right'}],
               'certainty': 'confirmed', 'bodySite': 'breast', 'laterality': 'right',
               'stage': {'system': 'AJCC 8', 'type': 'clinical', 'group': 'IIA', 't': 'T2', 'n': 'N0', 'm': 'M0'},
               'grade': '2', 'markers': [{'name': 'HER2', 'result': 'positive', 'value': '3+'}]}],
             'treatments': [{'text': 'Trastuzumab', 'stance': 'recommended', 'kind': 'systemic',
               'codes': [{'system': 'http://www.whocc.no/atc', 'code': 'L01FD01'}], 'laterality': 'right',
               'detail': 'every 3 weeks', 'intent': 'cure', 'order': 1,
               'timing': {'startBy': '2026-04-01', 'withinDays': 30, 'text': 'soon'},
               'benefits': [{'what': 'alive after 5 years', 'low': 85, 'high': 90.5, 'of': 100, 'without': 80,
                 'timeframe': '5 years', 'source': 'trial'}],
               'harms': [{'what': 'weak heart', 'count': 4, 'of': 100, 'timeframe': '1 year', 'severity': 'severe',
                 'lasting': false}],
               'cost': {'total': {'amount': 60000, 'currency': 'USD', 'source': 'hospital'},
                 'patientShare': {'amount': 1200.5, 'currency': 'USD'}},
               'convenience': {'visits': 18, 'nights': 0, 'daysOffWork': 18, 'travelKm': 12.5, 'recovery': 'a day'},
               'evidence': [{'text': 'a trial', 'level': 'trial', 'reference': 'NEJM 2005;353:1659', 'year': 2005}]}],
             'testsRequested': [{'text': 'Heart scan', 'codes': [{'system': 'http://loinc.org', 'code': '34552-0'}],
               'why': 'before the drug'}],
             'urgency': {'class': 'U3', 'startBy': '2026-04-01', 'text': 'in a month'},
             'certaintyStatement': 'very sure', 'wouldChangeMind': 'a negative test', 'conflictOfInterest': 'none',
             'narrative': 'A longer text.'}
            """;
}
