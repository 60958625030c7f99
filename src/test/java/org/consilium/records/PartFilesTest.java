package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.consilium.records.archive.Samples;
import org.junit.jupiter.api.Test;

class PartFilesTest {
    private final OpenCase open = new OpenCase();

    @Test
    void opensAFileInAStoredArchiveForThePersonAndForNobodyElse() {
        var archive = Samples.zip(Map.of(
                "inner.zip",
                Samples.zip("visit.xml", Samples.DOCUMENT),
                "a.txt",
                Samples.utf8("word ".repeat(50_000))));
        open.intake.receive(open.actor, open.caseId, new Incoming("a.zip", new ByteArrayInputStream(archive)));
        var stored = open.records.files(open.actor, open.caseId).getFirst();
        var place = "inner.zip!visit.xml!/ClinicalDocument";

        var found = open.parts.open(open.actor, open.caseId, stored.hash(), place);

        assertThat(found).hasValueSatisfying(part -> {
            assertThat(part.bytes()).isEqualTo(Samples.utf8(Samples.DOCUMENT));
            assertThat(part.place()).isEqualTo("/ClinicalDocument");
        });
        assertThat(open.parts.open(open.actor, open.caseId, stored.hash(), "inner.zip!none!"))
                .isEmpty();
        assertThat(open.parts.open(OpenCase.newPerson(), open.caseId, stored.hash(), place))
                .isEmpty();
    }
}
