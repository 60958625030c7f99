package org.consilium.records;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the records room.
 *
 * @param largestFile a file larger than this is refused
 */
@ConfigurationProperties("consilium.records")
record RecordsSettings(@DefaultValue("4GB") DataSize largestFile) {
    RecordsSettings {
        if (largestFile.toBytes() < 1) {
            throw new IllegalArgumentException("consilium.records.largest-file is a size above zero");
        }
    }
}
