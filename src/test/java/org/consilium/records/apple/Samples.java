package org.consilium.records.apple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.records.Content;
import org.consilium.records.Readers;
import org.consilium.records.Reading;

/** Small synthetic exports. */
final class Samples {
    private Samples() {}

    static String export(String records) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE HealthData [
                <!ELEMENT HealthData (ExportDate,Me,(Record|Correlation)*)>
                <!ATTLIST HealthData locale CDATA #REQUIRED>
                ]>
                <HealthData locale="en_US">
                 <ExportDate value="2026-03-10 08:00:00 -0500"/>
                 <Me HKCharacteristicTypeIdentifierDateOfBirth="1970-02-03" HKCharacteristicTypeIdentifierBiologicalSex="HKBiologicalSexFemale" HKCharacteristicTypeIdentifierBloodType="HKBloodTypeABNegative"/>
                """ + records + "</HealthData>\n";
    }

    static String record(String type, String unit, String start, String value) {
        return record(type, unit, start, start, value, "Watch");
    }

    static String record(String type, String unit, String start, String end, String value, String source) {
        return " <Record type=\"" + type + "\" sourceName=\"" + source + "\" unit=\"" + unit + "\" startDate=\"" + start
                + " -0500\" endDate=\"" + end + " -0500\" value=\"" + value + "\"/>\n";
    }

    static String quantity(String name, String unit, String start, String value) {
        return record("HKQuantityTypeIdentifier" + name, unit, start, value);
    }

    static Reading read(Path folder, String xml) {
        try {
            var file = Files.write(folder.resolve("export.xml"), xml.getBytes(StandardCharsets.UTF_8));
            return Readers.read(new Content("export.xml", "export.xml", file));
        } catch (IOException diskFailed) {
            throw new UncheckedIOException(diskFailed);
        }
    }
}
