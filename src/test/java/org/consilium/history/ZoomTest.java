package org.consilium.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consilium.history.Samples.condition;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZoomTest {
    private final List<org.consilium.clinical.Fact> facts = List.of(
            condition("A", "2020", null, "active"),
            condition("B", "2022-03", null, "active"),
            condition("C", "2022-03-05", null, "active"),
            condition("D", null, null, "active"));

    @Test
    void yearsHaveNoGapsAndLeaveOutTheUndated() {
        assertThat(Zoom.ALL.slots(facts)).extracting(Zoom.Slot::at).containsExactly("2020", "2021", "2022");
        assertThat(Zoom.ALL.slots(facts))
                .extracting(slot -> slot.facts().size())
                .containsExactly(1, 0, 2);
        assertThat(Zoom.ALL.slots(List.of())).isEmpty();
    }

    @Test
    void aYearHasTwelveMonthsAndAMonthItsDays() {
        var year = Zoom.parse("2022").orElseThrow();
        var month = Zoom.parse("2022-03").orElseThrow();

        assertThat(year.slots(facts)).hasSize(12);
        assertThat(year.slots(facts).get(2).facts()).hasSize(2);
        assertThat(month.slots(facts)).hasSize(31);
        assertThat(month.slots(facts).get(4).facts()).hasSize(1);
        assertThat(facts.stream().filter(month::sees)).hasSize(2);
        assertThat(facts.stream().filter(Zoom.ALL::sees)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-13", "22", "0000", "2022-3", "yesterday", "2022-03-05", "2022-"})
    void refusesWhatIsNoTime(String written) {
        assertThat(Zoom.parse(written)).isEmpty();
    }

    @Property
    void writesAndReadsTheSame(@ForAll @IntRange(min = 1, max = 9999) int year, @ForAll @IntRange(max = 12) int month) {
        var zoom = new Zoom(year, month == 0 ? null : month);

        assertThat(Zoom.parse(zoom.toString())).contains(zoom);
        assertThat(zoom.after().flatMap(Zoom::before))
                .matches(back -> back.isEmpty() || back.get().equals(zoom));
    }
}
