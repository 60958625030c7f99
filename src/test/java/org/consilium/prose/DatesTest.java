package org.consilium.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            03/25/2024 | 2024-03-25
            25.03.2024 | 2024-03-25
            2024-03-25 | 2024-03-25
            March 5, 2024 | 2024-03-05
            5 de marzo de 2024 | 2024-03-05
            05-MAR-2024 | 2024-03-05
            March 2024 | 2024-03
            03/2024 | 2024-03
            03/04/2024 | 2024
            04/04/2024 | 2024-04-04
            31/02/2024 | nothing
            99/99/2024 | nothing
            """)
    void neverGuessesADay(String written, String read) {
        var dates = Dates.of(List.of(Line.of("Date: " + written, "line 1", true)), false);

        assertThat(dates.first(written).map(Object::toString).orElse("nothing")).isEqualTo(read);
    }

    @Test
    void anotherDateOfThePageDecidesTheOrderOfDayAndMonth() {
        var dates = Dates.of(Line.of("Collected 03/04/2024\nReported 03/28/2024"), false);

        assertThat(dates.first("03/04/2024")).hasToString("Optional[2024-03-04]");
        assertThat(Dates.of(Line.of("03/28/2024 and 28/03/2024"), false).first("03/04/2024"))
                .hasToString("Optional[2024]");
    }
}
