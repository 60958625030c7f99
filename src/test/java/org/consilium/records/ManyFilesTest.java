package org.consilium.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.consilium.audit.Verification;
import org.junit.jupiter.api.Test;

class ManyFilesTest {
    private final OpenCase open = new OpenCase();

    @Test
    void everyFileGetsTheReceiptItWouldGetAlone() {
        var known = open.file("known.json", adas(0));
        var files = new ArrayList<Intake.Source>();
        for (var number = 1; number <= Intake.TOGETHER + 20; number++) {
            files.add(new Sent("lab-" + number + ".json", adas(number)));
        }
        files.add(new Sent("again.json", adas(1)));
        files.add(new Sent("known-by-another-name.json", adas(0)));
        files.add(new Sent("empty.json", ""));
        files.add(new Sent("broken.json", "{"));
        files.add(new Sent(
                "of-somebody-else.json",
                Bundles.of(
                        Bundles.patient("Ada", "Quintana", "1984-11-30", "female"),
                        Bundles.condition("M54.5", "Back pain"))));

        var receipts = open.intake.receive(open.actor, open.caseId, files);

        assertThat(receipts).hasSameSizeAs(files);
        for (var place = 0; place < Intake.TOGETHER + 20; place++) {
            assertThat(OpenCase.filed(receipts.get(place)).name()).isEqualTo("lab-" + (place + 1) + ".json");
        }
        var rest = receipts.subList(Intake.TOGETHER + 20, receipts.size());
        assertThat(rest.get(0)).isEqualTo(new Receipt.Filed(OpenCase.filed(receipts.getFirst()), true));
        assertThat(rest.get(1)).isEqualTo(new Receipt.Filed(known, true));
        assertThat(OpenCase.refused(rest.get(2))).isEqualTo("records.empty");
        assertThat(OpenCase.filed(rest.get(3)).problems()).isNotEmpty();
        assertThat(rest.get(4)).isInstanceOf(Receipt.NeedsReview.class);
        assertThat(open.records.files(open.actor, open.caseId)).hasSize(Intake.TOGETHER + 23);
        assertThat(open.blobs()).hasSize(Intake.TOGETHER + 23);
        assertThat(open.trail.verify(open.caseId)).isEqualTo(new Verification.Intact(Intake.TOGETHER + 24));
    }

    @Test
    void theFirstOfTwoPeopleInOneGroupSaysWhoseRecordsTheseAre() {
        var receipts = open.intake.receive(
                open.actor,
                open.caseId,
                List.of(
                        new Sent("ada.json", adas(1)),
                        new Sent(
                                "other.json",
                                Bundles.of(Bundles.patient("Ada", "Quintana", "1984-11-30", "female"), Bundles.lab(7))),
                        new Sent("ada-again.json", adas(2))));

        assertThat(receipts.get(0)).isInstanceOf(Receipt.Filed.class);
        assertThat(receipts.get(1)).isInstanceOf(Receipt.NeedsReview.class);
        assertThat(receipts.get(2)).isInstanceOf(Receipt.Filed.class);
    }

    @Test
    void bytesThatStopArrivingLeaveNothingBehind() {
        assertThatThrownBy(() ->
                        open.intake.receive(open.actor, open.caseId, List.of(new Sent("a.json", adas(1)), new Lost())))
                .isInstanceOf(UncheckedIOException.class);

        assertThat(open.records.files(open.actor, open.caseId)).isEmpty();
        assertThat(open.blobs()).isEmpty();
    }

    @Test
    void aStrangerIsRefusedForEachFile() {
        var receipts = open.intake.receive(
                OpenCase.newPerson(), open.caseId, List.of(new Sent("a.json", adas(1)), new Sent("b.json", adas(2))));

        assertThat(receipts).hasSize(2).allMatch(it -> OpenCase.refused(it).equals("records.refused.no-case"));
        assertThat(open.records.files(open.actor, open.caseId)).isEmpty();
    }

    private static String adas(int number) {
        return Bundles.of(Bundles.ada(), Bundles.lab(number), Bundles.condition("C50.911", "Breast cancer"));
    }

    private record Sent(String name, String content) implements Intake.Source {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A connection that breaks. */
    private record Lost() implements Intake.Source {
        @Override
        public String name() {
            return "lost.json";
        }

        @Override
        public InputStream open() {
            return new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("gone");
                }

                @Override
                public int read(byte[] buffer, int from, int count) throws IOException {
                    throw new IOException("gone");
                }
            };
        }
    }
}
