package org.consilium.records.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import org.consilium.clinical.Fact;
import org.consilium.language.Message;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What phones hand out as one ZIP: health data, records of clinics, and the ways that were walked. */
class PhoneExportTest {
    @TempDir
    Path folder;

    @Test
    void theWaysWalkedAreSaidInOneLineAndTheRecordsAreRead() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("apple_health_export/clinical-records/Condition-1.json", gout("Gout"));
        for (var day = 1; day <= 3; day++) {
            files.put("apple_health_export/workout-routes/route_2026-03-0" + day + ".gpx", route());
        }

        var reading = Samples.read(folder, "export.zip", Samples.zip(files));

        assertThat(reading.facts()).extracting(Fact::text).contains("Gout");
        assertThat(reading.parts()).noneMatch(part -> part.place().contains("route"));
        assertThat(reading.problems().stream()
                        .map(problem -> problem.message())
                        .filter(message -> message.key().equals("archive.routes")))
                .containsExactly(Message.of("archive.routes", 3));
    }

    @Test
    void aDamagedRecordOfAClinicDoesNotHideTheOthers() throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("records/Condition-1.json", "{\"resourceType\":\"Cond".getBytes(StandardCharsets.UTF_8));
        files.put("records/Condition-2.json", gout("Asthma"));

        var reading = Samples.read(folder, "phone.zip", Samples.zip(files));

        assertThat(reading.facts()).extracting(Fact::text).contains("Asthma");
        assertThat(reading.parts()).hasSize(2);
        assertThat(reading.parts().getFirst().problems()).isNotEmpty();
    }

    private static byte[] gout(String name) {
        return ("{\"resourceType\":\"Condition\",\"code\":{\"text\":\"" + name + "\"}}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] route() {
        return "<?xml version=\"1.0\"?><gpx version=\"1.1\"><trk><trkseg><trkpt lat=\"1\" lon=\"2\"/></trkseg></trk></gpx>"
                .getBytes(StandardCharsets.UTF_8);
    }
}
