package org.consilium.clinical;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartialDateTest {
    @Property
    void printsWhatItRead(
            @ForAll @IntRange(min = 1900, max = 2100) int year, @ForAll @IntRange(min = 1, max = 12) int month) {
        var iso = "%04d-%02d".formatted(year, month);

        assertThat(PartialDate.parse(iso).orElseThrow()).hasToString(iso);
    }

    @Test
    void readsHl7ToThePrecisionGiven() {
        assertThat(PartialDate.parseHl7("20240305101500-0500").orElseThrow()).hasToString("2024-03-05T10:15:00-05:00");
        assertThat(PartialDate.parseHl7("202403").orElseThrow()).hasToString("2024-03");
    }

    @Test
    void refusesAnImpossibleDay() {
        assertThat(PartialDate.parse("2024-02-30")).isEmpty();
        assertThat(PartialDate.parseHl7("20241301")).isEmpty();
        assertThat(PartialDate.parse("last spring")).isEmpty();
    }
}
