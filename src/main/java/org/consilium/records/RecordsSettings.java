package org.consilium.records;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the records room.
 *
 * @param largestFile a file larger than this is refused
 * @param readAtOnce a file up to this size is read while the person waits; larger ones and archives are read in the background
 * @param leaveFree nothing is taken in when the disk would then have less room than this
 * @param heartbeat how often background reading says that it is alive; when it was silent for four times as long, the file is
 *     read again
 */
@ConfigurationProperties("consilium.records")
record RecordsSettings(
        @DefaultValue("4GB") DataSize largestFile,
        @DefaultValue("4MB") DataSize readAtOnce,
        @DefaultValue("256MB") DataSize leaveFree,
        @DefaultValue("5s") Duration heartbeat) {
    RecordsSettings {
        if (largestFile.toBytes() < 1) {
            throw new IllegalArgumentException("consilium.records.largest-file is a size above zero");
        }
        if (heartbeat.toMillis() < 50) {
            throw new IllegalArgumentException("consilium.records.heartbeat is at least 50 milliseconds");
        }
    }
}
