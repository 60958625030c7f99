package org.consilium.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.triage.Samples.TODAY;
import static org.consilium.triage.Samples.condition;
import static org.consilium.triage.Samples.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.consilium.language.Message;
import org.consilium.language.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom to call, and what to say there. */
class EmergencyCallTest {
    @ParameterizedTest
    @CsvSource({"US,911", "es,112", "MX,911", "' gb ',999", "FR,112", "HR,112", "CH,144", "NO,113", "CL,131", "VE,911"})
    void aCountryHasItsNumber(String country, String number) {
        assertThat(EmergencyNumber.of(country)).contains(number);
        assertThat(Messages.english().say(EmergencyNumber.call(country))).startsWith("Call " + number + " now.");
        assertThat(Messages.in(Locale.of("es")).say(EmergencyNumber.call(country)))
                .startsWith("Llame ahora al " + number + " ");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "??", "XX", "Atlantis"})
    void whereNoneIsKnownTheLocalOneIsNamed(@Nullable String country) {
        assertThat(EmergencyNumber.of(country)).isEmpty();
        assertThat(Messages.english().say(EmergencyNumber.call(country)))
                .contains("local emergency number (112 or 911)");
    }

    private static List<String> tell(String born, Answers answers, String... codes) {
        var facts = List.of(codes).stream()
                .map(code -> condition(code, "Condition")
                        .on(TODAY.minusDays(5).toString())
                        .made())
                .toList();
        var birth = born.isEmpty() ? null : LocalDate.parse(born);
        return Triage.tell(Samples.caseFile(birth, null, facts), answers, knowledge(), TODAY).stream()
                .map(Message::key)
                .toList();
    }

    @Test
    void ofAChildTheAgeAndTheWeightAreSaid() {
        assertThat(tell(TODAY.minusYears(18).plusDays(1).toString(), Answers.NONE))
                .containsExactly("triagemore.tell.child");
        assertThat(tell(TODAY.minusYears(18).toString(), Answers.NONE)).isEmpty();
        assertThat(tell("", Answers.NONE)).isEmpty();
    }

    @Test
    void aPregnancyIsSaidByTheRecordsOrByThePerson() {
        assertThat(tell("1990-01-01", Said.nothing().pregnant().answers()))
                .containsExactly("triagemore.tell.pregnancy");
        assertThat(tell("1990-01-01", Answers.NONE, "Z34.02")).containsExactly("triagemore.tell.pregnancy");
        assertThat(tell("1990-01-01", Answers.NONE, "I10")).isEmpty();
        assertThat(tell("2010-01-01", Answers.NONE, "Z34.02"))
                .containsExactly("triagemore.tell.child", "triagemore.tell.pregnancy");
    }
}
