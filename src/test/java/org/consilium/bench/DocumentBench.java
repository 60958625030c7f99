package org.consilium.bench;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.consilium.access.Cases;
import org.consilium.access.NewCase;
import org.consilium.access.People;
import org.consilium.access.Whose;
import org.consilium.audit.Actor;
import org.consilium.installation.DataFolder;
import org.consilium.installation.DatabaseAccess;
import org.consilium.installation.EmbeddedDatabase;
import org.consilium.installation.TestDatabase;
import org.consilium.installation.TestRooms;
import org.consilium.records.Intake;
import org.consilium.records.Receipt;

/** C-CDA documents of 100 kB with problems in entries and in words, taken into a case: read, encrypted, durable. */
final class DocumentBench {
    private static final int DOCUMENTS = 1_000;
    private static final int SIZE = 100_000;

    private DocumentBench() {}

    static void measure(String root) throws Exception {
        var folder = DataFolder.open(Path.of(root, "documents"));
        try (var database = EmbeddedDatabase.start(folder);
                var rooms = TestRooms.on(
                        TestDatabase.migrated(DatabaseAccess.to(database)),
                        Map.of("consilium.data", folder.root().toString()),
                        "org.consilium.audit",
                        "org.consilium.access",
                        "org.consilium.records")) {
            var actor = rooms.bean(People.class).owner();
            take(rooms, actor, 0);
            var seconds = take(rooms, actor, DOCUMENTS);
            Figure.print(
                    "C-CDA documents of %d kB, durable".formatted(document(0).length / 1000),
                    "%,.0f documents/s (%,d in %.1f s)".formatted(DOCUMENTS / seconds, DOCUMENTS, seconds));
        }
    }

    private static double take(TestRooms rooms, Actor actor, int from) {
        var files = new ArrayList<Document>();
        for (var number = from; number < from + DOCUMENTS; number++) {
            files.add(new Document(number, document(number)));
        }
        var caseId = rooms.bean(Cases.class)
                .open(actor, new NewCase("Measured", Whose.SELF, null, "en"))
                .id();
        var begin = System.nanoTime();
        var receipts = rooms.bean(Intake.class).receive(actor, caseId, files);
        var seconds = (System.nanoTime() - begin) / 1e9;
        if (!receipts.stream().allMatch(it -> it instanceof Receipt.Filed(var file, var known) && file.facts() > 100)) {
            throw new IllegalStateException("not all were read");
        }
        return seconds;
    }

    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    private record Document(int number, byte[] bytes) implements Intake.Source {
        @Override
        public String name() {
            return "document-" + number + ".xml";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    private static byte[] document(int number) {
        var rows = new StringBuilder();
        var entries = new StringBuilder();
        for (var entry = 0; rows.length() + entries.length() < SIZE - 1_000; entry++) {
            var code = "%c%02d.%d".formatted('A' + entry % 20, (entry + number) % 100, entry % 10);
            rows.append("<tr><td ID=\"p%d\">Illness %d of document %d</td><td>2024-0%d-11</td></tr>"
                    .formatted(entry, entry, number, 1 + entry % 9));
            entries.append("""
                    <entry><act classCode="ACT" moodCode="EVN"><statusCode code="active"/>\
                    <entryRelationship typeCode="SUBJ"><observation classCode="OBS" moodCode="EVN">\
                    <templateId root="2.16.840.1.113883.10.20.22.4.4"/><text><reference value="#p%d"/></text>\
                    <effectiveTime><low value="20240%d11"/></effectiveTime>\
                    <value xsi:type="CD" code="%s" codeSystem="2.16.840.1.113883.6.90" displayName="Illness %d"/>\
                    </observation></entryRelationship></act></entry>
                    """.formatted(entry, 1 + entry % 9, code, entry));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <ClinicalDocument xmlns="urn:hl7-org:v3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
                <code code="34133-9" codeSystem="2.16.840.1.113883.6.1"/><title>Synthetic %d</title>
                <effectiveTime value="20260301"/>
                <recordTarget><patientRole><id root="2.999.1" extension="7"/><patient>
                <name><given>Sample</given><family>Patient</family></name></patient></patientRole></recordTarget>
                <component><structuredBody><component><section><code code="11450-4"/><title>Problems</title>
                <text><table><tbody>%s</tbody></table></text>%s</section></component></structuredBody></component>
                </ClinicalDocument>
                """.formatted(number, rows, entries).getBytes(StandardCharsets.UTF_8);
    }
}
