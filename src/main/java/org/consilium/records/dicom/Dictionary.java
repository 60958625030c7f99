package org.consilium.records.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The data elements of PS3.6: which value representation and which keyword a tag has. */
final class Dictionary {
    record Entry(Vr vr, String keyword) {}

    private static final String RESOURCE = "/records/dicom-elements.txt";
    private static final Map<Integer, Entry> ENTRIES = load();

    private Dictionary() {}

    private static Map<Integer, Entry> load() {
        var all = new HashMap<Integer, Entry>(8192);
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Dictionary.class.getResourceAsStream(RESOURCE)), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    all.put(
                            Integer.parseUnsignedInt(line, 0, 8, 16),
                            new Entry(Vr.valueOf(line.substring(9, 11)), line.substring(12)));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return Map.copyOf(all);
    }

    /** Empty for a tag the standard does not have, or had only in editions before 1993. */
    static Optional<Entry> find(int tag) {
        var group = Tag.group(tag);
        var repeats = (group & 0xFF01) == 0x5000 || (group & 0xFF01) == 0x6000;
        return Optional.ofNullable(ENTRIES.get(repeats ? tag & 0xFF00FFFF : tag));
    }

    /** What an element without a stated representation holds; UN when the standard does not say. */
    static Vr vr(int tag) {
        if (Tag.element(tag) == 0) {
            return Vr.UL;
        }
        if (Tag.isPrivate(tag)) {
            return Tag.element(tag) >= 0x10 && Tag.element(tag) <= 0xFF ? Vr.LO : Vr.UN;
        }
        return find(tag).map(Entry::vr).orElse(Vr.UN);
    }
}
