package org.consilium.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            carcinoma | Invasive carcinoma. | AFFIRMED
            carcinoma | No evidence of carcinoma. | DENIED
            carcinoma | Negative for dysplasia or carcinoma. | DENIED
            carcinoma | Suspicious for carcinoma. | DOUBTED
            carcinoma | Carcinoma cannot be excluded. | DOUBTED
            pneumonia | Pneumonia was ruled out. | DENIED
            pneumonia | Pneumonia, ruled out | DENIED
            cancer | Mother with breast cancer. | RELATIVE
            cancer | History of breast cancer. | PAST
            carcinoma | No dysplasia, but invasive carcinoma is present. | AFFIRMED
            carcinoma | Invasive carcinoma, lymphovascular invasion not identified. | AFFIRMED
            carcinoma | Sin evidencia de carcinoma. | DENIED
            fractura | Se descarta fractura. | DENIED
            carcinoma | No se puede descartar carcinoma. | DOUBTED
            artrosis | Probable artrosis. | DOUBTED
            cáncer | Antecedentes familiares de cáncer. | RELATIVE
            embolia | Embolia descartada. | DENIED
            """)
    void respectsDenialDoubtPastAndRelatives(String word, String sentence, Assertion said) {
        var start = Plain.of(sentence).indexOf(Plain.of(word));

        assertThat(Assertion.of(sentence, start, start + word.length())).isEqualTo(said);
    }
}
