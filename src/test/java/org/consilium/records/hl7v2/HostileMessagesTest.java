package org.consilium.records.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.consilium.records.Format;
import org.junit.jupiter.api.Test;

class HostileMessagesTest {
    private static final Path CLINIC = Path.of("src/test/resources/records/hl7v2/clinic.in.hl7");

    @Test
    void readsAMessageThatEndsAnywhere() throws IOException {
        var whole = Files.readAllBytes(CLINIC);
        for (var length = 9; length < whole.length; length += 23) {
            var reading = Samples.read(Arrays.copyOf(whole, length));

            assertThat(reading.format()).isEqualTo(Format.HL7V2);
            assertThat(reading.facts()).isNotEmpty();
        }
    }

    @Property(tries = 300)
    void readsAMessageWithDamagedBytes(@ForAll long seed) throws IOException {
        var bytes = Files.readAllBytes(CLINIC);
        var random = new Random(seed);
        for (var i = 0; i < 20; i++) {
            bytes[9 + random.nextInt(bytes.length - 9)] = (byte) random.nextInt(256);
        }

        assertThat(Samples.read(bytes).facts()).isNotEmpty();
    }

    @Test
    void readsVeryManyAndVeryLongSegments() {
        var lines = "OBX|1|ST|1^a^L||x\r".repeat(50_000);
        assertThat(Samples.read(Samples.results(lines)).facts()).isNotEmpty();
        assertThat(Samples.read(Samples.results("OBX|1|TX|1^a^L||" + "\\".repeat(200_000)))
                        .facts())
                .isNotEmpty();
        assertThat(Samples.read(Samples.results("OBX|1|CE|1^a^L||" + "^&~".repeat(100_000)))
                        .facts())
                .isNotEmpty();
        assertThat(Samples.read(Samples.results("PRB|" + "\n".repeat(100_000) + "x"))
                        .facts())
                .isNotNull();
    }

    @Test
    void readsHeadersWithoutSeparators() {
        for (var header :
                new String[] {"MSH|", "MSH||||", "MSH|^", "MSH|^~\\&", "MSH^|~\\&^a^b", "MSH\u00a7^~\\&\u00a7x"}) {
            assertThat(Samples.read(header + "\rOBX|1|ST|1^a^L||x\r").format()).isEqualTo(Format.HL7V2);
        }
    }
}
