package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.consilium.clinical.PartialDate;
import org.consilium.clinical.Sex;
import org.consilium.language.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoseRecordTest {
    private static final Identity ADA = identity("Ada María Quintana López", "1961-04-09", Sex.FEMALE);

    @ParameterizedTest
    @CsvSource({
        "QUINTANA LOPEZ^ADA",
        "Ada Quintana-Lopez",
        "Dr. A. M. Quintana",
        "Ada123 Quintana456",
        "Adamaría Brown",
        "Maria Smith",
        "A.",
        "李小龙 Quintana"
    })
    void aNameWithAPartInCommonIsNoContradiction(String name) {
        assertThat(WhoseRecord.doubt(identity(name, "1961-04-09", Sex.FEMALE), List.of(ADA)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"John Smith", "Bo Li", "李小龙", "Dr. Sr. John"})
    void aNameWithNoPartInCommonIsOne(String name) {
        assertThat(keyOf(WhoseRecord.doubt(identity(name, "1961-04-09", Sex.FEMALE), List.of(ADA))))
                .isEqualTo("records.review.name");
    }

    @Test
    void anotherDateOfBirthIsAContradictionWhateverTheName() {
        assertThat(keyOf(WhoseRecord.doubt(
                        identity("Ada María Quintana López", "1984-04-09", Sex.FEMALE), List.of(ADA))))
                .isEqualTo("records.review.born");
    }

    @Test
    void aDateOfBirthKnownToTheYearContradictsOnlyAnotherYear() {
        assertThat(WhoseRecord.doubt(identity("Ada Quintana", "1961", Sex.FEMALE), List.of(ADA)))
                .isEmpty();
        assertThat(WhoseRecord.doubt(identity("Ada Quintana", "1962", Sex.FEMALE), List.of(ADA)))
                .isPresent();
    }

    @Test
    void theOtherSexCountsOnlyWhenNoDateOfBirthSettlesIt() {
        assertThat(WhoseRecord.doubt(identity("Ada Quintana", "1961-04-09", Sex.MALE), List.of(ADA)))
                .isEmpty();
        assertThat(keyOf(WhoseRecord.doubt(identity("Raúl Quintana", null, Sex.MALE), List.of(ADA))))
                .isEqualTo("records.review.sex");
        assertThat(WhoseRecord.doubt(identity("Raúl Quintana", null, Sex.UNKNOWN), List.of(ADA)))
                .isEmpty();
    }

    @Test
    void theSameRecordNumberOutweighsAnotherName() {
        var known = new Identity(List.of("Ada Quintana"), null, null, List.of("urn:hospital|17"));
        var married = new Identity(List.of("Mrs Brown"), null, null, List.of("urn:hospital|17"));
        assertThat(WhoseRecord.doubt(married, List.of(known))).isEmpty();
    }

    @Test
    void nothingSpeaksAgainstAFileThatNamesNobodyOrACaseThatKnowsNobody() {
        assertThat(WhoseRecord.doubt(null, List.of(ADA))).isEmpty();
        assertThat(WhoseRecord.doubt(ADA, List.of())).isEmpty();
        assertThat(WhoseRecord.doubt(new Identity(List.of(), null, null, List.of()), List.of(ADA)))
                .isEmpty();
    }

    @Test
    void fittingOneOfTheAcceptedIdentitiesIsEnough() {
        var other = identity("John Smith", "1950-01-01", Sex.MALE);
        assertThat(WhoseRecord.doubt(ADA, List.of(other))).isPresent();
        assertThat(WhoseRecord.doubt(ADA, List.of(other, ADA))).isEmpty();
    }

    private static String keyOf(Optional<Message> doubt) {
        return doubt.orElseThrow().key();
    }

    private static Identity identity(String name, @Nullable String born, Sex sex) {
        return new Identity(List.of(name), PartialDate.parse(born).orElse(null), sex, List.of());
    }
}
